import Kernels

/// Trains a generator and a discriminator against each other, and returns both.
///
/// The generator turns noise into rows, the discriminator tells real rows from made ones. Each step's
/// noise is drawn from the standard normal distribution by seed and step alone. The same arguments give the
/// same bytes, for any number of threads.
/// - Parameters:
///   - features: the real rows, row-major [rows][inputs of the discriminator].
///   - initial: where both start; nil draws parameters by seed.
///   - noise: gives a step's (counted from 1) noise, row-major [batchSize][inputs of the generator],
///     instead of the seed.
///   - batchOrder: gives the order of the rows in each pass over the data (counted from 1) instead of the
///     seed.
///   - shouldStop: asked before every step; when it says yes, training ends with what it has.
///   - onStep: told of every finished step, with a way to take the generator as it is then, and asked
///     whether to go on.
/// - Throws: `NetworkError` for networks, settings or rows that cannot work, `AdversarialTrainingDiverged`
///   for a loss or a parameter that stops being a number; whatever `onStep` throws.
public func trainAdversarially(
  generator: NetworkConfiguration, discriminator: NetworkConfiguration, _ training: AdversarialTraining,
  on features: [Float], rows: Int,
  initial: (generator: TrainedNetwork, discriminator: TrainedNetwork)? = nil,
  noise: ((Int) -> [Float])? = nil, batchOrder: ((Int) -> [Int])? = nil,
  execution: Execution = Execution(), shouldStop: (() -> Bool)? = nil,
  onStep: (AdversarialRecord, () -> TrainedNetwork) throws -> TrainingControl = { _, _ in .proceed }
) throws -> AdversarialOutcome {
  try training.validate(generator: generator, discriminator: discriminator)
  let width = discriminator.inputCount
  guard rows > 0 else { throw NetworkError.noRows }
  guard features.count == rows * width else {
    throw NetworkError.shapeMismatch(what: "features", expected: width, found: features.count / rows)
  }
  if let bad = features.firstIndex(where: { !$0.isFinite }) {
    throw NetworkError.nonFiniteFeature(row: bad / width, column: bad % width)
  }
  var run = try AdversarialRun(
    generator: generator, discriminator: discriminator, training, features: features, rows: rows,
    execution: execution)
  try run.start(from: initial)
  var interrupted = false
  while run.records.count < training.steps {
    if shouldStop?() == true {
      interrupted = true
      break
    }
    let record = try run.runStep(noise: noise, batchOrder: batchOrder)
    let control = try onStep(record) { run.generator.trained }
    if control == .stop && run.records.count < training.steps {
      interrupted = true
      break
    }
  }
  try run.requireFiniteParameters()
  return AdversarialOutcome(
    generator: run.generator.trained, discriminator: run.discriminator.trained, records: run.records,
    interrupted: interrupted)
}

extension NetworkWorkspace {
  /// The network with its parameters as they are now.
  var trained: TrainedNetwork {
    TrainedNetwork(
      checked: plan.configuration, parameters: unloadedParameters(from: parameters),
      states: unloadedStates(from: states))
  }
}
