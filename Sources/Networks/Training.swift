import Kernels

/// Trains a network on rows, and returns it with the losses on the way.
///
/// The same arguments give the same bytes. All memory is taken before the first step.
/// - Parameters:
///   - initialParameters: where to start, in `TrainedNetwork.parameters`' layout; nil draws them by seed.
///   - batchOrder: gives each epoch's (counted from 1) order of the training rows instead of the seed.
///   - instructionSet: of the element-wise passes; the best one unless a test wants another.
///   - shouldStop: asked before every batch; when it says yes, training ends with what it has.
///   - onEpoch: told of every finished epoch, and asked whether to go on.
/// - Throws: `NetworkError` for settings or rows that cannot work and for a loss that stops being a
///   number; whatever `onEpoch` throws.
public func train(
  _ network: NetworkConfiguration, _ training: TrainingConfiguration, on examples: ExampleSet,
  validation: ExampleSet? = nil, initialParameters: [Float]? = nil, batchOrder: ((Int) -> [Int])? = nil,
  instructionSet: InstructionSet = .best, shouldStop: (() -> Bool)? = nil,
  onEpoch: (EpochRecord) throws -> TrainingControl = { _ in .proceed }
) throws -> TrainingOutcome {
  try network.validate()
  try training.validate()
  try examples.validate(for: network)
  try validation?.validate(for: network)
  if let count = initialParameters?.count, count != network.parameterCount {
    throw NetworkError.shapeMismatch(
      what: "initial parameters", expected: network.parameterCount, found: count)
  }
  var run = TrainingRun(
    network, training, examples: examples, validation: validation, instructionSet: instructionSet)
  run.workspace.load(initialParameters ?? network.initialParameters(seed: training.seed))
  while run.goesOn {
    run.chooseOrder(batchOrder)
    guard let loss = try run.runEpoch(shouldStop: shouldStop) else {
      run.interrupted = true
      break
    }
    let record = run.record(trainingLoss: loss)
    if try onEpoch(record) == .stop, run.goesOn { run.interrupted = true }
  }
  return run.outcome
}

/// The loss of a network on rows and its gradient, in `TrainedNetwork.parameters`' layout.
///
/// Penalties count in the gradient only; dropout does not act. All rows make one batch.
public func lossAndGradient(
  of trained: TrainedNetwork, on examples: ExampleSet, l1: Double = 0, l2: Double = 0,
  instructionSet: InstructionSet = .best
) throws -> (loss: Double, gradient: [Float]) {
  var network = trained.configuration
  for index in network.layers.indices { network.layers[index].dropout = 0 }
  try network.validate()
  try examples.validate(for: network)
  // A rate and a momentum of zero leave the parameters alone, and the gradient with its penalties stays.
  var run = TrainingRun(
    network,
    TrainingConfiguration(
      optimiser: .sgd(learningRate: 0), batchSize: examples.rows, epochs: 1, l1: l1, l2: l2),
    examples: examples, validation: nil, instructionSet: instructionSet)
  run.workspace.load(trained.parameters)
  let loss = try run.runEpoch(shouldStop: nil) ?? .nan
  return (loss, run.workspace.unloaded(from: run.workspace.plan.gradients))
}
