import Networks
import Testing

/// One row through 64 hidden units without bias or bend, so that one step of gradient descent shows which
/// units were dropped: out = Σ mask · hidden · last, with mask 0 or 4 at a rate of 0.75.
@Test func `a dropped unit gets no gradient on either side, a kept one is scaled up`() throws {
  let units = 64
  let network = NetworkConfiguration(
    inputs: 1,
    layers: [
      DenseLayer(units: units, activation: .identity, dropout: 0.75),
      DenseLayer(units: 1, activation: .identity),
    ], loss: .meanSquaredError)
  let start = Formula.parameters(network)
  let examples = ExampleSet(rows: 1, columns: 1, features: [0.5], targets: [3])
  let training = TrainingConfiguration(optimiser: .sgd(learningRate: 1), batchSize: 1, epochs: 1, seed: 4)
  let outcome = try train(network, training, on: examples, initialParameters: start)
  let change = zip(start, outcome.network.parameters).map { Double($0) - Double($1) }
  let hidden = (0..<units).map { 0.5 * Double(start[$0]) + Double(start[units + $0]) }
  let kept = (0..<units).filter { change[$0] != 0 }
  // 16 on average, with a standard deviation of 3.5.
  #expect(kept.count > 4 && kept.count < 30)
  let output = kept.reduce(Double(start[3 * units])) {
    $0 + 4 * hidden[$1] * Double(start[2 * units + $1])
  }
  let slope = 2 * (output - 3)
  #expect(abs(outcome.history[0].trainingLoss - (output - 3) * (output - 3)) < 1e-4)
  for unit in 0..<units {
    let mask = kept.contains(unit) ? 4.0 : 0
    let last = Double(start[2 * units + unit])
    #expect(abs(change[unit] - slope * mask * last * 0.5) < 1e-5)
    #expect(abs(change[units + unit] - slope * mask * last) < 1e-5)
    #expect(abs(change[2 * units + unit] - slope * mask * hidden[unit]) < 1e-5)
  }
}

@Test func `each step and each layer draws a mask of its own`() throws {
  var network = referenceNetwork
  network.layers[0].dropout = 0.5
  network.layers[1].dropout = 0.5
  // The learning rate moves nothing: without new masks every epoch would have the same loss.
  let examples = Formula.examples(for: network, rows: 8)
  let training = TrainingConfiguration(
    optimiser: .sgd(learningRate: 1e-30), batchSize: 8, epochs: 5, shuffle: false)
  let losses = try train(network, training, on: examples).history.map(\.trainingLoss)
  #expect(Set(losses).count == 5)
}
