import Kernels

/// What poolings of sequences and of images have in common: one value for each window and channel.
protocol PoolingLayer: Layer {
  static var pooling: PoolingKind { get }
  func windows(over input: Shape) throws -> SlidingWindows
}

/// How a window's values become one.
enum PoolingKind { case maximum, average }

extension PoolingLayer {
  public func outputShape(_ inputs: [Shape]) throws -> Shape {
    let input = try only(inputs)
    let windows = try windows(over: input)
    return Shape(
      (input.rank == 3 ? [windows.vertical.windows] : []) + [windows.horizontal.windows, windows.channels])
  }

  public func operation(at site: inout LayerSite) -> any Operation {
    guard let windows = try? windows(over: site.input.shape) else {
      preconditionFailure("outputShape refused this input")
    }
    switch Self.pooling {
    case .average:
      return AveragePoolingOperation(input: site.input, output: site.output, windows: windows)
    case .maximum:
      // Two of the places, 16 bits each, in a number of 32.
      let places = site.input.hasGradient ? site.trainingScratch((site.rows * windows.outCount + 1) / 2) : nil
      return MaxPoolingOperation(
        input: site.input, output: site.output, windows: windows, places: places)
    }
  }
}

struct AveragePoolingOperation: Operation {
  let input: Value
  let output: Value
  let windows: SlidingWindows

  func forward(_ step: Step) {
    let passes = step.passes
    let (image, values) = (step.values(input), step.values(output))
    step.pool.parallel(over: step.rows, grain: 1) { first, count in
      passes.averagePool(
        windows, images: count, passes.place(image, first * windows.imageCount),
        into: passes.place(values, first * windows.outCount))
    }
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output), let gradient = step.gradient(input) else { return }
    let passes = step.passes
    step.pool.parallel(over: step.rows, grain: 1) { first, count in
      passes.averagePoolGradient(
        windows, images: count, delta: passes.place(delta, first * windows.outCount),
        into: passes.place(gradient, first * windows.imageCount))
    }
  }
}
