import Kernels

/// Trains a network on rows, and returns it with the losses on the way.
///
/// The same arguments give the same bytes, for any number of threads. All memory is taken before the
/// first step.
/// - Parameters:
///   - initial: where to start; nil draws parameters by seed.
///   - batchOrder: gives each epoch's (counted from 1) order of the training rows instead of the seed.
///   - budget: the time it may take; nil for no limit.
///   - checkpoints: where to keep the state on the way, and where to go on from.
///   - shouldStop: asked before every batch; when it says yes, training ends with what it has.
///   - onEpoch: told of every finished epoch, and asked whether to go on.
/// - Throws: `NetworkError` for settings or rows that cannot work, `TrainingDiverged` for a loss that
///   stops being a number; whatever `onEpoch` or the keeper of checkpoints throws.
public func train(
  _ network: NetworkConfiguration, _ training: TrainingConfiguration, on examples: ExampleSet,
  validation: ExampleSet? = nil, initial: TrainedNetwork? = nil, batchOrder: ((Int) -> [Int])? = nil,
  execution: Execution = Execution(), budget: TimeBudget? = nil, checkpoints: Checkpoints? = nil,
  shouldStop: (() -> Bool)? = nil, onEpoch: (EpochRecord) throws -> TrainingControl = { _ in .proceed }
) throws -> TrainingOutcome {
  try network.validate()
  try training.validate(for: network)
  try examples.validate(for: network)
  try validation?.validate(for: network)
  let run = try TrainingRun(
    network, training, rows: EpochRows(examples, training, network), rowCount: examples.rows,
    mark: checkpoints.map { _ in DataMark(examples) }, validation: validation, execution: execution)
  return try finish(
    run, initial: initial, batchOrder: batchOrder, budget: budget, checkpoints: checkpoints,
    shouldStop: shouldStop, onEpoch: onEpoch)
}

/// Trains a network on rows that are read block by block, so that they need not fit into memory.
///
/// Blocks come in a new order each epoch, and so do the rows of a block; a block holds about `blockRows`
/// rows, a whole number of steps. Rows count once each. The other parameters are those of `train(_:_:on:)`.
/// - Throws: as `train(_:_:on:)`, and what the source throws.
public func train(
  _ network: NetworkConfiguration, _ training: TrainingConfiguration, streaming source: any ExampleSource,
  blockRows: Int = 65_536, validation: ExampleSet? = nil, initial: TrainedNetwork? = nil,
  execution: Execution = Execution(), budget: TimeBudget? = nil, checkpoints: Checkpoints? = nil,
  shouldStop: (() -> Bool)? = nil, onEpoch: (EpochRecord) throws -> TrainingControl = { _ in .proceed }
) throws -> TrainingOutcome {
  try network.validate()
  try training.validate(for: network)
  try validation?.validate(for: network)
  let run = try TrainingRun(
    network, training, rows: EpochRows(source, blockRows: blockRows, training, network),
    rowCount: source.rows, mark: checkpoints.map { _ in try DataMark(source) }, validation: validation,
    execution: execution)
  return try finish(
    run, initial: initial, batchOrder: nil, budget: budget, checkpoints: checkpoints,
    shouldStop: shouldStop, onEpoch: onEpoch)
}

/// Runs a training from where it starts or resumes to its end.
private func finish(
  _ run: TrainingRun, initial: TrainedNetwork?, batchOrder: ((Int) -> [Int])?, budget: TimeBudget?,
  checkpoints: Checkpoints?, shouldStop: (() -> Bool)?, onEpoch: (EpochRecord) throws -> TrainingControl
) throws -> TrainingOutcome {
  var run = run
  try run.start(from: initial)
  try checkpoints?.resumed.map { try run.resume($0) }
  var watch = budget.map { TimeWatch($0) }
  while run.goesOn {
    run.beginEpoch(batchOrder)
    guard try run.runEpoch(shouldStop: shouldStop, watch: &watch, checkpoints: checkpoints) else {
      run.interrupted = true
      break
    }
    let record = run.record(watch: &watch)
    if try onEpoch(record) == .stop, run.goesOn { run.interrupted = true }
  }
  return run.outcome
}

/// The mean loss of a network on rows and its gradient, in the order of its parameters.
///
/// Dropout does not act; all rows make one batch.
public func lossAndGradient(
  of trained: TrainedNetwork, on examples: ExampleSet, execution: Execution = Execution()
) throws -> (loss: Double, gradient: [Float]) {
  let function = try NetworkFunction(
    trained.configuration, on: examples, states: trained.states, execution: execution)
  let gradient = function.gradient(trained.parameters.map { Double($0) })
  return (gradient.loss, gradient.parameters.map { Float($0) })
}
