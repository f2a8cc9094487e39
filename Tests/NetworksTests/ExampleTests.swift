import Networks
import Testing

private func network(_ units: Int, _ loss: any Loss) -> NetworkConfiguration {
  NetworkConfiguration(input: [2], [Dense(units)], loss: loss)
}

private func rows(_ features: [Float], _ targets: [Float], columns: Int = 2, weights: [Float]? = nil)
  -> ExampleSet
{
  ExampleSet(
    rows: features.count / columns, columns: columns, features: features, targets: targets,
    weights: weights)
}

private let refused: [(name: String, examples: ExampleSet, error: NetworkError)] = [
  ("none", rows([], []), .noRows),
  (
    "another width", rows([1, 2, 3], [1], columns: 3), .shapeMismatch(what: "features", expected: 2, found: 3)
  ),
  ("two targets", rows([1, 2], [1, 0]), .shapeMismatch(what: "targets", expected: 1, found: 2)),
  ("no number", rows([1, 2, 3, .nan], [1, 0]), .nonFiniteFeature(row: 1, column: 1)),
  ("infinite", rows([1, 2, -.infinity, 4], [1, 0]), .nonFiniteFeature(row: 1, column: 0)),
  (
    "no probability", rows([1, 2, 3, 4], [1, 2]),
    .targetOutOfRange(row: 1, value: 2, legalRange: "0 ≤ target ≤ 1")
  ),
  (
    "a negative weight", rows([1, 2, 3, 4], [1, 0], weights: [1, -1]),
    .illegalParameter(name: "weights[1]", legalRange: "0 ≤ weight < ∞", value: "-1.0")
  ),
  (
    "an infinite weight", rows([1, 2], [1], weights: [.infinity]),
    .illegalParameter(name: "weights[0]", legalRange: "0 ≤ weight < ∞", value: "inf")
  ),
  ("no weight at all", rows([1, 2], [1], weights: [0]), .noWeight),
]

@Test(arguments: refused)
func `rows that cannot train or test are refused`(
  _ row: (name: String, examples: ExampleSet, error: NetworkError)
) {
  let network = network(1, BinaryCrossEntropy())
  let good = rows([1, 2], [1])
  #expect(throws: row.error) { try train(network, TrainingConfiguration(), on: row.examples) }
  #expect(throws: row.error) {
    try train(network, TrainingConfiguration(), on: good, validation: row.examples)
  }
  #expect(throws: row.error) { try NetworkFunction(network, on: row.examples) }
}

@Test func `a class index must name an output or be the one to ignore`() throws {
  for target: Float in [3, -1, 0.5, .nan, .infinity] {
    #expect {
      try train(network(3, SoftmaxCrossEntropy()), TrainingConfiguration(), on: rows([1, 2], [target]))
    } throws: { error in
      guard case NetworkError.targetOutOfRange(0, let value, "0, 1, …, 2") = error else { return false }
      return value == target || target.isNaN
    }
  }
  let ignoring = network(3, SoftmaxCrossEntropy(ignoredTarget: -7))
  _ = try train(ignoring, TrainingConfiguration(epochs: 1), on: rows([1, 2, 3, 4], [-7, 2]))
  #expect(throws: NetworkError.targetOutOfRange(row: 0, value: -1, legalRange: "0, 1, …, 2, -7")) {
    try train(ignoring, TrainingConfiguration(), on: rows([1, 2], [-1]))
  }
}

@Test func `a number to come near must be finite`() {
  #expect(throws: NetworkError.targetOutOfRange(row: 0, value: .infinity, legalRange: "−∞ < target < ∞")) {
    try train(network(1, MeanSquaredError()), TrainingConfiguration(), on: rows([1, 2], [.infinity]))
  }
}

@Test func `chosen rows come in the order asked, with their targets and weights`() {
  let all = ExampleSet(
    rows: 3, columns: 2, features: [1, 2, 3, 4, 5, 6], targets: [10, 11, 20, 21, 30, 31],
    weights: [1, 2, 3])
  let chosen = all.subset([2, 0, 2])
  #expect(chosen.rows == 3 && chosen.targetColumns == 2)
  #expect(chosen.features == [5, 6, 1, 2, 5, 6])
  #expect(chosen.targets == [30, 31, 10, 11, 30, 31])
  #expect(chosen.weights == [3, 1, 3])
  #expect(all.subset([]).rows == 0)
}
