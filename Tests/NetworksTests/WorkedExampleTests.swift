import Networks
import Testing

// One sigmoid unit on two inputs, binary cross-entropy, every parameter starting at 0.5, learning rate
// 0.01, full-batch gradient descent on four rows. The first step by hand:
//
//   row          z = (x1 + x2 + 1) / 2    p = 1 / (1 + e^-z)    p - t
//   ( 1,  2) 1    2.0                      0.8807971            -0.1192029
//   ( 2, -1) 0    1.0                      0.7310586             0.7310586
//   (-1,  1) 1    0.5                      0.6224593            -0.3775407
//   ( 0, -2) 0   -0.5                      0.3775407             0.3775407
//
//   loss = (-ln 0.8807971 - ln 0.2689414 - ln 0.6224593 - ln 0.6224593) / 4
//        = (0.1269280 + 1.3132617 + 0.4740770 + 0.4740770) / 4 = 0.5970859
//   dw1  = (-0.1192029 + 2 * 0.7310586 + 0.3775407) / 4 =  0.4301138   w1 = 0.5 - 0.0043011 = 0.4956989
//   dw2  = (-0.2384058 - 0.7310586 - 0.3775407 - 0.7550813) / 4 = -0.5255216   w2 = 0.5052552
//   db   = (-0.1192029 + 0.7310586 - 0.3775407 + 0.3775407) / 4 =  0.1529639   b = 0.4984704
//
// The numbers after more steps are from References/worked_example.py, in double precision.
private let network = NetworkConfiguration(input: [2], [Dense(1)], loss: BinaryCrossEntropy())
private let examples = ExampleSet(
  rows: 4, columns: 2, features: [1, 2, 2, -1, -1, 1, 0, -2], targets: [1, 0, 1, 0])

/// The losses are of the step's start, the parameters of its end.
private let path: [(steps: Int, loss: Double, parameters: [Double])] = [
  (1, 0.5970859167, [0.4956988627, 0.5052552161, 0.4984703609]),
  (2, 0.5922524946, [0.4914163906, 0.5104815524, 0.4969494377]),
  (10, 0.5553094104, [0.4578295869, 0.5512719222, 0.4850956282]),
  (50, 0.4103348838, [0.3075860503, 0.7305482702, 0.4339638212]),
  (100, 0.2963263950, [0.1574029184, 0.9080000400, 0.3868592898]),
]

@Test(arguments: path)
func `the worked example comes out right`(
  _ expected: (steps: Int, loss: Double, parameters: [Double])
) throws {
  let training = TrainingConfiguration(
    optimiser: SGD(learningRate: 0.01), batchSize: 4, epochs: expected.steps, sampling: .inOrder)
  let start = try TrainedNetwork(configuration: network, parameters: [0.5, 0.5, 0.5])
  let outcome = try train(network, training, on: examples, initial: start)
  // A float holds these to 6e-8; a hundred steps round a hundred times, mostly cancelling.
  #expect(abs((outcome.history.last?.trainingLoss ?? 0) - expected.loss) < 2e-7)
  for (found, wanted) in zip(outcome.network.parameters, expected.parameters) {
    #expect(abs(Double(found) - wanted) < 3e-7)
  }
  #expect(outcome.history.count == expected.steps)
}

@Test func `the first step's probabilities are those by hand`() throws {
  let start = try TrainedNetwork(configuration: network, parameters: [0.5, 0.5, 0.5])
  let probabilities = start.predict(examples.features, rows: 4)
  for (found, wanted) in zip(probabilities, [0.8807971, 0.7310586, 0.6224593, 0.3775407]) {
    #expect(abs(Double(found) - wanted) < 1e-7)
  }
}
