import Kernels

/// Normalises the numbers of each position (Ba et al., 2016).
///
/// output = (x − mean) / √(variance + ε) × gain + bias, mean and variance being those of the last axis.
/// Input and output [..., width]. With two inputs their sum is normalised, as after a residual connection.
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
