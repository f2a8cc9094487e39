import Networks
import Testing

@Test func `parameters and operations are counted as by hand`() throws {
  let estimate = try referenceNetwork.estimate()
  // 30 · 128 + 128, 128 · 64 + 64, 64 + 1.
  #expect(estimate.parameters == 3_968 + 8_256 + 65)
  // Products: 2 · (3,840 + 8,192 + 64) forward and for the weights, 2 · (8,192 + 64) for the inputs.
  #expect(estimate.predictionOperations == 24_192)
  #expect(estimate.trainingOperations == 64_896)
  // At every one of 3 positions: 2 · 3 · (4 · 5 + 5 · 1) forward and for the weights, 2 · 3 · 5 · 1 for the
  // hidden values.
  let positions = NetworkConfiguration(input: [3, 4], [Dense(5), Dense(1)], loss: MeanSquaredError())
  #expect(try positions.estimate().predictionOperations == 150)
  #expect(try positions.estimate().trainingOperations == 330)
}

/// One unit on 16 inputs: 16 + 16 parameters with padding, and again as they last were sound; a batch of 32
/// has 512 features, and outputs, their gradients, targets, weights and the rows' weights 32 each.
private let unit = NetworkConfiguration(input: [16], [Dense(1)], loss: BinaryCrossEntropy())

private let sizes: [(name: String, training: TrainingConfiguration, numbers: Int)] = [
  ("plain", TrainingConfiguration(optimiser: SGD()), 3 * 32 + 672),
  ("momentum", TrainingConfiguration(optimiser: SGD(momentum: 0.5)), 4 * 32 + 672),
  ("RMSProp", TrainingConfiguration(optimiser: RMSProp()), 4 * 32 + 672),
  ("Adam", TrainingConfiguration(), 5 * 32 + 672),
  ("keeping the best", TrainingConfiguration(earlyStopping: EarlyStopping(patience: 1)), 6 * 32 + 672),
  ("accumulating", TrainingConfiguration(accumulation: 2), 6 * 32 + 672),
  ("mixing, with a second output gradient", TrainingConfiguration(mixup: 1), 5 * 32 + 672 + 32),
  ("batches of 64", TrainingConfiguration(batchSize: 64), 5 * 32 + 2 * 672),
]

@Test(arguments: sizes)
func `planned bytes are the sum of their parts, and exactly what is taken`(
  _ row: (name: String, training: TrainingConfiguration, numbers: Int)
) throws {
  let estimate = try unit.estimate(row.training)
  #expect(estimate.trainingBytes == 4 * row.numbers)
  #expect(try unit.estimate(row.training, precision: .double).trainingBytes == 8 * row.numbers)
  let examples = try Formula.examples(for: unit, rows: 64)
  var training = row.training
  training.epochs = 1
  let bytes = estimate.trainingBytes
  _ = try train(unit, training, on: examples, execution: Execution(memoryLimit: bytes))
  #expect(throws: NetworkError.exceedsMemory(needed: bytes, limit: bytes - 1)) {
    try train(unit, training, on: examples, execution: Execution(memoryLimit: bytes - 1))
  }
}

@Test func `prediction needs neither gradients nor an optimiser's state`() throws {
  // 32 parameters; 512 features, and outputs, targets, weights and the rows' weights 32 each.
  let bytes = 4 * (32 + 512 + 4 * 32)
  #expect(try unit.estimate().predictionBytes == bytes)
  let trained = try TrainedNetwork(configuration: unit, parameters: unit.initialParameters(seed: 1))
  _ = try Predictor(trained, batchSize: 32, execution: Execution(memoryLimit: bytes))
  #expect(throws: NetworkError.exceedsMemory(needed: bytes, limit: bytes - 1)) {
    try Predictor(trained, batchSize: 32, execution: Execution(memoryLimit: bytes - 1))
  }
}

@Test func `twelve hundred gigabytes are refused with the figure before any is taken`() throws {
  let network = NetworkConfiguration(input: [1_000_000], [Dense(100_000)], loss: MeanSquaredError())
  // Parameters, gradients, parameters as they last were: 3 · (10¹¹ + 10⁵). One row: 10⁶ features, and 10⁵ outputs, gradients, targets
  // and weights each, and one row's weight on a line of 16.
  let numbers = 3 * (100_000_000_000 + 100_000) + 1_000_000 + 4 * 100_000 + 16
  let training = TrainingConfiguration(optimiser: SGD(), batchSize: 1)
  #expect(try network.estimate(training).trainingBytes == 4 * numbers)
  let examples = ExampleSet(
    rows: 1, columns: 1_000_000, features: [Float](repeating: 1, count: 1_000_000),
    targets: [Float](repeating: 1, count: 100_000))
  let limited = Execution(memoryLimit: 1_000_000_000)
  #expect(throws: NetworkError.exceedsMemory(needed: 4 * numbers, limit: 1_000_000_000)) {
    try train(network, training, on: examples, execution: limited)
  }
  #expect {
    try NetworkFunction(network, on: examples, execution: limited)
  } throws: { error in
    guard case NetworkError.exceedsMemory(let needed, 1_000_000_000) = error else { return false }
    return needed > 800_000_000_000
  }
}

@Test func `parameters start by name and seed, weights within their limits and biases at zero`() throws {
  let values = try referenceNetwork.initialParameters(seed: 3)
  let definitions = try referenceNetwork.parameterDefinitions()
  #expect(
    definitions.map(\.name) == [
      "dense-1.weight", "dense-1.bias", "dense-2.weight", "dense-2.bias", "dense-3.weight", "dense-3.bias",
    ])
  #expect(definitions.map(\.shape) == [[30, 128], [128], [128, 64], [64], [64, 1], [1]])
  #expect(definitions.map(\.isPenalised) == [true, false, true, false, true, false])
  // He's limits √(6 / inputs) before ReLU, Glorot's √(6 / (inputs + outputs)) before the last.
  let limits = [(6.0 / 30).squareRoot(), 0, (6.0 / 128).squareRoot(), 0, (6.0 / 65).squareRoot(), 0]
  var start = 0
  for (definition, limit) in zip(definitions, limits) {
    let part = values[start..<start + definition.shape.count].map { abs(Double($0)) }
    start += definition.shape.count
    #expect(part.allSatisfy { $0 <= limit })
    #expect((part.max() ?? 0) >= 0.9 * limit)
  }
  #expect(try referenceNetwork.initialParameters(seed: 3) == values)
  #expect(try referenceNetwork.initialParameters(seed: 4) != values)
  // Another layer in front changes none of the draws of the others.
  var deeper = referenceNetwork
  deeper.nodes.insert(Node(name: "new", layer: Dense(30), from: ["input"]), at: 0)
  deeper.nodes[1].from = ["new"]
  #expect(Array(try deeper.initialParameters(seed: 3).dropFirst(30 * 30 + 30)) == values)
}
