import CKernels

/// Windows laid over an image [height][width][channels], one for each position of [outHeight][outWidth].
///
/// What passes through them in either direction uses the same value; a sequence is an image of height 1.
public struct SlidingWindows: Hashable, Sendable {
  /// One of the image's two axes.
  public struct Axis: Hashable, Sendable {
    /// Positions of the image.
    public let size: Int
    /// Windows, each giving one position of the output.
    public let windows: Int
    /// Positions of a window.
    public let kernel: Int
    /// From one window to the next.
    public let stride: Int
    /// From one position of a window to its next.
    public let dilation: Int
    /// How far the first window reaches over the edge, and zeros after the last position.
    public let before: Int
    public let after: Int

    public init(size: Int, windows: Int, kernel: Int, stride: Int, dilation: Int, before: Int, after: Int) {
      self.size = size
      self.windows = windows
      self.kernel = kernel
      self.stride = stride
      self.dilation = dilation
      self.before = before
      self.after = after
    }

    /// The axis of no length that a sequence lacks.
    public static let single = Axis(
      size: 1, windows: 1, kernel: 1, stride: 1, dilation: 1, before: 0, after: 0)

    /// Size with the border.
    public var bordered: Int { before + size + after }
  }

  public let vertical: Axis
  public let horizontal: Axis
  /// Channels of the image, and of the output.
  public let channels: Int
  public let outChannels: Int

  public init(vertical: Axis, horizontal: Axis, channels: Int, outChannels: Int) {
    self.vertical = vertical
    self.horizontal = horizontal
    self.channels = channels
    self.outChannels = outChannels
  }

  /// Positions of a window, and windows.
  public var kernelPositions: Int { vertical.kernel * horizontal.kernel }
  public var windows: Int { vertical.windows * horizontal.windows }
  /// Numbers of an image, and of its output.
  public var imageCount: Int { vertical.size * horizontal.size * channels }
  public var outCount: Int { windows * outChannels }

  var convolution: ck_convolution {
    ck_convolution(
      height: vertical.size, width: horizontal.size, channels: channels, out_height: vertical.windows,
      out_width: horizontal.windows, out_channels: outChannels, kernel_height: vertical.kernel,
      kernel_width: horizontal.kernel, stride_height: vertical.stride, stride_width: horizontal.stride,
      dilation_height: vertical.dilation, dilation_width: horizontal.dilation, top: vertical.before,
      left: horizontal.before, bordered_height: vertical.bordered, bordered_width: horizontal.bordered)
  }

  var pooling: ck_pooling {
    ck_pooling(
      height: vertical.size, width: horizontal.size, channels: channels, out_height: vertical.windows,
      out_width: horizontal.windows, window_height: vertical.kernel, window_width: horizontal.kernel,
      stride_height: vertical.stride, stride_width: horizontal.stride, top: vertical.before,
      left: horizontal.before)
  }
}
