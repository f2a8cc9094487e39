import Networks
import Testing

// The reference network in PyTorch (References/reference_network.py, float32, one thread): 160 rows of 30
// features, batch 32, 10 epochs, so 50 steps from the same weights in the same order.
private let trajectories: [(name: String, optimiser: any Optimiser, losses: [Double], size: Double)] = [
  (
    "Adam", Adam(learningRate: 0.001, epsilon: 1e-7),
    [
      0.68515931, 0.63501402, 0.59554310, 0.55677558, 0.51664634, 0.47523219, 0.43159758, 0.38655925,
      0.34291793, 0.30190275,
    ], 1146.503873
  ),
  (
    "momentum", SGD(learningRate: 0.05, momentum: 0.9),
    [
      0.68922688, 0.63875403, 0.57015725, 0.47600819, 0.36514364, 0.26671990, 0.19665273, 0.14462120,
      0.10892327, 0.07512793,
    ], 1166.164853
  ),
  (
    "gradient descent", SGD(learningRate: 0.05),
    [
      0.69085802, 0.67709751, 0.66425263, 0.65201108, 0.64038310, 0.62858477, 0.61642858, 0.60438243,
      0.59140961, 0.57821978,
    ], 1125.026758
  ),
]

let referenceNetwork = NetworkConfiguration(
  input: [30], [Dense(128, .relu), Dense(64, .relu), Dense(1)], loss: BinaryCrossEntropy())

private func referenceExamples() -> ExampleSet {
  let rows = 160
  let features = Formula.features(rows: rows, columns: 30)
  let targets = (0..<rows).map { row -> Float in
    let x = features[row * 30..<row * 30 + 5].map { Double($0) }
    return x[0] + x[1] - x[2] + 2 * x[3] * x[4] > 0 ? 1 : 0
  }
  return ExampleSet(rows: rows, columns: 30, features: features, targets: targets)
}

@Test(arguments: trajectories)
func `fifty steps follow PyTorch`(
  _ reference: (name: String, optimiser: any Optimiser, losses: [Double], size: Double)
) throws {
  let examples = referenceExamples()
  #expect(examples.targets.reduce(0, +) == 80)
  let start = try TrainedNetwork(
    configuration: referenceNetwork, parameters: Formula.parameters(referenceNetwork))
  let outcome = try train(
    referenceNetwork, TrainingConfiguration(optimiser: reference.optimiser, batchSize: 32, epochs: 10),
    on: examples, initial: start, batchOrder: { epoch in (0..<160).map { (7 * $0 + 13 * epoch) % 160 } })
  #expect(outcome.history.count == 10 && outcome.steps == 50)
  for (record, loss) in zip(outcome.history, reference.losses) {
    #expect(abs(record.trainingLoss / loss - 1) < 1e-4, "epoch \(record.epoch)")
  }
  let size = outcome.network.parameters.reduce(0.0) { $0 + abs(Double($1)) }
  #expect(abs(size / reference.size - 1) < 1e-5)
}
