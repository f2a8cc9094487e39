import Kernels

/// The state of one adversarial training, from its first step to its last.
struct AdversarialRun {
  let generator: NetworkWorkspace
  let discriminator: NetworkWorkspace
  private(set) var records: [AdversarialRecord] = []

  private let training: AdversarialTraining
  private let features: [Float]
  private let rows: Int
  private let batchSize: Int
  /// Multiplies both losses: ½ for least squares.
  private let share: Double
  private let stepKey: UInt64
  private var order: [Int] = []
  private var lastGood: (generator: TrainedNetwork, discriminator: TrainedNetwork)

  /// Steps after which both networks are kept against a later divergence.
  private static let safeSteps = 500

  init(
    generator: NetworkConfiguration, discriminator: NetworkConfiguration, _ training: AdversarialTraining,
    features: [Float], rows: Int, execution: Execution
  ) throws {
    self.training = training
    self.features = features
    self.rows = rows
    batchSize = min(training.batchSize, rows)
    share = discriminator.loss is MeanSquaredError ? 0.5 : 1
    var keys = SeededGenerator(seed: training.seed, purpose: "adversarial steps")
    stepKey = keys.next()
    let plans = [
      try NetworkPlan(
        generator, capacity: batchSize,
        purpose: NetworkPlan.Purpose(
          optimiserStates: training.generatorOptimiser.stateCount, trains: true)),
      try NetworkPlan(
        discriminator, capacity: batchSize,
        purpose: NetworkPlan.Purpose(
          optimiserStates: training.discriminatorOptimiser.stateCount, trains: true, accumulates: true,
          differentiatesInputs: true)),
    ]
    let workspaces = try execution.workspaces(plans)
    (self.generator, self.discriminator) = (workspaces[0], workspaces[1])
    guard self.discriminator.plan.values[0].hasGradient else {
      throw NetworkError.unsuitableInput(
        layer: discriminator.nodes[0].name, expected: "an input with a gradient", found: "indices")
    }
    lastGood = (self.generator.trained, self.discriminator.trained)
  }

  /// Loads the numbers to start from.
  mutating func start(from initial: (generator: TrainedNetwork, discriminator: TrainedNetwork)?) throws {
    // Two seeds, since layers of one name and shape would otherwise start alike in both networks.
    var seeds = SeededGenerator(seed: training.seed, purpose: "adversarial parameters")
    for (workspace, given) in [(generator, initial?.generator), (discriminator, initial?.discriminator)] {
      let configuration = workspace.plan.configuration
      let seed = seeds.next()
      if let given, given.configuration != configuration {
        throw NetworkError.otherCheckpoint(what: "network")
      }
      workspace.load(
        parameters: try given?.parameters ?? configuration.initialParameters(seed: seed),
        states: try given?.states ?? configuration.initialStates())
      workspace.passes.fill(workspace.rowWeights, count: batchSize, with: 1)
    }
    lastGood = (generator.trained, discriminator.trained)
  }

  /// One move of the discriminator and one of the generator.
  mutating func runStep(
    noise: ((Int) -> [Float])?, batchOrder: ((Int) -> [Int])?
  ) throws -> AdversarialRecord {
    let number = records.count + 1
    drawNoise(number, noise)
    let made = step(generator, number, phase: 0)
    generator.forward(made)

    chooseRows(number, batchOrder)
    let real = try judge(number, phase: 1, target: 1)
    discriminator.accumulate(isFirst: true)
    showMadeRows(made)
    let fake = try judge(number, phase: 2, target: 0)
    discriminator.accumulate(isFirst: false)
    move(
      discriminator, training.discriminatorOptimiser, number,
      discriminator.section(discriminator.plan.accumulated))

    // The made rows are still before the discriminator, which is a step further on.
    let loss = try judge(number, phase: 3, target: 1)
    takeGradient(made)
    generator.backward(made)
    move(generator, training.generatorOptimiser, number, generator.gradients)

    let record = AdversarialRecord(
      step: number, discriminatorLoss: share * (real + fake), generatorLoss: share * loss)
    records.append(record)
    if number % Self.safeSteps == 0 {
      try requireFiniteParameters()
      lastGood = (generator.trained, discriminator.trained)
    }
    return record
  }

  /// Throws `AdversarialTrainingDiverged` if a parameter of either network is no number.
  func requireFiniteParameters() throws {
    guard generator.hasFiniteParameters, discriminator.hasFiniteParameters else {
      throw diverged(step: records.count, ofParameters: true)
    }
  }

  /// The discriminator's mean loss on the rows before it, with the gradients that belong to it.
  private func judge(_ number: Int, phase: Int, target: Double) throws -> Double {
    let step = step(discriminator, number, phase: phase)
    discriminator.forward(step)
    discriminator.passes.fill(
      discriminator.targets, count: batchSize * discriminator.plan.targetCount, with: target)
    let loss = discriminator.loss(step)
    guard loss.sum.isFinite else { throw diverged(step: number, ofParameters: false) }
    discriminator.backward(step)
    return loss.sum / loss.count
  }

  private func move(
    _ workspace: NetworkWorkspace, _ optimiser: any Optimiser, _ number: Int, _ gradients: Numbers
  ) {
    workspace.update(
      NetworkWorkspace.Update(
        optimiser: optimiser, learningRate: optimiser.learningRate, number: number, scale: share),
      gradients: gradients)
  }

  private func step(_ workspace: NetworkWorkspace, _ number: Int, phase: Int) -> Step {
    workspace.step(
      rows: batchSize, isTraining: true, key: stepKey &+ UInt64(4 * number + phase) &* 0xd134_2543_de82_ef95)
  }

  private func diverged(step: Int, ofParameters: Bool) -> AdversarialTrainingDiverged {
    let isGenerator = generator.firstNonFinite(rows: batchSize, ofParameters: ofParameters)
    let isDiscriminator = discriminator.firstNonFinite(rows: batchSize, ofParameters: ofParameters)
    return AdversarialTrainingDiverged(
      step: step, network: isGenerator == nil ? .discriminator : .generator,
      layer: isGenerator ?? isDiscriminator ?? "loss", lastGoodGenerator: lastGood.generator,
      lastGoodDiscriminator: lastGood.discriminator, records: records)
  }
}

/// Rows and noise on their way into the two networks.
extension AdversarialRun {
  private func drawNoise(_ number: Int, _ given: ((Int) -> [Float])?) {
    let width = generator.plan.configuration.inputCount
    if let given {
      let values = given(number)
      precondition(values.count == batchSize * width, "noise for another number of rows")
      values.withUnsafeBufferPointer { generator.fill($0, start: 0, count: batchSize) }
      return
    }
    var draws = SeededGenerator(seed: training.seed, purpose: "noise \(number)")
    for index in generator.plan.configuration.inputs.indices {
      let value = generator.plan.values[index]
      let start = generator.passes.place(generator.batch, value.offset)
      for place in 0..<batchSize * value.shape.count {
        generator.passes.write(draws.normal(), to: start, at: place)
      }
    }
  }

  /// Puts the step's real rows before the discriminator.
  private mutating func chooseRows(_ number: Int, _ batchOrder: ((Int) -> [Int])?) {
    let batches = rows / batchSize
    let (pass, batch) = ((number - 1) / batches + 1, (number - 1) % batches)
    if batch == 0 {
      order = batchOrder?(pass) ?? shuffled(pass)
      precondition(
        order.count >= batches * batchSize && order.allSatisfy { $0 >= 0 && $0 < rows },
        "an order of the rows names as many as there are, among them")
    }
    features.withUnsafeBufferPointer { source in
      guard let source = source.baseAddress else { return }
      let width = discriminator.plan.configuration.inputCount
      for row in 0..<batchSize {
        discriminator.fillRow(row, from: source + order[batch * batchSize + row] * width)
      }
    }
  }

  private func shuffled(_ pass: Int) -> [Int] {
    var draws = SeededGenerator(seed: training.seed, purpose: "batch order \(pass)")
    var order = Array(0..<rows)
    draws.shuffle(&order)
    return order
  }

  /// Puts the generator's output before the discriminator.
  private func showMadeRows(_ made: Step) {
    discriminator.passes.copy(
      discriminator.passes.place(discriminator.batch, discriminator.plan.values[0].offset),
      made.values(generator.plan.output), count: batchSize * generator.plan.output.shape.count)
  }

  /// Hands the gradient of the discriminator's input on to the generator's output.
  private func takeGradient(_ made: Step) {
    guard let offset = discriminator.plan.values[0].gradientOffset,
      let gradient = made.gradient(generator.plan.output)
    else { return }
    generator.passes.copy(
      gradient, discriminator.passes.place(discriminator.batch, offset),
      count: batchSize * generator.plan.output.shape.count)
  }
}
