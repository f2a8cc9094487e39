/// A transposed convolution of images: every input position adds its value times the kernel to the output.
///
/// The gradient of a convolution used as a layer, which enlarges (Zeiler et al., 2010). Input
/// [height, width, channels], output [height', width', filters] with height' = stride (height − 1) +
/// dilation (kernel − 1) + 1 − padding, or stride · height for `.same`. Parameters: weight
/// [kernel height][kernel width][filters][channels], bias [filters].
public struct TransposedConvolution2D: TransposedConvolutionLayer {
  public static let kind = "transposed-convolution-2d"

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
