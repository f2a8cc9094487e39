/// Repeats every position of a sequence, so that it grows by a whole factor (nearest neighbour).
///
/// Input [positions, channels], output [factor · positions, channels].
public struct Upsampling1D: UpsamplingLayer {
  public static let kind = "upsampling-1d"
  static let isSequence = true

  /// How often each position comes out, at least once.
  public var factor: Int

  public init(_ factor: Int) { self.factor = factor }

  var factors: Extent { Extent(1, factor) }
}
