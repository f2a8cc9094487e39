import Kernels

/// The mean of each channel over all positions: of an image or a sequence, any number of positions.
///
/// Input [..., channels], output [channels] (Lin et al., 2014).
public struct GlobalAveragePooling: PoolingLayer {
  public static let kind = "global-average-pooling"
  static let pooling = PoolingKind.average

  public init() {}

  public func outputShape(_ inputs: [Shape]) throws -> Shape {
    let input = try only(inputs)
    _ = try windows(over: input)
    return [input.width]
  }

  func windows(over input: Shape) throws -> SlidingWindows { try .whole(input, layer: Self.kind) }
}
