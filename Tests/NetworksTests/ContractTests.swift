import Networks
import Testing

private let optimisers: [Optimiser] = [
  .sgd(learningRate: 0.2), .sgd(learningRate: 0.05, momentum: 0.9), .adam(learningRate: 0.02),
]

/// Every hidden activation, loss and last activation that may go together.
private let networks: [NetworkConfiguration] = Activation.allCases.filter { $0 != .softmax }.flatMap {
  hidden in
  Loss.allCases.flatMap { loss in
    loss.outputActivations.map { last in
      NetworkConfiguration(
        inputs: 6,
        layers: [
          DenseLayer(units: 12, activation: hidden, dropout: 0.1),
          DenseLayer(units: last == .softmax ? 3 : 1, activation: last),
        ], loss: loss)
    }
  }
}

/// What holds for every network and optimiser: shapes, counts, ranges, learning, and the same bytes again.
@Test(arguments: networks, optimisers)
func `every network keeps the contract`(_ network: NetworkConfiguration, _ optimiser: Optimiser) throws {
  try network.validate()
  let start = network.initialParameters(seed: 1)
  #expect(start.count == network.parameterCount)
  let rows = 70
  let examples = Formula.examples(for: network, rows: rows)
  let training = TrainingConfiguration(optimiser: optimiser, batchSize: 16, epochs: 30, l2: 1e-4, seed: 1)
  let outcome = try train(network, training, on: examples, validation: examples)
  let before = TrainedNetwork(configuration: network, parameters: start)
  let first = try lossAndGradient(of: before, on: examples).loss
  #expect((outcome.history.last?.validationLoss ?? .infinity) < first)
  let predictions = outcome.network.predict(examples.features, rows: rows)
  #expect(predictions.count == rows * network.outputs)
  #expect(predictions.allSatisfy { $0.isFinite })
  let bounded = network.layers[1].activation
  if bounded == .sigmoid || bounded == .softmax { #expect(predictions.allSatisfy { 0...1 ~= $0 }) }
  if bounded == .softmax {
    for row in 0..<rows { #expect(abs(predictions[row * 3..<row * 3 + 3].reduce(0, +) - 1) < 1e-6) }
  }
  // Row by row as all at once.
  #expect(outcome.network.predict([], rows: 0).isEmpty)
  let one = outcome.network.predict(Array(examples.features[6..<12]), rows: 1)
  for (alone, together) in zip(one, predictions[network.outputs..<2 * network.outputs]) {
    #expect(abs(alone - together) < 1e-6)
  }
  let again = try train(network, training, on: examples, validation: examples)
  #expect(again.network == outcome.network && again.history == outcome.history)
}
