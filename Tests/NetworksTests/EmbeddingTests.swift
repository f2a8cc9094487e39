import Foundation
import Networks
import Testing

/// Tables and positions by hand, and the tokens that are refused.
struct EmbeddingTests {
  private let table: [Float] = [1, 2, 3, 4, 5, 6]

  @Test func `tokens take their rows and padding takes zeros`() throws {
    let plain = network([Embedding(vocabulary: 3, width: 2)], positions: 4)
    #expect(try output(plain, table, [2, 0, 1, 2]) == [5, 6, 1, 2, 3, 4, 5, 6])
    let padded = network([Embedding(vocabulary: 3, width: 2, paddingIndex: 0)], positions: 4)
    #expect(try output(padded, table, [2, 0, 1, 0]) == [5, 6, 0, 0, 3, 4, 0, 0])
  }

  @Test func `a row's gradient is the sum over its positions and padding has none`() throws {
    // Targets 0: the gradient of the mean of 8 squares is output / 4.
    let plain = try gradient(Embedding(vocabulary: 4, width: 2), [2, 0, 1, 2])
    #expect(plain == [0.25, 0.5, 0.75, 1, 2.5, 3, 0, 0])
    let padded = try gradient(Embedding(vocabulary: 4, width: 2, paddingIndex: 0), [2, 0, 1, 0])
    #expect(padded == [0, 0, 0.75, 1, 1.25, 1.5, 0, 0])
  }

  @Test func `training leaves rows alone that no token names`() throws {
    let network = network([Embedding(vocabulary: 5, width: 3, paddingIndex: 1)], positions: 2)
    let examples = ExampleSet(
      rows: 2, columns: 2, features: [0, 1, 1, 3], targets: [Float](repeating: 1, count: 12))
    let before = try Formula.parameters(network)
    let after = try train(
      network, TrainingConfiguration(epochs: 3), on: examples,
      initial: TrainedNetwork(configuration: network, parameters: before)
    ).network.parameters
    for row in 0..<5 {
      let isTrained = row == 0 || row == 3
      #expect((after[row * 3..<row * 3 + 3] != before[row * 3..<row * 3 + 3]) == isTrained, "row \(row)")
    }
  }

  @Test(arguments: [3, -1, 0.5] as [Float])
  func `a token outside the vocabulary is refused before training`(
    _ token: Float
  ) throws {
    let network = network([Reshape([2, 2]), Embedding(vocabulary: 3, width: 2)], positions: 4)
    let examples = ExampleSet(
      rows: 2, columns: 4, features: [0, 1, 2, 0, 1, 1, token, 1],
      targets: [Float](repeating: 0, count: 16))
    #expect(
      throws: NetworkError.featureOutOfRange(
        row: 1, column: 2, value: token, legalRange: "0, 1, …, 2")
    ) { try train(network, TrainingConfiguration(), on: examples) }
  }

  @Test func `the smallest vocabulary of an input's users counts`() throws {
    var builder = NetworkBuilder()
    let numbers = builder.input("numbers", [1, 2])
    let tokens = builder.input("tokens", [1])
    let large = builder.add(Embedding(vocabulary: 9, width: 2), to: tokens)
    let small = builder.add(Embedding(vocabulary: 4, width: 2), to: tokens)
    _ = builder.add(Add(), to: numbers, large, small)
    let network = builder.network(loss: MeanSquaredError())
    let examples = ExampleSet(rows: 1, columns: 3, features: [7.5, -2, 4], targets: [0, 0])
    #expect(
      throws: NetworkError.featureOutOfRange(row: 0, column: 2, value: 4, legalRange: "0, 1, …, 3")
    ) { try train(network, TrainingConfiguration(), on: examples) }
  }

  @Test func `in use a token outside the vocabulary gives what is not a number, at its position`() throws {
    let network = network([Embedding(vocabulary: 3, width: 2)], positions: 4)
    let trained = try TrainedNetwork(configuration: network, parameters: table)
    let output = trained.predict([2, 3, -1, 0.5], rows: 1)
    #expect(output[..<2] == [5, 6])
    #expect(output[2...].allSatisfy { $0.isNaN })
  }

  @Test func `positions are added as their formulas say`() throws {
    let learned = NetworkConfiguration(input: [2, 3], [LearnedPositions()], loss: MeanSquaredError())
    #expect(try output(learned, table, [1, 1, 1, 0, 0, 0]) == [2, 3, 4, 4, 5, 6])
    let waves = NetworkConfiguration(input: [3, 4], [SinusoidalPositions()], loss: MeanSquaredError())
    let output = try output(waves, [], [Float](repeating: 0, count: 12))
    let expected = (0..<3).flatMap { position -> [Double] in
      let (fast, slow) = (Double(position), Double(position) / 100)
      return [sin(fast), cos(fast), sin(slow), cos(slow)]
    }
    for (value, reference) in zip(output, expected) { #expect(abs(value - reference) < 1e-12) }
  }

  @Test func `unsuitable inputs and settings are refused`() throws {
    func refusal(_ name: String, _ range: String, _ value: Int) -> NetworkError {
      .illegalParameter(name: "embedding-1.\(name)", legalRange: range, value: "\(value)")
    }
    #expect(throws: refusal("vocabulary", "1 ≤ vocabulary ≤ 2²⁴", 0)) {
      try network([Embedding(vocabulary: 0, width: 2)], positions: 2).validate()
    }
    #expect(throws: refusal("width", "≥ 1", 0)) {
      try network([Embedding(vocabulary: 3, width: 0)], positions: 2).validate()
    }
    #expect(throws: refusal("paddingIndex", "0, 1, …, 2", 3)) {
      try network([Embedding(vocabulary: 3, width: 2, paddingIndex: 3)], positions: 2).validate()
    }
    #expect(
      throws: NetworkError.unsuitableInput(
        layer: "learned-positions-1", expected: "[positions, width]", found: "[2]")
    ) { try network([LearnedPositions()], positions: 2).validate() }
  }

  private func network(_ layers: [any Layer], positions: Int) -> NetworkConfiguration {
    NetworkConfiguration(input: [positions], layers, loss: MeanSquaredError())
  }

  private func output(
    _ network: NetworkConfiguration, _ parameters: [Float], _ features: [Float]
  ) throws -> [Double] {
    let examples = ExampleSet(
      rows: 1, columns: features.count, features: features,
      targets: try Formula.targets(for: network, rows: 1))
    return try NetworkFunction(network, on: examples).output(parameters.map { Double($0) })
  }

  /// The gradient of a table that counts up from 1, for one row with targets 0.
  private func gradient(_ layer: Embedding, _ tokens: [Float]) throws -> [Double] {
    let network = network([layer], positions: tokens.count)
    let examples = ExampleSet(
      rows: 1, columns: tokens.count, features: tokens,
      targets: [Float](repeating: 0, count: tokens.count * layer.width))
    return try NetworkFunction(network, on: examples)
      .gradient((0..<layer.vocabulary * layer.width).map { Double($0 + 1) }).parameters
  }
}
