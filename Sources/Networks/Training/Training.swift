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
  try training.validate()
  try examples.validate(for: network)
  try validation?.validate(for: network)
  var run = try TrainingRun(
    network, training, examples: examples, validation: validation, execution: execution)
  try run.start(from: initial)
  try checkpoints?.resumed.map { try run.resume($0) }
  var watch = budget.map { TimeWatch($0) }
  while run.goesOn {
    run.chooseOrder(batchOrder)
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
