import Kernels

/// The highest value of each channel over all positions: of an image or a sequence, at most 65,536 positions.
///
/// Input [..., channels], output [channels] (Lin et al., 2014).
public struct GlobalMaxPooling: PoolingLayer {
  public static let kind = "global-max-pooling"
  static let pooling = PoolingKind.maximum

  public init() {}

  public func outputShape(_ inputs: [Shape]) throws -> Shape {
    let input = try only(inputs)
    _ = try windows(over: input)
    return [input.width]
  }

  func windows(over input: Shape) throws -> SlidingWindows {
    try .whole(input, layer: Self.kind, limit: 65_536)
  }
}
