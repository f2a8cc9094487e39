import Kernels

/// What convolutions of sequences and of images have in common.
protocol ConvolutionLayer: Layer {
  var filters: Int { get }
  var activation: Activation { get }
  var hasBias: Bool { get }
  var settings: WindowSettings { get }
}

extension ConvolutionLayer {
  public func validate() throws {
    try NetworkError.require(filters >= 1, "filters", "≥ 1", filters)
    try settings.validate()
  }

  public func outputShape(_ inputs: [Shape]) throws -> Shape {
    let input = try only(inputs)
    let windows = try settings.windows(over: input, outChannels: filters, layer: Self.kind)
    return settings.shape(
      height: windows.vertical.windows, width: windows.horizontal.windows, channels: filters)
  }

  public func operation(at site: inout LayerSite) -> any Operation {
    guard
      let windows = try? settings.windows(
        over: site.input.shape, outChannels: filters, layer: Self.kind)
    else { preconditionFailure("outputShape refused this input") }
    let weight = site.convolutionWeight(settings, windows, activation, fanIn: windows.channels)
    let products = 2 * windows.windows * weight.count
    site.count(forward: products, toInput: products, toParameters: products)
    return ConvolutionOperation(
      input: site.input, output: site.output, windows: windows, weight: weight,
      packed: site.scratch(windows.packedCount),
      packedBack: site.input.hasGradient ? site.scratch(windows.packedBackCount) : nil,
      sums: ActivatedSums(activation, units: filters, hasBias: hasBias, at: &site))
  }
}

extension LayerSite {
  /// The weight of a convolution: [kernel][channels][outChannels], images' kernels being [height][width].
  ///
  /// - Parameter fanIn: channels of the layer's input.
  mutating func convolutionWeight(
    _ settings: WindowSettings, _ windows: SlidingWindows, _ activation: Activation, fanIn: Int
  ) -> Parameter {
    let positions = windows.kernelPositions
    let (height, width) = (windows.vertical.kernel, windows.horizontal.kernel)
    let fanOut = windows.channels + windows.outChannels - fanIn
    return parameter(
      "weight",
      Shape((settings.isSequence ? [width] : [height, width]) + [windows.channels, windows.outChannels]),
      activation.initialiser(inputs: positions * fanIn, outputs: positions * fanOut))
  }
}

struct ConvolutionOperation: Operation {
  let input: Value
  let output: Value
  let windows: SlidingWindows
  let weight: Parameter
  /// The weight as the forward pass and as the pass back to the input meet it.
  let packed: Scratch
  let packedBack: Scratch?
  /// Nil where what follows applies them.
  private(set) var sums: ActivatedSums?

  /// The same, giving plain sums.
  var withoutSums: ConvolutionOperation {
    var copy = self
    copy.sums = nil
    return copy
  }

  func forward(_ step: Step) {
    let passes = step.passes
    let packed = step.values(packed)
    passes.pack(
      MatrixView(step.values(weight), rowStride: windows.outChannels),
      inner: windows.kernelPositions * windows.channels, columns: windows.outChannels, into: packed)
    let (image, values) = (step.values(input), step.values(output))
    step.pool.parallel(over: step.rows, grain: 1) { first, count in
      passes.convolve(
        windows, images: count, passes.place(image, first * windows.imageCount), packed: packed,
        bias: sums?.biasValues(step), into: passes.place(values, first * windows.outCount),
        thenReLU: sums?.activation == .relu)
    }
    if let sums, !sums.isFused { sums.finish(values, rows: step.rows * windows.windows, step) }
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output) else { return }
    let passes = step.passes
    sums?.differentiate(
      delta, values: step.values(output), rows: step.rows * windows.windows, step)
    // Each worker goes over all images for its own part of the weight, so that every sum is in their order.
    let (image, gradient) = (step.values(input), step.gradient(weight))
    let parts = step.pool.threads
    step.pool.parallel(parts) { part in
      passes.convolutionKernel(
        windows, images: step.rows, image, delta: delta, into: gradient, part: part, of: parts)
    }
    guard let inputGradient = step.gradient(input), let packedBack = packedBack.map({ step.values($0) })
    else { return }
    passes.packForConvolvingBack(windows, step.values(weight), into: packedBack)
    step.pool.parallel(over: step.rows, grain: 1) { first, count in
      passes.convolveBack(
        windows, images: count, passes.place(delta, first * windows.outCount), packed: packedBack,
        into: passes.place(inputGradient, first * windows.imageCount))
    }
  }
}
