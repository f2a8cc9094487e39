import Kernels

/// The memory of one network at work, and its parameters going in and out.
///
/// Everything is taken once, when the workspace is made; the passes (see its extensions) take nothing.
final class NetworkWorkspace {
  let network: NetworkConfiguration
  let plan: NetworkPlan
  let passes: VectorPasses
  let base: UnsafeMutablePointer<Float>
  private let arena: Arena

  init(_ network: NetworkConfiguration, plan: NetworkPlan, instructionSet: InstructionSet) {
    self.network = network
    self.plan = plan
    passes = VectorPasses(instructionSet)
    arena = Arena(plan.arena)
    base = arena.base
  }

  /// Copies parameters in, from the layout [W row-major, b] layer by layer.
  func load(_ parameters: [Float]) {
    precondition(parameters.count == network.parameterCount, "parameters of another network")
    forEachPiece { at, place, count in
      parameters.withUnsafeBufferPointer { source in
        for index in 0..<count { base[plan.parameters + place + index] = source[at + index] }
      }
    }
  }

  /// Copies one padded copy of the parameters, or of their gradients, out into that layout.
  func unloaded(from start: Int) -> [Float] {
    var values = [Float](repeating: 0, count: network.parameterCount)
    forEachPiece { at, place, count in
      for index in 0..<count { values[at + index] = base[start + place + index] }
    }
    return values
  }

  /// Keeps the parameters as they are now, over what was kept before.
  func keepBest() {
    (base + plan.best).update(from: base + plan.parameters, count: plan.parameterSpan)
  }

  /// Copies the rows `order[start ..< start + count]` of the examples into the batch.
  func gather(_ examples: ExampleSet, order: UnsafeBufferPointer<Int>, start: Int, count: Int) {
    let columns = examples.columns
    examples.features.withUnsafeBufferPointer { features in
      guard let source = features.baseAddress else { return }
      for row in 0..<count {
        (base + plan.input + row * plan.inputStride).update(
          from: source + order[start + row] * columns, count: columns)
      }
    }
  }

  /// Copies the rows' targets and weights into the batch; the weights are divided by `meanWeight`.
  ///
  /// For the losses that look at every unit, the weights are spread over the units and stay zero in the
  /// padding, so that the loss's pass can run over whole rows.
  func gatherTargets(
    _ examples: ExampleSet, order: UnsafeBufferPointer<Int>, start: Int, count: Int, meanWeight: Double
  ) {
    let width = network.targetColumns
    let stride = width == 1 ? 1 : plan.layers[plan.layers.count - 1].stride
    let targets = base + plan.targets
    let weights = base + plan.weights
    for row in 0..<count {
      let source = order[start + row]
      let rowWeight = examples.weights.map { Double($0[source]) / meanWeight } ?? 1
      let weight = Float(rowWeight / Double(width))
      for column in 0..<width {
        targets[row * stride + column] = examples.targets[source * width + column]
        weights[row * stride + column] = weight
      }
    }
  }

  /// Calls `body` with (offset outside, offset inside, length) of every run that is contiguous in both.
  private func forEachPiece(_ body: (Int, Int, Int) -> Void) {
    var at = 0
    for layer in plan.layers {
      for row in 0..<layer.inputs {
        body(at, layer.weights + row * layer.stride, layer.units)
        at += layer.units
      }
      body(at, layer.bias, layer.units)
      at += layer.units
    }
  }
}
