import Foundation
import Networks
import Testing

/// Attention by hand, who may look at whom, and what is refused.
struct AttentionTests {
  @Test func `two positions of one number by hand`() throws {
    // Queries 0, keys whatever: every weight is 1/2, or 1 where only one key may be seen. Values 2 x.
    let parameters: [Float] = [0, 1, 2, 0, 0, 0, 3, 0.5]
    let x: [Float] = [1, -3]
    #expect(try run(MultiHeadAttention(heads: 1), [2, 1], parameters, x) == [-5.5, -5.5])
    let causal = try run(MultiHeadAttention(heads: 1, isCausal: true), [2, 1], parameters, x)
    #expect(causal == [6.5, -5.5])
    // Query 1, keys x: the weights are the softmax of x.
    let weighted = try run(MultiHeadAttention(heads: 1), [2, 1], [0, 1, 2, 1, 0, 0, 3, 0.5], x)
    let share = exp(1.0) / (exp(1.0) + exp(-3.0))
    let expected = 3 * (2 * share - 6 * (1 - share)) + 0.5
    #expect(weighted.allSatisfy { abs($0 - expected) < 1e-12 })
  }

  @Test func `scores are divided by the root of a head's width`() throws {
    // One head of four numbers with q = k = (x, x, x, x) and v = (x, 0, 0, 0): scores 4 x y / 2.
    var weight = [Float](repeating: 0, count: 48)
    for column in 0..<8 { weight[column] = 1 }
    weight[8] = 1
    let parameters =
      weight + [Float](repeating: 0, count: 12)
      + (0..<16).map { $0 % 5 == 0 ? 1 : 0 } + [Float](repeating: 0, count: 4)
    let output = try run(MultiHeadAttention(heads: 1), [2, 4], parameters, [1, 0, 0, 0, 2, 0, 0, 0])
    let share = 1 / (1 + exp(2.0))
    #expect(abs(output[0] - (share * 1 + (1 - share) * 2)) < 1e-12)
    #expect(output[1...3].allSatisfy { $0 == 0 })
  }

  @Test(arguments: [1, 2, 4]) func `what is masked changes nothing elsewhere`(_ heads: Int) throws {
    let layer = MultiHeadAttention(heads: heads, hasMask: true)
    let parameters = try parameters(layer, [5, 4])
    let mask: [Float] = [1, 0, 1, 1, 0]
    var x = Formula.features(rows: 5, columns: 4)
    let before = try run(layer, [5, 4], parameters, x + mask)
    for index in Array(4..<8) + Array(16..<20) { x[index] = 1e6 * Float(index) }
    let after = try run(layer, [5, 4], parameters, x + mask)
    for position in [0, 2, 3] {
      #expect(after[position * 4..<position * 4 + 4] == before[position * 4..<position * 4 + 4])
    }
    // As if the masked positions were not there at all.
    let real = Array(x[..<4] + x[8..<16])
    let alone = try run(MultiHeadAttention(heads: heads), [3, 4], parameters, real)
    for (place, position) in [0, 2, 3].enumerated() {
      for index in 0..<4 {
        #expect(abs(alone[place * 4 + index] - before[position * 4 + index]) < 1e-12)
      }
    }
  }

  @Test func `a causal block's output does not depend on later positions`() throws {
    var builder = NetworkBuilder()
    let x = builder.input("x", [6, 4])
    let block = TransformerBlock(heads: 2, feedForward: 5)
    let first = builder.transformerDecoder(block, to: x, width: 4)
    _ = builder.transformerDecoder(block, to: first, width: 4)
    let network = builder.network(loss: MeanSquaredError())
    let parameters = try Formula.parameters(network)
    let features = Formula.features(rows: 6, columns: 4)
    let before = try output(network, parameters, features)
    for position in 1..<6 {
      var changed = features
      for index in position * 4..<24 { changed[index] = -2 * changed[index] + 1 }
      let after = try output(network, parameters, changed)
      #expect(after[..<(position * 4)] == before[..<(position * 4)])
      #expect(after[(position * 4)...] != before[(position * 4)...])
    }
  }

  @Test func `a row whose keys are all masked gives the output's bias and finite gradients`() throws {
    let layer = MultiHeadAttention(heads: 2, hasMask: true)
    let parameters = try parameters(layer, [3, 4])
    let features = Formula.features(rows: 3, columns: 4) + [0, 0, 0]
    let network = network(layer, [3, 4])
    let output = try output(network, parameters, features)
    let bias = parameters.suffix(4).map { Double($0) }
    #expect(output == bias + bias + bias)
    let function = try NetworkFunction(network, on: examples(network, features), isTraining: true)
    let gradient = function.gradient(parameters.map { Double($0) })
    #expect(gradient.features.allSatisfy { $0 == 0 })
    #expect(gradient.parameters.allSatisfy { $0.isFinite })
  }

  @Test func `a mean counts real positions only and is zero without any`() throws {
    var builder = NetworkBuilder()
    let x = builder.input("x", [3, 2])
    let mask = builder.input("mask", [3])
    _ = builder.add(MeanOverPositions(hasMask: true), to: x, mask)
    let network = builder.network(loss: MeanSquaredError())
    let x123: [Float] = [1, 2, 3, 4, 8, 9]
    #expect(try output(network, [], x123 + [1, 0, 1]) == [4.5, 5.5])
    #expect(try output(network, [], x123 + [0, 1, 0]) == [3, 4])
    #expect(try output(network, [], x123 + [0, 0, 0]) == [0, 0])
    let plain = NetworkConfiguration(input: [3, 2], [MeanOverPositions()], loss: MeanSquaredError())
    #expect(try output(plain, [], x123) == [4, 5])
  }

  @Test func `any number of threads gives the same bytes where products are shared out`() throws {
    var builder = NetworkBuilder()
    let tokens = builder.input("tokens", [20])
    var last = builder.add(Embedding(vocabulary: 50, width: 48), to: tokens)
    last = builder.add(LearnedPositions(), to: last)
    let block = TransformerBlock(heads: 4, feedForward: 96, dropout: 0.1)
    last = builder.transformerEncoder(block, to: last, width: 48)
    last = builder.add(MeanOverPositions(), to: last)
    _ = builder.add(Dense(3), to: last)
    let network = builder.network(loss: SoftmaxCrossEntropy())
    let examples = ExampleSet(
      rows: 70, columns: 20, features: Formula.indices(70 * 20, below: 50),
      targets: Formula.indices(70, below: 3, start: 20_000))
    func trained(_ threads: Int) throws -> [Float] {
      try train(
        network, TrainingConfiguration(batchSize: 33, epochs: 2), on: examples,
        execution: Execution(threads: threads)
      ).network.parameters
    }
    let one = try trained(1)
    #expect(try trained(2) == one)
    #expect(try trained(3) == one)
  }

  @Test func `parameters are named, shaped and ordered as documented`() throws {
    let own = try network(MultiHeadAttention(heads: 2), [3, 4]).parameterDefinitions()
    let name = "multi-head-attention-1"
    #expect(
      own.map(\.name)
        == ["input-weight", "input-bias", "output-weight", "output-bias"].map { "\(name).\($0)" })
    #expect(own.map(\.shape) == [[4, 12], [12], [4, 4], [4]])
    #expect(own.map(\.isPenalised) == [true, false, true, false])
    var builder = NetworkBuilder()
    let x = builder.input("x", [3, 4])
    let memory = builder.input("memory", [2, 5])
    _ = builder.add(MultiHeadAttention(heads: 2, attendsToMemory: true, hasBias: false), to: x, memory)
    let cross = try builder.network(loss: MeanSquaredError()).parameterDefinitions()
    #expect(
      cross.map(\.name) == ["query-weight", "memory-weight", "output-weight"].map { "\(name).\($0)" })
    #expect(cross.map(\.shape) == [[4, 4], [5, 8], [4, 4]])
  }

  @Test func `unsuitable inputs and settings are refused`() throws {
    func refusal(_ name: String, _ range: String, _ value: String) -> NetworkError {
      .illegalParameter(name: "multi-head-attention-1.\(name)", legalRange: range, value: value)
    }
    #expect(throws: refusal("heads", "≥ 1", "0")) {
      try network(MultiHeadAttention(heads: 0), [3, 4]).validate()
    }
    #expect(throws: refusal("dropout", "0 ≤ dropout < 1", "1.0")) {
      try network(MultiHeadAttention(heads: 1, dropout: 1), [3, 4]).validate()
    }
    #expect(throws: refusal("isCausal", "false", "true")) {
      try network(MultiHeadAttention(heads: 1, attendsToMemory: true, isCausal: true), [3, 4]).validate()
    }
    #expect(
      throws: NetworkError.unsuitableInput(
        layer: "multi-head-attention-1", expected: "[positions, 3 × …]", found: "[3, 4]")
    ) { try network(MultiHeadAttention(heads: 3), [3, 4]).validate() }
    #expect(
      throws: NetworkError.unsuitableInput(
        layer: "multi-head-attention-1", expected: "2 inputs", found: "1")
    ) {
      try NetworkConfiguration(
        input: [3, 4], [MultiHeadAttention(heads: 1, hasMask: true)], loss: MeanSquaredError()
      ).validate()
    }
  }

  @Test func `a mask is 0 or 1`() throws {
    let network = network(MultiHeadAttention(heads: 1, hasMask: true), [2, 1])
    let features: [Float] = [0.5, 0.25, 1, 0.5]
    #expect(
      throws: NetworkError.featureOutOfRange(row: 0, column: 3, value: 0.5, legalRange: "0, 1")
    ) { try train(network, TrainingConfiguration(), on: examples(network, features)) }
  }

  private func network(_ layer: MultiHeadAttention, _ shape: Shape) -> NetworkConfiguration {
    var builder = NetworkBuilder()
    var sources = [builder.input("x", shape)]
    if layer.hasMask { sources.append(builder.input("mask", [shape[0]])) }
    _ = builder.add(layer, to: sources)
    return builder.network(loss: MeanSquaredError())
  }

  private func parameters(_ layer: MultiHeadAttention, _ shape: Shape) throws -> [Float] {
    try Formula.parameters(network(layer, shape))
  }

  private func examples(_ network: NetworkConfiguration, _ features: [Float]) throws -> ExampleSet {
    ExampleSet(
      rows: 1, columns: network.inputCount, features: features,
      targets: try Formula.targets(for: network, rows: 1))
  }

  private func run(
    _ layer: MultiHeadAttention, _ shape: Shape, _ parameters: [Float], _ features: [Float]
  ) throws -> [Double] {
    try output(network(layer, shape), parameters, features)
  }

  /// The output for one row in double precision.
  private func output(
    _ network: NetworkConfiguration, _ parameters: [Float], _ features: [Float]
  ) throws -> [Double] {
    try NetworkFunction(network, on: examples(network, features)).output(parameters.map { Double($0) })
  }
}
