import Kernels

/// The state of one training, from its first step to its last.
struct TrainingRun {
  let workspace: NetworkWorkspace
  var interrupted = false
  var progress = TrainingProgress()

  let training: TrainingConfiguration
  private var rows: EpochRows
  private let validation: ExampleSet?
  private let batchSize: Int
  private let exampleWeight: Double
  private let validationWeight: Double
  /// Tells the data from others; computed only where there are checkpoints.
  let mark: DataMark?
  private let validationOrder: [Int]
  /// Starts the random numbers of dropout, augmentation and mixing, together with a batch's number.
  private let stepKey: UInt64

  /// Steps after which the network is kept against a later divergence, beside every epoch's start.
  private static let safeSteps = 500

  init(
    _ network: NetworkConfiguration, _ training: TrainingConfiguration, rows: EpochRows, rowCount: Int,
    mark: DataMark?, validation: ExampleSet?, execution: Execution
  ) throws {
    self.training = training
    self.rows = rows
    self.validation = validation
    self.mark = mark
    batchSize = min(training.batchSize, rowCount)
    exampleWeight = rows.examples.meanWeight
    validationWeight = validation?.meanWeight ?? 1
    validationOrder = Array(0..<(validation?.rows ?? 0))
    var generator = SeededGenerator(seed: training.seed, purpose: "steps")
    stepKey = generator.next()
    workspace = try execution.workspace(
      NetworkPlan(network, capacity: batchSize, purpose: training.purpose))
  }

  /// Loads the numbers to start from.
  mutating func start(from initial: TrainedNetwork?) throws {
    let network = workspace.plan.configuration
    if let initial, initial.configuration != network {
      throw NetworkError.otherCheckpoint(what: "network")
    }
    workspace.load(
      parameters: try initial?.parameters ?? network.initialParameters(seed: training.seed),
      states: try initial?.states ?? network.initialStates())
  }

  /// Whether another epoch is due, or the rest of one: a training may resume right after an epoch's last
  /// step, which may be the last allowed, and the epoch is still to be recorded.
  var goesOn: Bool {
    !interrupted && !progress.stoppedEarly && progress.history.count < training.epochs
      && (hasSteps || progress.batches > 0)
  }

  private var hasSteps: Bool { training.stepLimit.map { progress.steps < $0 } ?? true }

  /// Begins the epoch to come, or goes on with the one that is running.
  mutating func beginEpoch(_ batchOrder: ((Int) -> [Int])?) {
    let epoch = progress.history.count + 1
    rows.begin(epoch: epoch, order: batchOrder?(epoch))
  }

  /// The rest of an epoch's batches; false if it was stopped on the way.
  mutating func runEpoch(
    shouldStop: (() -> Bool)?, watch: inout TimeWatch?, checkpoints: Checkpoints?
  ) throws -> Bool {
    let batches = rows.batches
    if progress.batches == 0 { workspace.keepLastGood() }
    while progress.batches < batches {
      if shouldStop?() == true || !hasSteps || watch?.allowsStep() == false { return false }
      try runStep(batches: min(training.accumulation, batches - progress.batches))
      if let checkpoints, let mark, checkpoints.isDue(progress.steps) {
        try checkpoints.keep(checkpoint(of: mark))
      }
    }
    guard workspace.hasFiniteParameters else { throw diverged(loss: 0) }
    return true
  }

  /// One step: the gradients of one or several batches, then the change they make.
  private mutating func runStep(batches: Int) throws {
    progress.steps += 1
    for index in 0..<batches {
      let batch = try rows.batch(progress.batches)
      rows.order.withUnsafeBufferPointer {
        workspace.gather(rows.examples, order: $0, start: batch.start, count: batch.rows)
        workspace.gatherTargets(
          rows.examples, order: $0, start: batch.start, count: batch.rows, meanWeight: exampleWeight)
      }
      let key =
        stepKey &+ UInt64(progress.history.count &* 1_000_003 &+ progress.batches) &* 0xd134_2543_de82_ef95
      workspace.augment(training.augmentations, rows: batch.rows, key: key)
      let share = training.mixup.map { mixShare($0, key: key) }
      if let share { workspace.mixInputs(rows: batch.rows, share: share) }
      let step = workspace.step(rows: batch.rows, isTraining: true, key: key)
      workspace.forward(step)
      let loss = share.map { workspace.mixedLoss(step, share: $0) } ?? workspace.loss(step)
      guard loss.sum.isFinite else { throw diverged(loss: loss.sum) }
      progress.lossSum = .init(progress.lossSum.value + loss.sum)
      progress.lossCount = .init(progress.lossCount.value + loss.count)
      workspace.backward(step)
      if training.accumulation > 1 { workspace.accumulate(isFirst: index == 0) }
      progress.batches += 1
    }
    workspace.update(
      NetworkWorkspace.Update(
        optimiser: training.optimiser, learningRate: learningRate, number: progress.steps,
        l1: training.l1, l2: training.l2, clipNorm: training.clipNorm, scale: 1 / Double(batches)),
      gradients: training.accumulation > 1
        ? workspace.section(workspace.plan.accumulated) : workspace.gradients)
    if progress.steps % Self.safeSteps == 0, workspace.hasFiniteParameters { workspace.keepLastGood() }
  }

  private func mixShare(_ alpha: Double, key: UInt64) -> Double {
    var generator = SeededGenerator(seed: key, purpose: "mixup")
    return generator.beta(alpha)
  }

  private var learningRate: Double {
    training.optimiser.learningRate * training.schedule.factor(step: progress.steps)
  }

  /// Notes the epoch just run, and whether it was the best or the last.
  mutating func record(watch: inout TimeWatch?) -> EpochRecord {
    let validation: Double? = watch?.validating { validationLoss() } ?? validationLoss()
    let record = EpochRecord(
      epoch: progress.history.count + 1,
      trainingLoss: progress.lossSum.value / progress.lossCount.value, validationLoss: validation)
    progress.history.append(record)
    progress.batches = 0
    (progress.lossSum, progress.lossCount) = (.init(0), .init(0))
    if record.watchedLoss < progress.lowestLoss.value {
      (progress.lowestEpoch, progress.lowestLoss) = (record.epoch, .init(record.watchedLoss))
    }
    if let stopping = training.earlyStopping {
      let limit = progress.bestLoss.value - stopping.minimumImprovement
      if progress.bestEpoch == 0 || record.watchedLoss < limit {
        (progress.bestEpoch, progress.bestLoss) = (record.epoch, .init(record.watchedLoss))
        workspace.keepBest()
      } else if record.epoch - progress.bestEpoch >= stopping.patience {
        progress.stoppedEarly = true
      }
    }
    return record
  }

  var outcome: TrainingOutcome {
    let plan = workspace.plan
    let keepsBest = progress.bestEpoch > 0
    return TrainingOutcome(
      network: TrainedNetwork(
        checked: plan.configuration,
        parameters: workspace.unloadedParameters(
          from: keepsBest ? workspace.section(plan.best) : workspace.parameters),
        states: workspace.unloadedStates(
          from: keepsBest ? workspace.section(plan.bestStates) : workspace.states)),
      history: progress.history, steps: progress.steps,
      bestEpoch: keepsBest ? progress.bestEpoch : progress.lowestEpoch,
      stoppedEarly: progress.stoppedEarly, interrupted: interrupted)
  }

  private func validationLoss() -> Double? {
    guard let validation else { return nil }
    var (sum, count) = (0.0, 0.0)
    for start in stride(from: 0, to: validation.rows, by: workspace.plan.capacity) {
      let rows = min(workspace.plan.capacity, validation.rows - start)
      validationOrder.withUnsafeBufferPointer {
        workspace.gather(validation, order: $0, start: start, count: rows)
        workspace.gatherTargets(
          validation, order: $0, start: start, count: rows, meanWeight: validationWeight)
      }
      let step = workspace.step(rows: rows, isTraining: false)
      workspace.forward(step)
      let loss = workspace.loss(step)
      sum += loss.sum
      count += loss.count
    }
    return sum / count
  }

  private func diverged(loss: Double) -> TrainingDiverged {
    let plan = workspace.plan
    return TrainingDiverged(
      epoch: progress.history.count + 1, step: progress.steps,
      layer: workspace.firstNonFinite(rows: batchSize, ofParameters: loss.isFinite) ?? "loss",
      learningRate: learningRate,
      lastGood: TrainedNetwork(
        checked: plan.configuration,
        parameters: workspace.unloadedParameters(from: workspace.section(plan.lastGood)),
        states: workspace.unloadedStates(from: workspace.section(plan.lastGoodStates))),
      history: progress.history)
  }
}

extension NetworkWorkspace {
  /// The first node with a parameter, or else a value of this batch, that is no number.
  func firstNonFinite(rows: Int, ofParameters: Bool) -> String? {
    for parameter in plan.parameters {
      let start = passes.place(parameters, parameter.offset)
      guard passes.allFinite(start, count: parameter.shape.count) else {
        return String(parameter.name.prefix { $0 != "." })
      }
    }
    if ofParameters { return nil }
    let nodes = plan.configuration.nodes
    let values = plan.values.dropFirst(plan.configuration.inputs.count)
    for (node, value) in zip(nodes, values) {
      let start = passes.place(batch, value.offset)
      if !passes.allFinite(start, count: rows * value.shape.count) { return node.name }
    }
    return nil
  }
}
