/// A convolution of images: output[y][x] = activation(b + Σ over the window at (y, x) of image · W).
///
/// Input [height, width, channels], output [height', width', filters] with
/// height' = ⌊(height + padding − dilation (kernel − 1) − 1) / stride⌋ + 1 and likewise for the width.
/// Parameters: weight [kernel height][kernel width][channels][filters], bias [filters]. As in the field,
/// the kernel is not turned over (a cross-correlation). LeCun et al., 1998.
public struct Convolution2D: ConvolutionLayer {
  public static let kind = "convolution-2d"

  /// Channels of the output, at least 1.
  public var filters: Int
  public var kernel: Extent
  public var stride: Extent
  public var dilation: Extent
  public var padding: Padding
  public var activation: Activation
  public var hasBias: Bool

  public init(
    _ filters: Int, kernel: Extent, stride: Extent = 1, dilation: Extent = 1, padding: Padding = .valid,
    _ activation: Activation = .identity, hasBias: Bool = true
  ) {
    self.filters = filters
    self.kernel = kernel
    self.stride = stride
    self.dilation = dilation
    self.padding = padding
    self.activation = activation
    self.hasBias = hasBias
  }

  var settings: WindowSettings {
    WindowSettings(kernel, stride: stride, dilation: dilation, padding: padding)
  }
}
