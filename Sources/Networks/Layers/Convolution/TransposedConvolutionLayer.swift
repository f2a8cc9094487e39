import Kernels

/// What transposed convolutions of sequences and of images have in common.
protocol TransposedConvolutionLayer: Layer {
  var filters: Int { get }
  var activation: Activation { get }
  var hasBias: Bool { get }
  var settings: WindowSettings { get }
}

extension TransposedConvolutionLayer {
  public func validate() throws {
    try NetworkError.require(filters >= 1, "filters", "≥ 1", filters)
    try settings.validate()
    try settings.padding.validate(allowsCausal: false)
    if settings.padding == .same {
      try NetworkError.require(
        settings.kernel.height >= settings.stride.height && settings.kernel.width >= settings.stride.width,
        "kernel", "≥ stride", "[\(settings.kernel.height), \(settings.kernel.width)]")
    }
  }

  public func outputShape(_ inputs: [Shape]) throws -> Shape {
    let input = try only(inputs)
    let windows = try settings.transposedWindows(from: input, channels: filters, layer: Self.kind)
    return settings.shape(
      height: windows.vertical.size, width: windows.horizontal.size, channels: filters)
  }

  public func operation(at site: inout LayerSite) -> any Operation {
    guard
      let windows = try? settings.transposedWindows(
        from: site.input.shape, channels: filters, layer: Self.kind)
    else { preconditionFailure("outputShape refused this input") }
    let weight = site.convolutionWeight(settings, windows, activation, fanIn: windows.outChannels)
    let products = 2 * windows.windows * weight.count
    site.count(forward: products, toInput: products, toParameters: products)
    return TransposedConvolutionOperation(
      input: site.input, output: site.output, windows: windows, weight: weight,
      packedBack: site.scratch(windows.packedBackCount),
      packed: site.input.hasGradient ? site.scratch(windows.packedCount) : nil,
      sums: ActivatedSums(activation, units: filters, hasBias: hasBias, at: &site))
  }
}

/// A convolution run backwards: its output is the image that windows lie over, its input the windows' values.
struct TransposedConvolutionOperation: Operation {
  let input: Value
  let output: Value
  let windows: SlidingWindows
  let weight: Parameter
  let packedBack: Scratch
  let packed: Scratch?
  let sums: ActivatedSums

  /// Positions of one output.
  private var positions: Int { windows.vertical.size * windows.horizontal.size }

  func forward(_ step: Step) {
    let passes = step.passes
    let packed = step.values(packedBack)
    passes.packForConvolvingBack(windows, step.values(weight), into: packed)
    let (given, values) = (step.values(input), step.values(output))
    step.pool.parallel(over: step.rows, grain: 1) { first, count in
      passes.convolveBack(
        windows, images: count, passes.place(given, first * windows.outCount), packed: packed,
        into: passes.place(values, first * windows.imageCount))
    }
    sums.finish(values, rows: step.rows * positions, addingBias: true, step)
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output) else { return }
    let passes = step.passes
    sums.differentiate(delta, values: step.values(output), rows: step.rows * positions, step)
    let (given, gradient) = (step.values(input), step.gradient(weight))
    let parts = step.pool.threads
    step.pool.parallel(parts) { part in
      passes.convolutionKernel(
        windows, images: step.rows, delta, delta: given, into: gradient, part: part, of: parts)
    }
    guard let inputGradient = step.gradient(input), let packed = packed.map({ step.values($0) })
    else { return }
    passes.pack(
      MatrixView(step.values(weight), rowStride: windows.outChannels),
      inner: windows.kernelPositions * windows.channels, columns: windows.outChannels, into: packed)
    step.pool.parallel(over: step.rows, grain: 1) { first, count in
      passes.convolve(
        windows, images: count, passes.place(delta, first * windows.imageCount), packed: packed, bias: nil,
        into: passes.place(inputGradient, first * windows.outCount))
    }
  }
}
