import Networks
import Testing

@Test func `parameters and operations are counted as by hand`() {
  // 30 · 128 + 128, 128 · 64 + 64, 64 + 1.
  #expect(referenceNetwork.parameterCount == 3968 + 8256 + 65)
  // Products: 2 · (3840 + 8192 + 64) forward and for the weights, 2 · (8192 + 64) for the inputs.
  #expect(referenceNetwork.trainingFLOPs(rows: 1, epochs: 1) == 64_896)
  #expect(referenceNetwork.trainingFLOPs(rows: 16_000, epochs: 10) == 64_896 * 160_000)
  #expect(referenceNetwork.predictionFLOPs(rows: 2) == 48_384)
}

@Test func `planned memory is the sum of its parts`() {
  // One unit on 16 inputs, capacity 256: 16 + 16 parameters; input 4096, and output, delta, targets and
  // weights 256 each.
  let network = NetworkConfiguration(
    inputs: 16, layers: [DenseLayer(units: 1, activation: .sigmoid)], loss: .binaryCrossEntropy)
  let common = 4096 + 4 * 256
  #expect(network.plannedBytes(batchSize: 32, optimiser: .sgd()) == 4 * (3 * 32 + common))
  #expect(network.plannedBytes(batchSize: 32, optimiser: .sgd(momentum: 0.5)) == 4 * (4 * 32 + common))
  #expect(network.plannedBytes(batchSize: 32, optimiser: .adam()) == 4 * (5 * 32 + common))
  #expect(network.plannedBytes(batchSize: 512, optimiser: .adam()) == 4 * (5 * 32 + 2 * common))
}

private func one(_ units: Int, _ activation: Activation, _ loss: Loss, dropout: Double = 0)
  -> NetworkConfiguration
{
  NetworkConfiguration(
    inputs: 2, layers: [DenseLayer(units: units, activation: activation, dropout: dropout)], loss: loss)
}

private let refused: [(name: String, network: NetworkConfiguration, error: NetworkError)] = [
  (
    "no inputs", NetworkConfiguration(inputs: 0, layers: [], loss: .meanSquaredError),
    .illegalParameter(name: "inputs", legalRange: "≥ 1", value: "0")
  ),
  (
    "no layers", NetworkConfiguration(inputs: 1, layers: [], loss: .meanSquaredError),
    .illegalParameter(name: "layers", legalRange: "≥ 1", value: "0")
  ),
  (
    "no units", one(0, .identity, .meanSquaredError),
    .illegalParameter(name: "layers[0].units", legalRange: "≥ 1", value: "0")
  ),
  (
    "softmax of one", one(1, .softmax, .softmaxCrossEntropy),
    .illegalParameter(name: "layers[0].units", legalRange: "≥ 2", value: "1")
  ),
  (
    "dropout at the end", one(1, .sigmoid, .binaryCrossEntropy, dropout: 0.5),
    .dropoutInLastLayer(rate: 0.5)
  ),
  (
    "dropout of all", one(1, .sigmoid, .binaryCrossEntropy, dropout: 1),
    .illegalParameter(name: "layers[0].dropout", legalRange: "0 ≤ dropout < 1", value: "1.0")
  ),
  (
    "cross-entropy of no probability", one(1, .relu, .binaryCrossEntropy),
    .unsupportedPairing(loss: .binaryCrossEntropy, activation: .relu)
  ),
  (
    "softmax inside",
    NetworkConfiguration(
      inputs: 2,
      layers: [DenseLayer(units: 3, activation: .softmax), DenseLayer(units: 1, activation: .identity)],
      loss: .meanSquaredError),
    .softmaxBeforeLastLayer(layer: 0)
  ),
]

@Test(arguments: refused)
func `networks that cannot work are refused`(
  _ row: (name: String, network: NetworkConfiguration, error: NetworkError)
) {
  #expect(throws: row.error) { try row.network.validate() }
}

private let settings: [(name: String, training: TrainingConfiguration, parameter: String)] = [
  ("rate", TrainingConfiguration(optimiser: .sgd(learningRate: 0)), "learningRate"),
  ("rate NaN", TrainingConfiguration(optimiser: .adam(learningRate: .nan)), "learningRate"),
  ("momentum", TrainingConfiguration(optimiser: .sgd(momentum: 1)), "momentum"),
  ("beta1", TrainingConfiguration(optimiser: .adam(beta1: -0.1)), "beta1"),
  ("beta2", TrainingConfiguration(optimiser: .adam(beta2: 1)), "beta2"),
  ("epsilon", TrainingConfiguration(optimiser: .adam(epsilon: 0)), "epsilon"),
  ("batch", TrainingConfiguration(batchSize: 0), "batchSize"),
  ("epochs", TrainingConfiguration(epochs: 0), "epochs"),
  ("l1", TrainingConfiguration(l1: -1), "l1"),
  ("l2", TrainingConfiguration(l2: .infinity), "l2"),
  ("patience", TrainingConfiguration(earlyStopping: EarlyStopping(patience: 0)), "earlyStopping.patience"),
  (
    "improvement",
    TrainingConfiguration(earlyStopping: EarlyStopping(patience: 1, minimumImprovement: -1)),
    "earlyStopping.minimumImprovement"
  ),
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
}

private let rows: [(name: String, examples: ExampleSet, error: NetworkError)] = [
  ("none", ExampleSet(rows: 0, columns: 2, features: [], targets: []), .noRows),
  (
    "another width", ExampleSet(rows: 1, columns: 3, features: [1, 2, 3], targets: [1]),
    .shapeMismatch(what: "features", expected: 2, found: 3)
  ),
  (
    "two targets", ExampleSet(rows: 1, columns: 2, features: [1, 2], targets: [1, 0]),
    .shapeMismatch(what: "targets", expected: 1, found: 2)
  ),
  (
    "not a number", ExampleSet(rows: 2, columns: 2, features: [1, 2, 3, .nan], targets: [1, 0]),
    .nonFiniteFeature(row: 1, column: 1)
  ),
  (
    "no probability", ExampleSet(rows: 2, columns: 2, features: [1, 2, 3, 4], targets: [1, 2]),
    .targetOutOfRange(row: 1, value: 2, legalRange: "0 ≤ target ≤ 1")
  ),
  (
    "weightless", ExampleSet(rows: 1, columns: 2, features: [1, 2], targets: [1], weights: [0]),
    .noWeight
  ),
]

@Test(arguments: rows)
func `rows that cannot train are refused`(_ row: (name: String, examples: ExampleSet, error: NetworkError)) {
  #expect(throws: row.error) {
    try train(one(1, .sigmoid, .binaryCrossEntropy), TrainingConfiguration(), on: row.examples)
  }
}

@Test func `a class index must name an output`() {
  let network = one(3, .softmax, .softmaxCrossEntropy)
  for target: Float in [3, -1, 0.5] {
    let examples = ExampleSet(rows: 1, columns: 2, features: [1, 2], targets: [target])
    #expect(throws: NetworkError.targetOutOfRange(row: 0, value: target, legalRange: "0, 1, …, 2")) {
      try train(network, TrainingConfiguration(), on: examples)
    }
  }
}

@Test func `messages name the parameter, the range and the value in both languages`() {
  let error = NetworkError.illegalParameter(name: "dropout", legalRange: "0 ≤ dropout < 1", value: "1.5")
  #expect(error.description == "dropout is 1.5; it must be 0 ≤ dropout < 1")
  #expect(error.chineseDescription == "dropout 的值为 1.5，合法范围是：0 ≤ dropout < 1")
  let pairing = NetworkError.unsupportedPairing(loss: .binaryCrossEntropy, activation: .relu)
  #expect(pairing.description == "binaryCrossEntropy cannot follow a last layer with relu; use sigmoid")
}
