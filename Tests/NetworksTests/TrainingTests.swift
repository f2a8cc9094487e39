import Foundation
import Kernels
import Networks
import Testing

private let small = NetworkConfiguration(
  inputs: 4,
  layers: [DenseLayer(units: 8, activation: .relu), DenseLayer(units: 1, activation: .sigmoid)],
  loss: .binaryCrossEntropy)

private func bytes(_ outcome: TrainingOutcome) -> [UInt32] {
  outcome.network.parameters.map(\.bitPattern)
}

@Test func `the same seed gives the same bytes and another seed does not`() throws {
  var network = small
  network.layers[0].dropout = 0.3
  let examples = Formula.examples(for: network, rows: 50)
  var training = TrainingConfiguration(batchSize: 8, epochs: 3, seed: 5)
  let first = try train(network, training, on: examples, validation: examples)
  let second = try train(network, training, on: examples, validation: examples)
  #expect(bytes(first) == bytes(second))
  #expect(first.history == second.history)
  training.seed = 6
  #expect(try bytes(train(network, training, on: examples)) != bytes(first))
}

@Test func `shuffling changes the path, and a given order replaces it`() throws {
  let examples = Formula.examples(for: small, rows: 50)
  let start = Formula.parameters(small)
  func result(shuffle: Bool, order: ((Int) -> [Int])? = nil) throws -> [UInt32] {
    let training = TrainingConfiguration(batchSize: 8, epochs: 2, shuffle: shuffle)
    return try bytes(
      train(small, training, on: examples, initialParameters: start, batchOrder: order))
  }
  let plain = try result(shuffle: false)
  #expect(try result(shuffle: true) != plain)
  #expect(try result(shuffle: true, order: { _ in Array(0..<50) }) == plain)
}

@Test func `dropout acts in training and not in use`() throws {
  var dropping = small
  dropping.layers[0].dropout = 0.5
  let examples = Formula.examples(for: small, rows: 40)
  let start = Formula.parameters(small)
  // A learning rate too small to move a float leaves only dropout to tell the two losses apart.
  let training = TrainingConfiguration(optimiser: .sgd(learningRate: 1e-30), batchSize: 40, epochs: 1)
  let outcome = try train(
    dropping, training, on: examples, validation: examples, initialParameters: start)
  let without = try train(small, training, on: examples, validation: examples, initialParameters: start)
  #expect(outcome.history[0].validationLoss == without.history[0].validationLoss)
  #expect(outcome.history[0].trainingLoss != without.history[0].trainingLoss)
  #expect(
    outcome.network.predict(examples.features, rows: 40)
      == without.network.predict(examples.features, rows: 40))
}

@Test func `early stopping keeps the parameters of the best epoch`() throws {
  // Random labels: the training loss falls, the validation loss soon rises.
  let network = NetworkConfiguration(
    inputs: 4,
    layers: [DenseLayer(units: 32, activation: .relu), DenseLayer(units: 1, activation: .sigmoid)],
    loss: .binaryCrossEntropy)
  let all = Formula.examples(for: network, rows: 60)
  let (training, validation) = (all.subset(Array(0..<40)), all.subset(Array(40..<60)))
  let settings = TrainingConfiguration(
    optimiser: .adam(learningRate: 0.02), batchSize: 8, epochs: 200,
    earlyStopping: EarlyStopping(patience: 5))
  let outcome = try train(network, settings, on: training, validation: validation)
  #expect(outcome.stoppedEarly && !outcome.interrupted)
  let losses = outcome.history.compactMap(\.validationLoss)
  let lowest = losses.min() ?? 0
  #expect(losses[outcome.bestEpoch - 1] == lowest)
  #expect(losses.count == outcome.bestEpoch + 5)
  let kept = try lossAndGradient(of: outcome.network, on: validation).loss
  #expect(abs(kept - lowest) < 1e-6)
  #expect(abs(kept - (losses.last ?? 0)) > 1e-3)
}

@Test func `a small improvement does not count where more is asked`() throws {
  let examples = Formula.examples(for: small, rows: 40)
  let settings = TrainingConfiguration(
    optimiser: .sgd(learningRate: 1e-4), epochs: 50,
    earlyStopping: EarlyStopping(patience: 3, minimumImprovement: 0.1))
  let outcome = try train(small, settings, on: examples)
  #expect(outcome.history.count == 4 && outcome.bestEpoch == 1 && outcome.stoppedEarly)
}

@Test func `the caller can stop between batches and between epochs`() throws {
  let examples = Formula.examples(for: small, rows: 40)
  var asked = 0
  let settings = TrainingConfiguration(batchSize: 10, epochs: 5)
  let between = try train(
    small, settings, on: examples,
    shouldStop: {
      asked += 1
      return asked > 6
    })
  // Four batches an epoch: stopped before the third of the second epoch.
  #expect(between.history.count == 1 && between.interrupted && asked == 7)
  let after = try train(
    small, settings, on: examples, onEpoch: { $0.epoch == 2 ? .stop : .proceed })
  #expect(after.history.count == 2 && after.interrupted)
  struct Refusal: Error {}
  #expect(throws: Refusal.self) {
    try train(small, settings, on: examples, onEpoch: { _ in throw Refusal() })
  }
}

@Test func `a loss that stops being a number names the place`() throws {
  let network = NetworkConfiguration(
    inputs: 1, layers: [DenseLayer(units: 1, activation: .identity)], loss: .meanSquaredError)
  let examples = ExampleSet(rows: 2, columns: 1, features: [1000, 2000], targets: [1, 2])
  let settings = TrainingConfiguration(
    optimiser: .sgd(learningRate: 100), batchSize: 2, epochs: 50)
  do {
    _ = try train(network, settings, on: examples)
    Issue.record("training must diverge")
  } catch NetworkError.diverged(let epoch, let step, let rate) {
    #expect(epoch > 1 && epoch < 10 && step == 1 && rate == 100)
  }
}

@Test func `penalties pull weights towards zero and leave biases alone`() throws {
  let network = NetworkConfiguration(
    inputs: 2, layers: [DenseLayer(units: 1, activation: .identity)], loss: .meanSquaredError)
  let examples = ExampleSet(rows: 1, columns: 2, features: [0, 0], targets: [0.25])
  // Features of zero leave the weights to the penalties alone: w - 0.1 (l1 sign w + l2 w).
  let settings = TrainingConfiguration(
    optimiser: .sgd(learningRate: 0.1), batchSize: 1, epochs: 1, l1: 0.5, l2: 2)
  let outcome = try train(network, settings, on: examples, initialParameters: [1, -0.5, 0.25])
  for (found, expected) in zip(outcome.network.parameters, [0.75, -0.35, 0.25]) {
    #expect(abs(found - Float(expected)) < 1e-7)
  }
}

@Test func `row weights count as repeated rows do`() throws {
  let network = NetworkConfiguration(
    inputs: 2, layers: [DenseLayer(units: 3, activation: .softmax)], loss: .softmaxCrossEntropy)
  let features: [Float] = [1, 2, -1, 0.5, 0.3, -2]
  let weighted = ExampleSet(
    rows: 3, columns: 2, features: features, targets: [0, 1, 2], weights: [4, 2, 2])
  let repeated = ExampleSet(
    rows: 4, columns: 2, features: [1, 2] + features, targets: [0, 0, 1, 2])
  let trained = TrainedNetwork(configuration: network, parameters: Formula.parameters(network))
  let first = try lossAndGradient(of: trained, on: weighted)
  let second = try lossAndGradient(of: trained, on: repeated)
  #expect(abs(first.loss - second.loss) < 1e-6)
  for (one, other) in zip(first.gradient, second.gradient) { #expect(abs(one - other) < 1e-6) }
}

@Test func `a trained network survives being saved`() throws {
  let outcome = try train(
    small, TrainingConfiguration(epochs: 1), on: Formula.examples(for: small, rows: 20))
  let data = try JSONEncoder().encode(outcome.network)
  #expect(try JSONDecoder().decode(TrainedNetwork.self, from: data) == outcome.network)
}
