import Foundation
import Kernels
import Networks

/// A GRU of 128 units over 64 steps of 64 numbers and a dense head, batch 32, on made-up rows.
func gruNetwork(_ arguments: Arguments) throws -> Report {
  try recurrentNetwork(GRU(128), "gru", arguments)
}

/// The same with an LSTM.
func lstmNetwork(_ arguments: Arguments) throws -> Report {
  try recurrentNetwork(LSTM(128), "lstm", arguments)
}

private func recurrentNetwork(_ layer: any Layer, _ name: String, _ arguments: Arguments) throws -> Report {
  let rows = arguments.rows ?? 3_200
  var generator = SeededGenerator(seed: 1)
  let examples = ExampleSet(
    rows: rows, columns: 64 * 64, features: (0..<rows * 64 * 64).map { _ in Float(generator.uniform(-1, 1)) },
    targets: (0..<rows).map { Float($0 % 2) })
  let network = NetworkConfiguration(input: [64, 64], [layer, Dense(1)], loss: BinaryCrossEntropy())
  let training = TrainingConfiguration(batchSize: 32, epochs: 1, sampling: .inOrder)
  var report = Report(workload: name, threads: arguments.threads, rows: rows)
  report.arenaBytes = try network.estimate(training).trainingBytes
  let outcome = try report.timing {
    try train(network, training, on: examples, execution: Execution(threads: arguments.threads))
  }
  report.loss = outcome.history.last?.trainingLoss
  return report
}
