import Networks
import Testing

/// A network of these nodes on one input x of two values, or on the inputs given.
private func network(
  _ nodes: [(name: String, layer: any Layer, from: [String])],
  inputs: [(name: String, shape: Shape)] = [("x", [2])], loss: any Loss = MeanSquaredError()
) -> NetworkConfiguration {
  NetworkConfiguration(
    inputs: inputs.map { NetworkInput(name: $0.name, shape: $0.shape) },
    nodes: nodes.map { Node(name: $0.name, layer: $0.layer, from: $0.from) }, loss: loss)
}

private func one(_ units: Int, _ loss: any Loss) -> NetworkConfiguration {
  network([("out", Dense(units), ["x"])], loss: loss)
}

private let refused: [(name: String, network: NetworkConfiguration, error: NetworkError)] = [
  (
    "no inputs", network([("out", Dense(1), ["x"])], inputs: []),
    .illegalParameter(name: "inputs", legalRange: "≥ 1", value: "0")
  ),
  ("no nodes", network([]), .illegalParameter(name: "nodes", legalRange: "≥ 1", value: "0")),
  (
    "an input of no size", network([("out", Dense(1), ["x"])], inputs: [("x", [])]),
    .illegalParameter(name: "x.shape", legalRange: "≥ 1", value: "[]")
  ),
  (
    "an input of size 0", network([("out", Dense(1), ["x"])], inputs: [("x", [3, 0])]),
    .illegalParameter(name: "x.shape", legalRange: "≥ 1", value: "[3, 0]")
  ),
  (
    "an unknown source", network([("a", Dense(1), ["x"]), ("out", Dense(1), ["b"])]),
    .unknownSource(node: "out", name: "b", known: ["a", "x"])
  ),
  (
    "a later source", network([("a", Dense(1), ["out"]), ("out", Dense(1), ["x"])]),
    .unknownSource(node: "a", name: "out", known: ["x"])
  ),
  (
    "itself as a source", network([("out", Dense(1), ["out"])]),
    .unknownSource(node: "out", name: "out", known: ["x"])
  ),
  (
    "two inputs of one name", network([("out", Dense(1), ["x"])], inputs: [("x", [2]), ("x", [2])]),
    .repeatedName("x")
  ),
  ("a node named like an input", network([("x", Dense(1), ["x"])]), .repeatedName("x")),
  (
    "two nodes of one name", network([("a", Dense(1), ["x"]), ("a", Dense(1), ["x"])]), .repeatedName("a")
  ),
  (
    "dense on no input", network([("out", Dense(1), [])]),
    .unsuitableInput(layer: "out", expected: "1 input", found: "0")
  ),
  (
    "dense on two inputs", network([("out", Dense(1), ["x", "x"])]),
    .unsuitableInput(layer: "out", expected: "1 input", found: "2")
  ),
  (
    "a sum of one", network([("out", Add(), ["x"])]),
    .unsuitableInput(layer: "out", expected: "≥ 2 inputs", found: "1")
  ),
  (
    "a sum of two shapes", network([("a", Dense(3), ["x"]), ("out", Add(), ["x", "a"])]),
    .unsuitableInput(layer: "out", expected: "[2]", found: "[3]")
  ),
  (
    "a join of one", network([("out", Concatenate(), ["x"])]),
    .unsuitableInput(layer: "out", expected: "≥ 2 inputs", found: "1")
  ),
  (
    "a join of two lengths",
    network([("out", Concatenate(), ["x", "y"])], inputs: [("x", [2, 3]), ("y", [4, 3])]),
    .unsuitableInput(layer: "out", expected: "2 × …", found: "[4, 3]")
  ),
  (
    "a shape of another size", network([("out", Reshape([3]), ["x"])]),
    .unsuitableInput(layer: "out", expected: "3", found: "[2]")
  ),
  (
    "a shape of negative sizes", network([("out", Reshape([-1, -2]), ["x"])]),
    .illegalParameter(name: "out.shape", legalRange: "≥ 1", value: "[-1, -2]")
  ),
  (
    "no units", one(0, MeanSquaredError()),
    .illegalParameter(name: "out.units", legalRange: "≥ 1", value: "0")
  ),
  (
    "dropout of all", network([("out", Dropout(1), ["x"])]),
    .illegalParameter(name: "out.rate", legalRange: "0 ≤ rate < 1", value: "1.0")
  ),
  (
    "dropout of less than nothing", network([("out", Dropout(-0.1), ["x"])]),
    .illegalParameter(name: "out.rate", legalRange: "0 ≤ rate < 1", value: "-0.1")
  ),
  (
    "dropout of no number", network([("out", Dropout(.nan), ["x"])]),
    .illegalParameter(name: "out.rate", legalRange: "0 ≤ rate < 1", value: "nan")
  ),
  (
    "classes on one output", one(1, SoftmaxCrossEntropy()),
    .illegalParameter(name: "classes", legalRange: "≥ 2", value: "1")
  ),
  (
    "smoothing of all", one(3, SoftmaxCrossEntropy(labelSmoothing: 1)),
    .illegalParameter(name: "labelSmoothing", legalRange: "0 ≤ labelSmoothing < 1", value: "1.0")
  ),
  (
    "two class weights for three classes", one(3, SoftmaxCrossEntropy(classWeights: [1, 2])),
    .illegalParameter(name: "classWeights.count", legalRange: "= 3", value: "2")
  ),
  (
    "a negative class weight", one(3, SoftmaxCrossEntropy(classWeights: [1, -2, 1])),
    .illegalParameter(name: "classWeights[1]", legalRange: "0 ≤ weight < ∞", value: "-2.0")
  ),
  (
    "an ignored target that is a class", one(3, SoftmaxCrossEntropy(ignoredTarget: 0)),
    .illegalParameter(name: "ignoredTarget", legalRange: "< 0", value: "0")
  ),
]

@Test(arguments: refused)
func `networks that cannot work are refused`(
  _ row: (name: String, network: NetworkConfiguration, error: NetworkError)
) {
  #expect(throws: row.error) { try row.network.validate() }
  #expect(throws: row.error) { try row.network.estimate() }
  #expect(throws: row.error) { try row.network.initialParameters(seed: 1) }
  #expect(throws: row.error) { try TrainedNetwork(configuration: row.network, parameters: []) }
  let examples = ExampleSet(rows: 1, columns: 2, features: [1, 2], targets: [1])
  #expect(throws: row.error) { try train(row.network, TrainingConfiguration(), on: examples) }
}

@Test func `sizes beyond all memory are refused, not multiplied until they overflow`() {
  for network in [
    network([("out", Dense(1), ["x"])], inputs: [("x", [Int.max, 4])]),
    network([("out", Dense(Int.max / 2), ["x"])], inputs: [("x", [7])]),
    network([("a", Dense(1 << 40), ["x"]), ("out", Dense(1 << 40), ["a"])]),
    network([("out", Reshape([1 << 32, 1 << 32]), ["x"])]),
  ] {
    #expect(throws: NetworkError.self) { try network.validate() }
    #expect(throws: NetworkError.self) { try network.estimate() }
  }
  #expect(throws: NetworkError.self) {
    try one(1, MeanSquaredError()).estimate(TrainingConfiguration(batchSize: Int.max))
  }
  // The largest that are allowed give an estimate.
  let wide = network(
    [("a", Dense(1 << 28), ["x"]), ("b", Dense(1 << 28), ["a"]), ("out", Dense(1 << 28), ["b"])])
  #expect(throws: Never.self) { try wide.estimate(TrainingConfiguration(batchSize: 1 << 28)) }
}

private typealias Settings = TrainingConfiguration

private let settings: [(name: String, training: TrainingConfiguration, parameter: String)] = [
  ("a rate of 0", Settings(optimiser: SGD(learningRate: 0)), "learningRate"),
  ("a rate that is no number", Settings(optimiser: Adam(learningRate: .nan)), "learningRate"),
  ("an infinite rate", Settings(optimiser: AdamW(learningRate: .infinity)), "learningRate"),
  ("a negative rate", Settings(optimiser: RMSProp(learningRate: -1)), "learningRate"),
  ("momentum of 1", Settings(optimiser: SGD(momentum: 1)), "momentum"),
  ("negative momentum", Settings(optimiser: SGD(momentum: -0.1)), "momentum"),
  ("smoothing of 1", Settings(optimiser: RMSProp(smoothing: 1)), "smoothing"),
  ("RMSProp's epsilon of 0", Settings(optimiser: RMSProp(epsilon: 0)), "epsilon"),
  ("negative beta1", Settings(optimiser: Adam(beta1: -0.1)), "beta1"),
  ("beta2 of 1", Settings(optimiser: Adam(beta2: 1)), "beta2"),
  ("epsilon of 0", Settings(optimiser: Adam(epsilon: 0)), "epsilon"),
  ("AdamW's beta1 of 1", Settings(optimiser: AdamW(beta1: 1)), "beta1"),
  ("negative decay", Settings(optimiser: AdamW(weightDecay: -1)), "weightDecay"),
  ("a batch of 0", Settings(batchSize: 0), "batchSize"),
  ("accumulation of 0", Settings(accumulation: 0), "accumulation"),
  ("no epochs", Settings(epochs: 0), "epochs"),
  ("no steps", Settings(stepLimit: 0), "stepLimit"),
  ("negative l1", Settings(l1: -1), "l1"),
  ("infinite l2", Settings(l2: .infinity), "l2"),
  ("clipping to 0", Settings(clipNorm: 0), "clipNorm"),
  ("clipping to no number", Settings(clipNorm: .nan), "clipNorm"),
  ("mixup of 0", Settings(mixup: 0), "mixup"),
  ("no patience", Settings(earlyStopping: EarlyStopping(patience: 0)), "earlyStopping.patience"),
  (
    "a negative improvement", Settings(earlyStopping: EarlyStopping(patience: 1, minimumImprovement: -1)),
    "earlyStopping.minimumImprovement"
  ),
  ("negative warm-up", Settings(schedule: Schedule(warmUpSteps: -1)), "schedule.warmUpSteps"),
  ("a decay every 0 steps", Settings(schedule: Schedule(.step(every: 0, factor: 0.5))), "schedule.every"),
  ("a decay to 0", Settings(schedule: Schedule(.step(every: 1, factor: 0))), "schedule.factor"),
  ("a decay that grows", Settings(schedule: Schedule(.step(every: 1, factor: 1.1))), "schedule.factor"),
  ("a cosine over 0 steps", Settings(schedule: Schedule(.cosine(steps: 0, final: 0))), "schedule.steps"),
  ("a cosine to 1.1", Settings(schedule: Schedule(.cosine(steps: 1, final: 1.1))), "schedule.final"),
]

@Test(arguments: settings)
func `settings outside their range are refused by name`(
  _ row: (name: String, training: TrainingConfiguration, parameter: String)
) {
  do {
    try row.training.validate()
    Issue.record("\(row.name) must be refused")
  } catch NetworkError.illegalParameter(let name, _, _) {
    #expect(name == row.parameter)
  } catch {
    Issue.record("\(error)")
  }
  #expect(throws: NetworkError.self) { try one(1, MeanSquaredError()).estimate(row.training) }
}

@Test func `settings at the ends of their ranges are allowed`() throws {
  for training in [
    Settings(optimiser: SGD(learningRate: 1e-30, momentum: 0)), Settings(optimiser: Adam(beta1: 0, beta2: 0)),
    Settings(optimiser: AdamW(epsilon: 1e-30, weightDecay: 0)), Settings(optimiser: RMSProp(smoothing: 0)),
    Settings(batchSize: 1, accumulation: 1, epochs: 1, stepLimit: 1, l1: 0, l2: 0),
    Settings(schedule: Schedule(.step(every: 1, factor: 1))),
    Settings(schedule: Schedule(.cosine(steps: 1, final: 1))),
    Settings(earlyStopping: EarlyStopping(patience: 1, minimumImprovement: 0)),
  ] {
    try training.validate()
  }
  try network([("out", Dropout(0), ["x"])]).validate()
  try one(2, SoftmaxCrossEntropy(labelSmoothing: 0, classWeights: [0, 1], ignoredTarget: -1)).validate()
}

@Test func `threads and batches of none are refused where something runs`() throws {
  let examples = ExampleSet(rows: 1, columns: 2, features: [1, 2], targets: [1])
  let network = one(1, MeanSquaredError())
  #expect(throws: NetworkError.illegalParameter(name: "threads", legalRange: "≥ 1", value: "0")) {
    try train(network, TrainingConfiguration(), on: examples, execution: Execution(threads: 0))
  }
  let trained = try TrainedNetwork(configuration: network, parameters: [1, 2, 3])
  #expect(throws: NetworkError.illegalParameter(name: "batchSize", legalRange: "≥ 1", value: "0")) {
    try Predictor(trained, batchSize: 0)
  }
}

@Test func `numbers of another network are refused`() {
  let network = one(1, MeanSquaredError())
  #expect(throws: NetworkError.shapeMismatch(what: "parameters", expected: 3, found: 2)) {
    try TrainedNetwork(configuration: network, parameters: [1, 2])
  }
  #expect(throws: NetworkError.shapeMismatch(what: "states", expected: 0, found: 1)) {
    try TrainedNetwork(configuration: network, parameters: [1, 2, 3], states: [4])
  }
}
