import Foundation
import Kernels
import Networks
import Testing

/// GRU and LSTM by hand, and the laws that tie their settings together.
struct RecurrentTests {
  @Test func `two steps of a GRU of one unit by hand`() throws {
    // Gates r, z, n from input weights 0, 0, 1, hidden weights 0, 0, 2, input biases 0, 0, 0 and hidden
    // biases 0, 0, 0.6: r = z = 1/2, n = tanh(x + (2 h + 0.6) / 2), h ← (n + h) / 2.
    let parameters: [Float] = [0, 0, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0.6]
    let states = try run(GRU(1, returnsSequence: true), [2, 1], parameters, [0.7, -0.3])
    let first = tanh(1.0) / 2
    let second = (tanh(-0.3 + first + 0.3) + first) / 2
    #expect(abs(states[0] - first) < 1e-7)
    #expect(abs(states[1] - second) < 1e-7)
    // The update gate keeps the state where it is 1, here to 1 part in e²⁰.
    let kept = try run(
      GRU(1, returnsSequence: true), [2, 1], [0, -20, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, -1])
    #expect(abs(kept[0] - tanh(1.0)) < 1e-7 && abs(kept[1] - kept[0]) < 1e-7)
  }

  @Test func `two steps of an LSTM of one unit by hand`() throws {
    // i and o are 1/2, f is σ(ln 3) = 3/4, g = tanh(x + h): cell ← 3/4 cell + g / 2, h ← tanh(cell) / 2.
    let parameters: [Float] = [0, 0, 1, 0, 0, 0, 1, 0, 0, 0.5, 0, 0, 0, Float(log(3.0)) - 0.5, 0, 0]
    let states = try run(LSTM(1, returnsSequence: true), [2, 1], parameters, [0.4, -0.9])
    let cell = tanh(0.4) / 2
    let first = tanh(cell) / 2
    let second = tanh(0.75 * cell + tanh(-0.9 + first) / 2) / 2
    #expect(abs(states[0] - first) < 1e-7)
    #expect(abs(states[1] - second) < 1e-7)
  }

  @Test(arguments: layers) func `walking back is walking forward on the reversed sequence`(
    _ layer: any RecurrentLayer
  ) throws {
    var (ahead, back) = (layer, layer)
    ahead.returnsSequence = true
    back.returnsSequence = true
    back.isReversed = true
    let parameters = try parameters(ahead, [5, 2])
    let x = Formula.features(rows: 5, columns: 2)
    let reversed = (0..<5).flatMap { x[(4 - $0) * 2..<(5 - $0) * 2] }
    let forward = try run(ahead, [5, 2], parameters, reversed)
    let backward = try run(back, [5, 2], parameters, x)
    for position in 0..<5 {
      #expect(backward[position * 3..<position * 3 + 3] == forward[(4 - position) * 3..<(5 - position) * 3])
    }
    // The last state is the one after the last step, whichever way.
    back.returnsSequence = false
    #expect(try run(back, [5, 2], parameters, x) == Array(backward[..<3]))
  }

  @Test(arguments: layers) func `padding carries the state over and changes nothing else`(
    _ layer: any RecurrentLayer
  ) throws {
    var padded = layer
    padded.paddingIndex = 9
    padded.returnsSequence = true
    var plain = padded
    plain.paddingIndex = nil
    let parameters = try parameters(plain, [3, 2])
    let x = Formula.features(rows: 6, columns: 2)
    // Positions 1, 2 and 4 are real; 0, 3 and 5 are padding.
    let states = try run(padded, [6, 2], parameters, x + [9, 0, 1, 9, 2, 9])
    let real = try run(plain, [3, 2], parameters, Array(x[2..<6] + x[8..<10]))
    let expected = [0, 0, 0] + real[..<6] + real[3..<6] + real[6...] + real[6...]
    #expect(states == Array(expected))
  }

  @Test(arguments: layers) func `any number of threads gives the same bytes where rows are shared out`(
    _ layer: any RecurrentLayer
  ) throws {
    var wide = layer
    wide.units = 40
    let network = NetworkConfiguration(
      input: [12, 6], [Dense(7), wide, Reshape.flatten, Dense(1)], loss: MeanSquaredError())
    let examples = try Formula.examples(for: network, rows: 70)
    func trained(_ threads: Int) throws -> [Float] {
      try train(
        network, TrainingConfiguration(batchSize: 33, epochs: 2), on: examples,
        execution: Execution(threads: threads)
      ).network.parameters
    }
    let one = try trained(1)
    #expect(try trained(2) == one)
    #expect(try trained(5) == one)
  }

  @Test func `parameters are named, shaped and ordered as documented`() throws {
    let network = NetworkConfiguration(input: [4, 3], [GRU(2)], loss: MeanSquaredError())
    let definitions = try network.parameterDefinitions()
    #expect(
      definitions.map(\.name)
        == ["gru-1.input-weight", "gru-1.hidden-weight", "gru-1.input-bias", "gru-1.hidden-bias"])
    #expect(definitions.map(\.shape) == [[3, 6], [2, 6], [6], [6]])
    #expect(definitions.map(\.isPenalised) == [true, true, false, false])
  }

  @Test func `unsuitable inputs and settings are refused`() throws {
    func network(_ input: Shape, _ layer: any Layer) -> NetworkConfiguration {
      NetworkConfiguration(input: input, [layer], loss: MeanSquaredError())
    }
    #expect(throws: NetworkError.unsuitableInput(layer: "gru-1", expected: "[time, width]", found: "[4]")) {
      try network([4], GRU(2)).validate()
    }
    #expect(throws: NetworkError.unsuitableInput(layer: "lstm-1", expected: "2 inputs", found: "1")) {
      try network([4, 3], LSTM(2, paddingIndex: 0)).validate()
    }
    #expect(throws: NetworkError.illegalParameter(name: "gru-1.units", legalRange: "≥ 1", value: "0")) {
      try network([4, 3], GRU(0)).validate()
    }
    var builder = NetworkBuilder()
    let x = builder.input("x", [4, 3])
    let tokens = builder.input("tokens", [5])
    _ = builder.bidirectional(GRU(2, paddingIndex: 0), to: x, tokens: tokens)
    let mismatched = builder.network(loss: MeanSquaredError())
    #expect(throws: NetworkError.unsuitableInput(layer: "gru-1", expected: "[4]", found: "[5]")) {
      try mismatched.validate()
    }
  }

  static let layers: [any RecurrentLayer] = [GRU(3), LSTM(3)]

  /// The states of one row in double precision; a layer with padding gets its tokens after the features.
  private func run(
    _ layer: any RecurrentLayer, _ shape: Shape, _ parameters: [Float], _ features: [Float]
  ) throws -> [Double] {
    let network = network(layer, shape)
    let examples = ExampleSet(
      rows: 1, columns: network.inputCount, features: features,
      targets: try Formula.targets(for: network, rows: 1))
    return try NetworkFunction(network, on: examples).output(parameters.map { Double($0) })
  }

  private func parameters(_ layer: any RecurrentLayer, _ shape: Shape) throws -> [Float] {
    try Formula.parameters(network(layer, shape))
  }

  private func network(_ layer: any RecurrentLayer, _ shape: Shape) -> NetworkConfiguration {
    var builder = NetworkBuilder()
    let sequence = builder.input("sequence", shape)
    if layer.paddingIndex == nil {
      _ = builder.add(layer, to: sequence)
    } else {
      let tokens = builder.input("tokens", [shape[0]])
      _ = builder.add(layer, to: sequence, tokens)
    }
    return builder.network(loss: MeanSquaredError())
  }
}
