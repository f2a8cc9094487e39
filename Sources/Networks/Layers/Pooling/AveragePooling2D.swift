import Kernels

/// The mean of each window and channel, over images.
///
/// Input [height, width, channels], output [height', width', channels],
/// as many as a convolution with these windows has. Padding reads nothing: windows are cut off at the
/// edges. Positions outside do not count towards the mean.
public struct AveragePooling2D: PoolingLayer {
  public static let kind = "average-pooling-2d"
  static let pooling = PoolingKind.average

  public var window: Extent
  /// From one window to the next; as far as the window is long unless given.
  public var stride: Extent
  public var padding: Padding

  public init(_ window: Extent, stride: Extent? = nil, padding: Padding = .valid) {
    self.window = window
    self.stride = stride ?? window
    self.padding = padding
  }

  private var settings: WindowSettings { WindowSettings(window, stride: stride, padding: padding) }

  public func validate() throws { try settings.validatePooling() }

  func windows(over input: Shape) throws -> SlidingWindows {
    try settings.poolingWindows(over: input, layer: Self.kind)
  }
}
