/// A convolution of sequences: output[t] = activation(b + Σ over the window at t of sequence · W).
///
/// Input [positions, channels], output [positions', filters]; see `Convolution2D` for the sizes. With
/// causal padding no output looks ahead (van den Oord et al., 2016, with dilation as there).
/// Parameters: weight [kernel][channels][filters], bias [filters].
public struct Convolution1D: ConvolutionLayer {
  public static let kind = "convolution-1d"

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
