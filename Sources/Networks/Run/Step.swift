import Kernels

/// One batch on its way through the network: what an operation needs to find its numbers.
public struct Step {
  public let passes: VectorPasses
  public let pool: WorkerPool
  /// Examples in the batch.
  public let rows: Int
  /// Whether dropout acts and normalisation uses the batch's own statistics.
  public let isTraining: Bool
  /// Starts this step's random numbers; an operation mixes in its own salt.
  public let key: UInt64
  let parameters: Numbers
  let gradients: Numbers
  let states: Numbers
  let batch: Numbers

  /// A value's numbers, row-major [rows][shape].
  public func values(_ value: Value) -> Numbers { passes.place(batch, value.offset) }

  /// The gradient of a value, where it has one.
  public func gradient(_ value: Value) -> Numbers? {
    value.gradientOffset.map { passes.place(batch, $0) }
  }

  /// A parameter's numbers.
  public func values(_ parameter: Parameter) -> Numbers { passes.place(parameters, parameter.offset) }

  /// A parameter's gradient; there in backward passes only.
  public func gradient(_ parameter: Parameter) -> Numbers { passes.place(gradients, parameter.offset) }

  public func values(_ state: RunningState) -> Numbers { passes.place(states, state.offset) }

  public func values(_ scratch: Scratch) -> Numbers { passes.place(batch, scratch.offset) }
}
