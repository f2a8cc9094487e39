import Networks
import Testing

/// A classifier trained for 50 steps on eight rows each, beside PyTorch; the program that makes the numbers
/// is References/trajectory.py.
enum Trajectory {
  static let rows = 40
  static let classes = 3

  /// The loss of every step.
  ///
  /// One step is an epoch, so that the history holds each of them.
  static func losses(_ network: NetworkConfiguration, features: [Float]) throws -> [Double] {
    let examples = ExampleSet(
      rows: rows, columns: network.inputCount, features: features,
      targets: Formula.indices(rows, below: classes, start: 20_000))
    let initial = try TrainedNetwork(configuration: network, parameters: Formula.parameters(network))
    return try train(
      network,
      TrainingConfiguration(optimiser: Adam(learningRate: 0.01, epsilon: 1e-7), batchSize: 8, epochs: 50),
      on: examples, initial: initial,
      batchOrder: { step in (0..<8).map { (8 * step + 3 * $0) % rows } }
    ).history.map(\.trainingLoss)
  }

  /// Equal to 1e-5: rounding in single precision grows over 50 steps, here to some 1e-7.
  static func expectClose(
    _ losses: [Double], _ expected: [Double], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(losses.count == expected.count, sourceLocation: sourceLocation)
    for (step, (loss, reference)) in zip(losses, expected).enumerated() {
      #expect(abs(loss / reference - 1) < 1e-5, "step \(step + 1)", sourceLocation: sourceLocation)
    }
  }
}
