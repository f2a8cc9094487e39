import Kernels

/// The memory of one network at work, and its parameters going in and out.
///
/// Everything is taken once, when the workspace is made; the passes (see its extensions) take nothing.
final class NetworkWorkspace {
  let plan: NetworkPlan
  let passes: VectorPasses
  let pool: WorkerPool
  private let arena: Arena

  init(_ plan: NetworkPlan, passes: VectorPasses = VectorPasses(), pool: WorkerPool) {
    self.plan = plan
    self.passes = passes
    self.pool = pool
    arena = Arena(numbers: plan.count, precision: passes.precision)
  }

  /// Bytes taken.
  var bytes: Int { arena.bytes }

  var parameters: Numbers { arena.base }
  var gradients: Numbers { section(plan.gradients) }
  var states: Numbers { section(plan.stateStart) }
  var batch: Numbers { section(plan.batchStart) }
  var targets: Numbers { passes.place(batch, plan.targets) }
  var weights: Numbers { passes.place(batch, plan.weights) }
  var rowWeights: Numbers { passes.place(batch, plan.rowWeights) }

  /// The optimiser's state number `index`, as long as the parameters.
  func optimiserState(_ index: Int) -> Numbers {
    section(plan.optimiserState + index * plan.parameterSpan)
  }

  func section(_ start: Int) -> Numbers { passes.place(arena.base, start) }

  func step(rows: Int, isTraining: Bool, key: UInt64 = 0) -> Step {
    Step(
      passes: passes, pool: pool, rows: rows, isTraining: isTraining, key: key, parameters: parameters,
      gradients: gradients, states: states, batch: batch)
  }

  /// Copies parameters and running states in, from the order of their definitions without padding.
  func load(parameters values: [Float], states stateValues: [Float]) {
    precondition(values.count == plan.parameterCount, "parameters of another network")
    precondition(stateValues.count == plan.stateCount, "running states of another network")
    copyIn(values, plan.parameters.map { ($0.offset, $0.shape.count) }, to: parameters)
    copyIn(stateValues, plan.states.map { ($0.offset, $0.shape.count) }, to: states)
  }

  /// Copies a section laid out like the parameters out, without padding.
  func unloadedParameters(from start: Numbers) -> [Float] {
    copyOut(plan.parameters.map { ($0.offset, $0.shape.count) }, from: start)
  }

  /// Copies a section laid out like the running states out, without padding.
  func unloadedStates(from start: Numbers) -> [Float] {
    copyOut(plan.states.map { ($0.offset, $0.shape.count) }, from: start)
  }

  /// Keeps the parameters and running states as they are now, over what was kept before.
  func keepBest() {
    passes.copy(section(plan.best), parameters, count: plan.parameterSpan)
    passes.copy(section(plan.bestStates), states, count: plan.stateSpan)
  }

  /// Keeps the parameters and running states against a later divergence.
  func keepLastGood() {
    passes.copy(section(plan.lastGood), parameters, count: plan.parameterSpan)
    passes.copy(section(plan.lastGoodStates), states, count: plan.stateSpan)
  }

  private func copyIn(_ values: [Float], _ places: [(Int, Int)], to start: Numbers) {
    values.withUnsafeBufferPointer { source in
      guard var cursor = source.baseAddress else { return }
      for (offset, count) in places {
        passes.load(passes.place(start, offset), from: cursor, count: count)
        cursor += count
      }
    }
  }

  private func copyOut(_ places: [(Int, Int)], from start: Numbers) -> [Float] {
    let total = places.reduce(0) { $0 + $1.1 }
    return [Float](unsafeUninitializedCapacity: total) { buffer, filled in
      filled = total
      guard var cursor = buffer.baseAddress else { return }
      for (offset, count) in places {
        passes.unload(cursor, from: passes.place(start, offset), count: count)
        cursor += count
      }
    }
  }
}
