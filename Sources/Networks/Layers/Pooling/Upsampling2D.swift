/// Repeats every position of a image, so that it grows by a whole factor (nearest neighbour).
///
/// Input [height, width, channels], output [factor · height, factor · width, channels].
public struct Upsampling2D: UpsamplingLayer {
  public static let kind = "upsampling-2d"
  static let isSequence = false

  /// How often each position comes out, at least once.
  public var factor: Extent

  public init(_ factor: Extent) { self.factor = factor }

  var factors: Extent { factor }
}
