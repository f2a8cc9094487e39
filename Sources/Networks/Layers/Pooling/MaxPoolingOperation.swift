import Kernels

struct MaxPoolingOperation: Operation {
  let input: Value
  let output: Value
  let windows: SlidingWindows
  /// Where in its window each value was found, 16 bits each.
  let places: Scratch?
  /// Bias and activation of the convolution before, where they are applied after the pooling.
  private(set) var sums: ActivatedSums?

  func with(_ sums: ActivatedSums) -> MaxPoolingOperation {
    var copy = self
    copy.sums = sums
    return copy
  }

  func forward(_ step: Step) {
    let passes = step.passes
    let (image, values, places) = (step.values(input), step.values(output), places(step))
    step.pool.parallel(over: step.rows, grain: 1) { first, count in
      passes.maxPool(
        windows, images: count, passes.place(image, first * windows.imageCount),
        into: passes.place(values, first * windows.outCount),
        places: places.map { $0 + first * windows.outCount })
    }
    sums?.finish(values, rows: step.rows * windows.windows, addingBias: true, step)
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output), let gradient = step.gradient(input),
      let places = places(step)
    else { return }
    let passes = step.passes
    sums?.differentiate(
      delta, values: step.values(output), rows: step.rows * windows.windows, step)
    step.pool.parallel(over: step.rows, grain: 1) { first, count in
      passes.maxPoolGradient(
        windows, images: count, delta: passes.place(delta, first * windows.outCount),
        places: places + first * windows.outCount,
        into: passes.place(gradient, first * windows.imageCount))
    }
  }

  private func places(_ step: Step) -> UnsafeMutablePointer<UInt16>? {
    places.flatMap {
      $0.count == 0 ? nil : step.values($0).bindMemory(to: UInt16.self, capacity: 2 * $0.count)
    }
  }
}
