/// A transposed convolution of sequences: every input position adds its value times the kernel to the output.
///
/// The gradient of a convolution used as a layer, which enlarges (Zeiler et al., 2010). Input
/// [positions, channels], output [positions', filters] with positions' = stride (positions − 1) +
/// dilation (kernel − 1) + 1 − padding, or stride · positions for `.same`. Parameters: weight
/// [kernel][filters][channels], bias [filters].
public struct TransposedConvolution1D: TransposedConvolutionLayer {
  public static let kind = "transposed-convolution-1d"

  /// Channels of the output, at least 1.
  public var filters: Int
  public var kernel: Int
  public var stride: Int
  public var dilation: Int
  public var padding: Padding
  public var activation: Activation
  public var hasBias: Bool

  public init(
    _ filters: Int, kernel: Int, stride: Int = 1, dilation: Int = 1, padding: Padding = .valid,
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
    WindowSettings(sequence: kernel, stride: stride, dilation: dilation, padding: padding)
  }
}
