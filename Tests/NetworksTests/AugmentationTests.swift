import Foundation
import Networks
import Testing

/// A network that is its input: one weight of 1 a value, so that a plain step shows what went in.
private func passing(_ shape: Shape) throws -> TrainedNetwork {
  let network = NetworkConfiguration(
    input: shape, [Reshape.flatten, Dense(1, hasBias: false)], loss: MeanSquaredError())
  return try TrainedNetwork(
    configuration: network, parameters: [Float](repeating: 0, count: shape.count))
}

/// What the augmentations make of one example, for `seed`.
///
/// With weights 0 and target −1/2 the gradient of (w · x + 1/2)² with respect to w is x, and one step of
/// descent with rate 1 leaves −x.
private func augmented(_ x: [Float], _ shape: Shape, _ augmentations: [Augmentation], seed: UInt64 = 1)
  throws -> [Float]
{
  let start = try passing(shape)
  let training = TrainingConfiguration(
    optimiser: SGD(learningRate: 1), batchSize: 1, epochs: 1, augmentations: augmentations, seed: seed)
  let examples = ExampleSet(rows: 1, columns: shape.count, features: x, targets: [-0.5])
  return try train(start.configuration, training, on: examples, initial: start)
    .network.parameters.map { $0 == 0 ? 0 : -$0 }
}

private let picture: [Float] = (1...12).map { Float($0) }

@Test func `a shifted picture is the picture moved, with zeros moved in`() throws {
  // Height 4, width 3, one channel; every shift by up to one pixel must come up.
  var seen = Set<[Float]>()
  for seed in 0..<200 {
    let found = try augmented(picture, [4, 3, 1], [.shift(pixels: 1)], seed: UInt64(seed))
    seen.insert(found)
  }
  var expected = Set<[Float]>()
  for down in -1...1 {
    for right in -1...1 {
      expected.insert(
        (0..<12).map { place in
          let (y, x) = (place / 3 - down, place % 3 - right)
          return y >= 0 && y < 4 && x >= 0 && x < 3 ? picture[y * 3 + x] : 0
        })
    }
  }
  #expect(seen == expected)
}

@Test func `a mirrored picture exchanges left and right and keeps its channels`() throws {
  let found = try augmented(picture, [2, 3, 2], [.horizontalFlip(probability: 1)])
  #expect(found == [5, 6, 3, 4, 1, 2, 11, 12, 9, 10, 7, 8])
  #expect(try augmented(picture, [2, 3, 2], [.horizontalFlip(probability: 0)]) == picture)
}

@Test func `noise has mean 0 and the deviation asked for`() throws {
  let size = 20_000
  let noise = try augmented(
    [Float](repeating: 0, count: size), [size], [.noise(deviation: 0.5)]
  ).map { Double($0) }
  let mean = noise.reduce(0, +) / Double(size)
  let variance = noise.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(size)
  // Standard errors: 0.0035 for the mean, 0.0025 for the variance.
  #expect(abs(mean) < 0.015)
  #expect(abs(variance - 0.25) < 0.01)
  // Nearly normal: 4.55 % lie beyond two deviations.
  let beyond = Double(noise.count { abs($0) > 1 }) / Double(size)
  #expect(abs(beyond - 0.0455) < 0.01)
}

@Test func `token dropout replaces its share of the tokens`() throws {
  let tokens = [Float](repeating: 7, count: 5_000)
  let found = try augmented(tokens, [5_000], [.tokenDropout(rate: 0.2, replacement: 1)])
  #expect(Set(found) == [1, 7])
  #expect(abs(found.count { $0 == 1 } - 1_000) < 150)
}

@Test func `masks clear whole moments and whole bands`() throws {
  let sound = [Float](repeating: 3, count: 10 * 4)
  for seed in 0..<20 {
    let times = try augmented(
      sound, [10, 4], [.timeMask(count: 1, width: 3)], seed: UInt64(seed))
    let clearedTimes = (0..<10).filter { times[$0 * 4] == 0 }
    #expect(clearedTimes.count <= 3)
    #expect(clearedTimes == clearedTimes.first.map { Array($0..<$0 + clearedTimes.count) } ?? [])
    for time in 0..<10 {
      #expect(Set(times[time * 4..<time * 4 + 4]).count == 1)
    }
    let bands = try augmented(
      sound, [10, 4], [.frequencyMask(count: 2, width: 1)], seed: UInt64(seed))
    for band in 0..<4 { #expect(Set((0..<10).map { bands[$0 * 4 + band] }).count == 1) }
    #expect((0..<4).count { bands[$0] == 0 } <= 2)
  }
}

@Test func `each epoch draws anew, and the seed alone decides`() throws {
  let network = NetworkConfiguration(
    input: [4, 4, 1], [Reshape.flatten, Dense(1)], loss: MeanSquaredError())
  let examples = try Formula.examples(for: network, rows: 6)
  func losses(_ seed: UInt64, threads: Int = 1) throws -> [Double] {
    let training = TrainingConfiguration(
      optimiser: SGD(learningRate: 1e-30), batchSize: 6, epochs: 4,
      augmentations: [.shift(pixels: 1), .noise(deviation: 0.1)], mixup: 0.4, seed: seed)
    return try train(network, training, on: examples, execution: Execution(threads: threads))
      .history.map(\.trainingLoss)
  }
  let first = try losses(1)
  #expect(Set(first).count == 4)
  #expect(try losses(1, threads: 3) == first)
  #expect(try losses(2) != first)
}

@Test func `augmentations that do not suit the input are refused`() throws {
  let network = NetworkConfiguration(input: [4], [Dense(1)], loss: MeanSquaredError())
  let examples = try Formula.examples(for: network, rows: 2)
  #expect(
    throws: NetworkError.unsuitableInput(
      layer: "augmentation", expected: "[height, width, channels]", found: "[4]")
  ) {
    try train(network, TrainingConfiguration(augmentations: [.shift(pixels: 1)]), on: examples)
  }
  #expect(
    throws: NetworkError.illegalParameter(
      name: "augmentation.deviation", legalRange: "0 ≤ deviation < ∞", value: "-1.0")
  ) {
    try train(network, TrainingConfiguration(augmentations: [.noise(deviation: -1)]), on: examples)
  }
}

@Test func `mixed rows have the mixed loss and its gradient`() throws {
  // Two rows, identity network: row 0 becomes s x₀ + (1 − s) x₁ and row 1 the other way round. The loss is
  // linear in the two targets, so that one step shows the share that was drawn.
  let network = NetworkConfiguration(input: [1], [Dense(1, hasBias: false)], loss: MeanSquaredError())
  let examples = ExampleSet(rows: 2, columns: 1, features: [1, 3], targets: [2, 8])
  let start = try TrainedNetwork(configuration: network, parameters: [0])
  for seed in 1...20 {
    let training = TrainingConfiguration(
      optimiser: SGD(learningRate: 1), batchSize: 2, epochs: 1, sampling: .inOrder, mixup: 1,
      seed: UInt64(seed))
    let outcome = try train(network, training, on: examples, initial: start)
    let loss = outcome.history[0].trainingLoss
    // With w = 0 every prediction is 0 and the mean loss is (4 + 64) / 2 whatever the share.
    #expect(abs(loss - 34) < 1e-5)
    // −∂/∂w of the mean: Σ over rows of x̃ · (s t + (1 − s) t′), with x̃ mixed and t′ the partner's target.
    // It is a quadratic in s; the step must be one of its values for a share between 0 and 1.
    let step = Double(outcome.network.parameters[0])
    func expected(_ s: Double) -> Double {
      let (a, b) = (s * 1 + (1 - s) * 3, s * 3 + (1 - s) * 1)
      return a * (s * 2 + (1 - s) * 8) + b * (s * 8 + (1 - s) * 2)
    }
    let nearest = (0...10_000).map { abs(expected(Double($0) / 10_000) - step) }.min() ?? 1
    #expect(nearest < 0.01)
  }
}
