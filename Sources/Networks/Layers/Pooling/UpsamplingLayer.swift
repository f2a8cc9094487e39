import Kernels

/// What upsampling of sequences and of images has in common: every position is repeated.
protocol UpsamplingLayer: Layer {
  var factors: Extent { get }
  static var isSequence: Bool { get }
}

extension UpsamplingLayer {
  public func validate() throws { try factors.validate("factor") }

  public func outputShape(_ inputs: [Shape]) throws -> Shape {
    let input = try only(inputs)
    try requireInput(
      input.rank == (Self.isSequence ? 2 : 3),
      Self.isSequence ? "a sequence [positions, channels]" : "an image [height, width, channels]", input)
    return Self.isSequence
      ? [input[0] * factors.width, input[1]]
      : [input[0] * factors.height, input[1] * factors.width, input[2]]
  }

  public func operation(at site: inout LayerSite) -> any Operation {
    let input = site.input.shape
    func axis(_ size: Int, _ factor: Int) -> SlidingWindows.Axis {
      SlidingWindows.Axis(
        size: size, windows: size * factor, kernel: factor, stride: factor, dilation: 1, before: 0,
        after: 0)
    }
    return UpsamplingOperation(
      input: site.input, output: site.output,
      windows: SlidingWindows(
        vertical: Self.isSequence ? .single : axis(input[0], factors.height),
        horizontal: axis(input[input.rank - 2], factors.width), channels: input.width,
        outChannels: input.width))
  }
}

struct UpsamplingOperation: Operation {
  let input: Value
  let output: Value
  let windows: SlidingWindows

  func forward(_ step: Step) {
    let passes = step.passes
    let (image, values) = (step.values(input), step.values(output))
    step.pool.parallel(over: step.rows, grain: 1) { first, count in
      passes.upsample(
        windows, images: count, passes.place(image, first * windows.imageCount),
        into: passes.place(values, first * windows.outCount))
    }
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output), let gradient = step.gradient(input) else { return }
    let passes = step.passes
    step.pool.parallel(over: step.rows, grain: 1) { first, count in
      passes.upsampleGradient(
        windows, images: count, delta: passes.place(delta, first * windows.outCount),
        into: passes.place(gradient, first * windows.imageCount))
    }
  }
}
