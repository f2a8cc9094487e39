import Kernels

/// The state of one training, from its first step to its last.
struct TrainingRun {
  let workspace: NetworkWorkspace
  var interrupted = false

  private let training: TrainingConfiguration
  private let examples: ExampleSet
  private let validation: ExampleSet?
  private let batchSize: Int
  private let exampleWeight: Double
  private let validationWeight: Double
  private var order: [Int]
  private let validationOrder: [Int]
  private var orderGenerator: SeededGenerator
  private var dropoutGenerator: SeededGenerator
  private let drops: Bool
  private var history: [EpochRecord] = []
  private var steps = 0
  private var best = (epoch: 0, loss: Double.infinity)
  private var lowest = (epoch: 0, loss: Double.infinity)
  private var stoppedEarly = false

  init(
    _ network: NetworkConfiguration, _ training: TrainingConfiguration, examples: ExampleSet,
    validation: ExampleSet?, instructionSet: InstructionSet
  ) {
    self.training = training
    self.examples = examples
    self.validation = validation
    batchSize = min(training.batchSize, examples.rows)
    exampleWeight = examples.meanWeight
    validationWeight = validation?.meanWeight ?? 1
    order = Array(0..<examples.rows)
    validationOrder = Array(0..<(validation?.rows ?? 0))
    orderGenerator = SeededGenerator(seed: training.seed, purpose: "batch order")
    dropoutGenerator = SeededGenerator(seed: training.seed, purpose: "dropout")
    drops = network.layers.contains { $0.dropout > 0 }
    history.reserveCapacity(training.epochs)
    let plan = NetworkPlan(network, batchSize: batchSize, optimiser: training.optimiser)
    workspace = NetworkWorkspace(network, plan: plan, instructionSet: instructionSet)
  }

  /// Whether another epoch is due.
  var goesOn: Bool { !interrupted && !stoppedEarly && history.count < training.epochs }

  /// Sets the order of the rows for the epoch to come.
  mutating func chooseOrder(_ batchOrder: ((Int) -> [Int])?) {
    if let batchOrder {
      order = batchOrder(history.count + 1)
      precondition(
        order.count == examples.rows && order.allSatisfy { $0 >= 0 && $0 < examples.rows },
        "a batch order names one row for each of the \(examples.rows)")
    } else if training.shuffle {
      orderGenerator.shuffle(&order)
    }
  }

  /// One pass over the training rows; nil if the caller stopped it on the way.
  ///
  /// - Returns: the mean loss over the rows.
  mutating func runEpoch(shouldStop: (() -> Bool)?) throws -> Double? {
    var total = 0.0
    var step = 0
    for start in stride(from: 0, to: examples.rows, by: batchSize) {
      if shouldStop?() == true { return nil }
      let rows = min(batchSize, examples.rows - start)
      order.withUnsafeBufferPointer {
        workspace.gather(examples, order: $0, start: start, count: rows)
        workspace.gatherTargets(
          examples, order: $0, start: start, count: rows, meanWeight: exampleWeight)
      }
      workspace.forward(
        rows: rows, for: .training, dropoutKey: drops ? dropoutGenerator.next() : 0)
      let loss = workspace.loss(rows: rows)
      step += 1
      steps += 1
      guard loss.isFinite else { throw diverged(step) }
      total += loss
      workspace.backward(rows: rows)
      workspace.update(training, number: steps)
    }
    guard workspace.hasFiniteParameters else { throw diverged(step) }
    return total / Double(examples.rows)
  }

  /// Notes the epoch just run, and whether it was the best or the last.
  mutating func record(trainingLoss: Double) -> EpochRecord {
    let record = EpochRecord(
      epoch: history.count + 1, trainingLoss: trainingLoss, validationLoss: validationLoss())
    history.append(record)
    if record.watchedLoss < lowest.loss { lowest = (record.epoch, record.watchedLoss) }
    if let stopping = training.earlyStopping {
      if best.epoch == 0 || record.watchedLoss < best.loss - stopping.minimumImprovement {
        best = (record.epoch, record.watchedLoss)
        workspace.keepBest()
      } else if record.epoch - best.epoch >= stopping.patience {
        stoppedEarly = true
      }
    }
    return record
  }

  var outcome: TrainingOutcome {
    let start = best.epoch > 0 ? workspace.plan.best : workspace.plan.parameters
    return TrainingOutcome(
      network: TrainedNetwork(
        configuration: workspace.network, parameters: workspace.unloaded(from: start)),
      history: history, bestEpoch: best.epoch > 0 ? best.epoch : lowest.epoch,
      stoppedEarly: stoppedEarly, interrupted: interrupted)
  }

  private func validationLoss() -> Double? {
    guard let validation else { return nil }
    var total = 0.0
    for start in stride(from: 0, to: validation.rows, by: workspace.plan.capacity) {
      let rows = min(workspace.plan.capacity, validation.rows - start)
      validationOrder.withUnsafeBufferPointer {
        workspace.gather(validation, order: $0, start: start, count: rows)
        workspace.gatherTargets(
          validation, order: $0, start: start, count: rows, meanWeight: validationWeight)
      }
      workspace.forward(rows: rows, for: .evaluation)
      total += workspace.loss(rows: rows)
    }
    return total / Double(validation.rows)
  }

  private func diverged(_ step: Int) -> NetworkError {
    .diverged(epoch: history.count + 1, step: step, learningRate: training.optimiser.learningRate)
  }
}

extension NetworkWorkspace {
  /// Whether every parameter is a number.
  var hasFiniteParameters: Bool {
    passes.allFinite(base + plan.parameters, count: plan.parameterSpan)
  }
}
