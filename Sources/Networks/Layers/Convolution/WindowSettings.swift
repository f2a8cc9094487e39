import Kernels

/// The settings that say where windows lie, along both axes; a sequence is an image of height 1.
struct WindowSettings {
  var kernel: Extent
  var stride: Extent
  var dilation: Extent = 1
  var padding: Padding
  /// Whether inputs are sequences [positions, channels] rather than images [height, width, channels].
  var isSequence = false

  init(_ kernel: Extent, stride: Extent, dilation: Extent = 1, padding: Padding) {
    self.kernel = kernel
    self.stride = stride
    self.dilation = dilation
    self.padding = padding
  }

  init(sequence kernel: Int, stride: Int, dilation: Int = 1, padding: Padding) {
    self.init(
      Extent(1, kernel), stride: Extent(1, stride), dilation: Extent(1, dilation), padding: padding)
    isSequence = true
  }

  /// No setting and no bordered image is larger, so that no product of sizes overflows.
  private static let largest = 1 << 28

  /// Throws `NetworkError.illegalParameter` for a setting outside its legal range.
  func validate() throws {
    try kernel.validate("kernel")
    try stride.validate("stride")
    try dilation.validate("dilation")
    try padding.validate(allowsCausal: isSequence)
  }

  /// Height, width and channels of an input; 0 where its rank is another.
  func sizes(_ input: Shape) -> (height: Int, width: Int, channels: Int) {
    switch (isSequence, input.rank) {
    case (true, 2): (1, input[0], input[1])
    case (false, 3): (input[0], input[1], input[2])
    default: (0, 0, 0)
    }
  }

  /// The shape of an image or a sequence of these sizes.
  func shape(height: Int, width: Int, channels: Int) -> Shape {
    isSequence ? [width, channels] : [height, width, channels]
  }

  /// What an input has to be, in words.
  var expectation: String {
    isSequence ? "a sequence [positions, channels]" : "an image [height, width, channels]"
  }

  /// The windows over an input of this shape.
  ///
  /// - Throws: `NetworkError.unsuitableInput` if it has another rank or not one window fits.
  func windows(over input: Shape, outChannels: Int, layer: String) throws -> SlidingWindows {
    let (height, width, channels) = sizes(input)
    let vertical = isSequence ? .single : axis(height, kernel.height, stride.height, dilation.height)
    guard channels >= 1, let vertical,
      let horizontal = axis(width, kernel.width, stride.width, dilation.width)
    else {
      throw NetworkError.unsuitableInput(
        layer: layer, expected: "\(expectation) with room for one window", found: "\(input)")
    }
    return try checked(
      SlidingWindows(
        vertical: vertical, horizontal: horizontal, channels: channels, outChannels: outChannels))
  }

  /// The windows whose positions are those of `input`, over the image that fits them: what a transposed
  /// convolution turns round.
  ///
  /// - Throws: `NetworkError.unsuitableInput` if the input has another rank or the image would have no
  ///   positions.
  func transposedWindows(from input: Shape, channels: Int, layer: String) throws -> SlidingWindows {
    let (height, width, outChannels) = sizes(input)
    let vertical =
      isSequence ? .single : transposedAxis(height, kernel.height, stride.height, dilation.height)
    guard outChannels >= 1, let vertical,
      let horizontal = transposedAxis(width, kernel.width, stride.width, dilation.width)
    else {
      throw NetworkError.unsuitableInput(
        layer: layer, expected: "\(expectation) larger than its padding", found: "\(input)")
    }
    return try checked(
      SlidingWindows(
        vertical: vertical, horizontal: horizontal, channels: channels, outChannels: outChannels))
  }

  private func axis(_ size: Int, _ kernel: Int, _ stride: Int, _ dilation: Int) -> SlidingWindows.Axis? {
    guard size >= 1 else { return nil }
    let reach = dilation * (kernel - 1) + 1
    let (before, after) = padding.border(size: size, reach: reach, stride: stride)
    let room = before + size + after - reach
    guard room >= 0 else { return nil }
    return SlidingWindows.Axis(
      size: size, windows: room / stride + 1, kernel: kernel, stride: stride, dilation: dilation,
      before: before, after: after)
  }

  private func transposedAxis(
    _ windows: Int, _ kernel: Int, _ stride: Int, _ dilation: Int
  ) -> SlidingWindows.Axis? {
    guard windows >= 1 else { return nil }
    let reach = dilation * (kernel - 1) + 1
    let (before, after) = padding.border(size: windows * stride, reach: reach, stride: stride)
    let size = stride * (windows - 1) + reach - before - after
    guard size >= 1 else { return nil }
    return SlidingWindows.Axis(
      size: size, windows: windows, kernel: kernel, stride: stride, dilation: dilation, before: before,
      after: after)
  }

  /// Throws for windows that no memory holds.
  private func checked(_ windows: SlidingWindows) throws -> SlidingWindows {
    let bordered: Shape = [windows.vertical.bordered, windows.horizontal.bordered, windows.channels]
    try NetworkError.require(
      bordered.count <= Self.largest, "padding", "[height, width, channels] ∏ ≤ 2²⁸", bordered)
    let weight: Shape = [
      windows.vertical.kernel, windows.horizontal.kernel, windows.channels, windows.outChannels,
    ]
    try NetworkError.require(weight.count <= 1 << 32, "kernel", "∏ ≤ 2³²", weight)
    return windows
  }
}
