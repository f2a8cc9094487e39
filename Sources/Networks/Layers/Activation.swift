import Kernels

/// The function applied to a layer's sums, value by value.
public enum Activation: String, Codable, CaseIterable, Sendable {
  /// f(z) = z.
  case identity
  /// f(z) = max(z, 0).
  case relu
  /// f(z) = 1 / (1 + e⁻ᶻ), between 0 and 1.
  case sigmoid
  /// f(z) = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ), between −1 and 1.
  case tanh
  /// f(z) = z · sigmoid(z) (Elfwing et al., 2018).
  case silu
  /// f(z) = z Φ(z), with Φ the normal distribution function (Hendrycks and Gimpel, 2016).
  case gelu
  /// GELU's approximation by a hyperbolic tangent, as in GPT-2.
  case geluTanh = "gelu-tanh"
  /// f(z) = z where positive, z / 100 elsewhere (Maas et al., 2013).
  case leakyReLU = "leaky-relu"

  var elementwise: ElementwiseActivation {
    switch self {
    case .identity: .identity
    case .relu: .relu
    case .sigmoid: .sigmoid
    case .tanh: .tanh
    case .silu: .silu
    case .gelu: .gelu
    case .geluTanh: .geluTanh
    case .leakyReLU: .leakyReLU
    }
  }

  /// What suits the sums of `inputs` values before this activation.
  func initialiser(inputs: Int, outputs: Int) -> Initialiser {
    switch self {
    case .relu, .leakyReLU: .heUniform(inputs: inputs)
    default: .glorotUniform(inputs: inputs, outputs: outputs)
    }
  }
}
