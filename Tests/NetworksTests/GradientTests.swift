import Kernels
import Networks
import Testing

/// Every last layer that a loss may follow, with one unit where that is possible and with several.
private let outputs: [(loss: Loss, activation: Activation, units: Int)] = Loss.allCases.flatMap { loss in
  loss.outputActivations.flatMap { activation in
    (activation == .softmax ? [2, 19] : [1, 3, 16]).map { (loss, activation, $0) }
  }
}

/// The largest gap between the engine's gradient and central differences in double precision.
private func gradientGap(
  _ network: NetworkConfiguration, rows: Int = 7, weighted: Bool = false, l1: Double = 0, l2: Double = 0,
  instructionSet: InstructionSet = .best
) throws -> Double {
  let examples = Formula.examples(for: network, rows: rows, weighted: weighted)
  let parameters = Formula.parameters(network)
  let found = try lossAndGradient(
    of: TrainedNetwork(configuration: network, parameters: parameters), on: examples, l1: l1, l2: l2,
    instructionSet: instructionSet)
  let reference = DoublePrecisionReference(network: network, examples: examples, l1: l1, l2: l2)
  let exact = parameters.map { Double($0) }
  let plain = DoublePrecisionReference(network: network, examples: examples)
  return zip(found.gradient, reference.gradient(exact)).reduce(abs(found.loss - plain.loss(exact))) {
    max($0, abs(Double($1.0) - $1.1))
  }
}

// Gradients here are at most about 1, of sums of some tens of float products: 1e-6 is ten roundings.
@Test(arguments: [Activation.identity, .relu, .sigmoid, .tanh], outputs)
func `the gradient of every activation and loss equals central differences`(
  hidden: Activation, output: (loss: Loss, activation: Activation, units: Int)
) throws {
  let network = NetworkConfiguration(
    inputs: 3,
    layers: [
      DenseLayer(units: 5, activation: hidden), DenseLayer(units: 17, activation: hidden),
      DenseLayer(units: output.units, activation: output.activation),
    ], loss: output.loss)
  for instructionSet in InstructionSet.available {
    #expect(try gradientGap(network, instructionSet: instructionSet) < 1e-6)
  }
  #expect(try gradientGap(network, weighted: true, l1: 0.01, l2: 0.1) < 1e-6)
}

@Test func `layers of one unit anywhere, no hidden layer and one row have right gradients`() throws {
  let single = NetworkConfiguration(
    inputs: 1,
    layers: [
      DenseLayer(units: 1, activation: .tanh), DenseLayer(units: 4, activation: .sigmoid),
      DenseLayer(units: 1, activation: .identity), DenseLayer(units: 1, activation: .tanh),
      DenseLayer(units: 3, activation: .identity),
    ], loss: .meanSquaredError)
  #expect(try gradientGap(single) < 1e-6)
  let linear = NetworkConfiguration(
    inputs: 40, layers: [DenseLayer(units: 3, activation: .softmax)], loss: .softmaxCrossEntropy)
  #expect(try gradientGap(linear, rows: 1) < 1e-6)
  #expect(try gradientGap(linear, rows: 300) < 1e-6)
}
