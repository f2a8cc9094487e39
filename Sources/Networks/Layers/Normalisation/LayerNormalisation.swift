import Kernels

/// Normalises the numbers of each position (Ba et al., 2016).
///
/// output = (x − mean) / √(variance + ε) × gain + bias, mean and variance being those of the last axis. Input and output [..., width]. With two inputs their sum is normalised, as after a residual connection.
/// The same in training and in use. Parameters: gain [width], starting with 1, bias [width].
public struct LayerNormalisation: Layer {
  public static let kind = "layer-normalisation"

  /// Added to the variance, more than 0.
  public var epsilon: Double

  public init(epsilon: Double = 1e-5) { self.epsilon = epsilon }

  public func validate() throws { try requireEpsilon(epsilon) }

  public func outputShape(_ inputs: [Shape]) throws -> Shape { try oneOrTwo(inputs) }

  public func operation(at site: inout LayerSite) -> any Operation {
    RowNormalisationOperation(at: &site, epsilon: epsilon, centres: true)
  }
}

/// Divides the numbers of each position by their root mean square (Zhang and Sennrich, 2019).
///
/// output = x / √(mean of x² + ε) × gain, the mean being that of the last axis. Input and output [..., width]. With two inputs their sum is normalised. The same in training and in use.
/// Parameter: gain [width], starting with 1.
public struct RMSNormalisation: Layer {
  public static let kind = "rms-normalisation"

  /// Added to the mean square, more than 0.
  public var epsilon: Double

  public init(epsilon: Double = 1e-6) { self.epsilon = epsilon }

  public func validate() throws { try requireEpsilon(epsilon) }

  public func outputShape(_ inputs: [Shape]) throws -> Shape { try oneOrTwo(inputs) }

  public func operation(at site: inout LayerSite) -> any Operation {
    RowNormalisationOperation(at: &site, epsilon: epsilon, centres: false)
  }
}

/// Throws unless `epsilon` is a positive number that a float can hold.
func requireEpsilon(_ epsilon: Double) throws {
  try NetworkError.require(
    epsilon >= 1e-12 && epsilon.isFinite, "epsilon", "1e-12 ≤ epsilon < ∞", epsilon)
}

extension Layer {
  /// The shape of one input, or of two alike.
  func oneOrTwo(_ inputs: [Shape]) throws -> Shape {
    guard inputs.count == 1 || inputs.count == 2 else {
      throw NetworkError.unsuitableInput(
        layer: Self.kind, expected: "1 or 2 inputs", found: "\(inputs.count)")
    }
    for shape in inputs.dropFirst() { try requireInput(shape == inputs[0], "\(inputs[0])", shape) }
    return inputs[0]
  }
}
