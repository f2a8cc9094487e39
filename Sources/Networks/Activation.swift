import Kernels

/// The function a layer applies to its weighted sums.
public enum Activation: String, Codable, CaseIterable, Sendable {
  /// f(z) = z.
  case identity
  /// f(z) = max(z, 0).
  case relu
  /// f(z) = 1 / (1 + e⁻ᶻ), between 0 and 1.
  case sigmoid
  /// f(z) = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ), between −1 and 1.
  case tanh
  /// f(z)ᵢ = eᶻⁱ / Σ eᶻʲ over the layer's units; of use in the last layer only.
  case softmax

  /// The pass that computes it value by value; none for softmax, which looks at the whole row.
  var elementwise: ElementwiseActivation? {
    switch self {
    case .identity: .identity
    case .relu: .relu
    case .sigmoid: .sigmoid
    case .tanh: .tanh
    case .softmax: nil
    }
  }
}
