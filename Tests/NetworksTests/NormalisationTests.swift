import Networks
import Testing

/// Normalisation by hand, its edges, and what is refused.
struct NormalisationTests {
  @Test func `rows of two numbers become minus one and one`() throws {
    // 3 and 7: mean 5, variance 4; ε makes the deviation √4.00001.
    let network = NetworkConfiguration(input: [2], [LayerNormalisation()], loss: MeanSquaredError())
    let output = try output(network, [2, 3, 10, 20], [3, 7], rows: 1)
    let size = 2 / 4.00001.squareRoot()
    #expect(abs(output[0] - (10 - 2 * size)) < 1e-6 && abs(output[1] - (20 + 3 * size)) < 1e-6)
    let root = NetworkConfiguration(input: [2], [RMSNormalisation()], loss: MeanSquaredError())
    let scaled = try self.output(root, [2, 3], [3, 4], rows: 1)
    #expect(abs(scaled[0] - 6 / 12.5.squareRoot()) < 1e-6)
    #expect(abs(scaled[1] - 12 / 12.5.squareRoot()) < 1e-6)
  }

  @Test func `two inputs are normalised as their sum is`() throws {
    for layer in [LayerNormalisation() as any Layer, RMSNormalisation()] {
      var fused = NetworkBuilder()
      let a = fused.input("a", [2, 5])
      let b = fused.input("b", [2, 5])
      _ = fused.add(layer, to: a, b)
      var plain = NetworkBuilder()
      let c = plain.input("a", [2, 5])
      let d = plain.input("b", [2, 5])
      let sum = plain.add(Add(), to: c, d)
      _ = plain.add(layer, to: sum)
      let networks = [fused, plain].map { $0.network(loss: MeanSquaredError()) }
      let functions = try networks.map {
        try NetworkFunction($0, on: Formula.examples(for: $0, rows: 3))
      }
      let parameters = try Formula.parameters(networks[0]).map { Double($0) }
      let gradients = functions.map { $0.gradient(parameters) }
      #expect(gradients[0].features == gradients[1].features)
      #expect(gradients[0].parameters == gradients[1].parameters)
      #expect(gradients[0].loss == gradients[1].loss)
    }
  }

  @Test func `numbers that do not vary give the bias and no infinite gradients`() throws {
    let layers: [any Layer] = [LayerNormalisation(), RMSNormalisation(), BatchNormalisation()]
    for layer in layers {
      let network = NetworkConfiguration(input: [3], [layer], loss: MeanSquaredError())
      let parameters = try Formula.parameters(network).map { Double($0) }
      let examples = ExampleSet(
        rows: 2, columns: 3, features: [0, 0, 0, 0, 0, 0], targets: [1, 2, 3, 4, 5, 6])
      let function = try NetworkFunction(network, on: examples, isTraining: true)
      let bias = parameters.count == 6 ? Array(parameters[3...]) : [0, 0, 0]
      #expect(function.output(parameters) == bias + bias)
      let gradient = function.gradient(parameters)
      #expect((gradient.features + gradient.parameters).allSatisfy { $0.isFinite })
    }
  }

  @Test func `a batch of one row trains on its bias and keeps its states finite`() throws {
    let network = NetworkConfiguration(input: [3], [BatchNormalisation()], loss: MeanSquaredError())
    let examples = ExampleSet(rows: 1, columns: 3, features: [1, 2, 4], targets: [0, 0, 0])
    let function = try NetworkFunction(network, on: examples, isTraining: true)
    let parameters: [Double] = [1, 1, 1, 7, 8, 9]
    #expect(function.output(parameters) == [7, 8, 9])
    #expect(function.gradient(parameters).features == [0, 0, 0])
    // Running mean 0.1 × x; running variance 0.9 × 1 + 0.1 × 0.
    let trained = try train(network, TrainingConfiguration(epochs: 1), on: examples).network
    let expected: [Float] = [0.1, 0.2, 0.4, 0.9, 0.9, 0.9]
    for (state, value) in zip(trained.states, expected) { #expect(abs(state - value) < 1e-6) }
    #expect(trained.predict([1, 2, 4], rows: 1).allSatisfy { $0.isFinite })
  }

  @Test func `positions of pictures count for their channel`() throws {
    // Channel 0 is 1, 3, 5, 7 over two rows of two positions: mean 4, variance 5; channel 1 is constant.
    let network = NetworkConfiguration(input: [2, 1, 2], [BatchNormalisation()], loss: MeanSquaredError())
    let examples = ExampleSet(
      rows: 2, columns: 4, features: [1, 6, 3, 6, 5, 6, 7, 6], targets: [Float](repeating: 0, count: 8))
    let function = try NetworkFunction(network, on: examples, isTraining: true)
    let output = function.output([1, 1, 0, 2])
    for (value, x) in zip([output[0], output[2], output[4], output[6]], [1.0, 3, 5, 7]) {
      #expect(abs(value - (x - 4) / 5.00001.squareRoot()) < 1e-7)
    }
    #expect([output[1], output[3], output[5], output[7]] == [2, 2, 2, 2])
  }

  @Test func `any number of threads gives the same bytes for many positions`() throws {
    let network = NetworkConfiguration(
      input: [50, 6],
      [Dense(37), BatchNormalisation(), Dense(33), LayerNormalisation(), Reshape.flatten, Dense(1)],
      loss: MeanSquaredError())
    let examples = try Formula.examples(for: network, rows: 70)
    func trained(_ threads: Int) throws -> TrainedNetwork {
      try train(
        network, TrainingConfiguration(batchSize: 33, epochs: 2), on: examples,
        execution: Execution(threads: threads)
      ).network
    }
    let one = try trained(1)
    #expect(try trained(2) == one)
    #expect(try trained(3) == one)
  }

  @Test func `settings outside their ranges are refused`() throws {
    func validate(_ layer: any Layer) throws {
      try NetworkConfiguration(input: [2], [layer], loss: MeanSquaredError()).validate()
    }
    func refusal(_ name: String, _ range: String, _ value: Double) -> NetworkError {
      .illegalParameter(name: name, legalRange: range, value: "\(value)")
    }
    let range = "1e-12 ≤ epsilon < ∞"
    #expect(throws: refusal("layer-normalisation-1.epsilon", range, 0)) {
      try validate(LayerNormalisation(epsilon: 0))
    }
    #expect(throws: refusal("rms-normalisation-1.epsilon", range, -1)) {
      try validate(RMSNormalisation(epsilon: -1))
    }
    #expect(throws: refusal("batch-normalisation-1.epsilon", range, .infinity)) {
      try validate(BatchNormalisation(epsilon: .infinity))
    }
    for momentum in [0, 1.5] {
      #expect(throws: refusal("batch-normalisation-1.momentum", "0 < momentum ≤ 1", momentum)) {
        try validate(BatchNormalisation(momentum: momentum))
      }
    }
  }

  private func output(
    _ network: NetworkConfiguration, _ parameters: [Double], _ features: [Float], rows: Int
  ) throws -> [Double] {
    let examples = ExampleSet(
      rows: rows, columns: features.count / rows, features: features,
      targets: try Formula.targets(for: network, rows: rows))
    return try NetworkFunction(network, on: examples).output(parameters)
  }
}
