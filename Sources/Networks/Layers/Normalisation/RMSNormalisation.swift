import Kernels

/// Divides the numbers of each position by their root mean square (Zhang and Sennrich, 2019).
///
/// output = x / √(mean of x² + ε) × gain, the mean being that of the last axis. Input and output
/// [..., width]. With two inputs their sum is normalised. The same in training and in use. Parameter: gain
/// [width], starting with 1.
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
