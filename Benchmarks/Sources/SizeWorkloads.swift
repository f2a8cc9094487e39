import Foundation
import Kernels
import Networks

private let network = NetworkConfiguration(
  input: [50], [Dense(64, .relu), Dense(1)], loss: BinaryCrossEntropy())

/// One made-up row of 50 features, and 1 where a simple combination of them is positive.
private func row(_ generator: inout SeededGenerator, into features: inout [Float]) -> Float {
  for index in features.indices { features[index] = Float.random(in: -1...1, using: &generator) }
  return features[0] + features[1] * features[2] > 0 ? 1 : 0
}

/// The seconds of one epoch for 10³ to 10⁶ rows of 50 features; the time a row should stay the same.
func growth(_ arguments: Arguments) throws -> Report {
  var report = Report(workload: "growth", threads: arguments.threads)
  var generator = SeededGenerator(seed: 1)
  var features = [Float](repeating: 0, count: 50)
  let training = TrainingConfiguration(batchSize: 32, epochs: 1)
  for rows in [1_000, 10_000, 100_000, 1_000_000] {
    var (all, targets): ([Float], [Float]) = ([], [])
    all.reserveCapacity(rows * 50)
    for _ in 0..<rows {
      targets.append(row(&generator, into: &features))
      all += features
    }
    let examples = ExampleSet(rows: rows, columns: 50, features: all, targets: targets)
    // A small table is run several times over, so that every size takes long enough to be measured.
    var seconds: [Double] = []
    for _ in 0..<max(3, 300_000 / rows) {
      var run = Report(workload: "growth", threads: arguments.threads)
      _ = try run.timing {
        try train(network, training, on: examples, execution: Execution(threads: arguments.threads))
      }
      seconds.append(run.processorSeconds)
    }
    report.microsecondsByRows.append((rows, seconds.sorted()[seconds.count / 2] / Double(rows) * 1e6))
  }
  return report
}

/// One epoch over 2 million rows of 50 features that are never all in memory.
func stream(_ arguments: Arguments) throws -> Report {
  let rows = arguments.rows ?? 2_000_000
  var report = Report(workload: "stream", threads: arguments.threads, rows: rows)
  let url = URL(fileURLWithPath: arguments.folder + "/stream-rows.f32")
  defer { try? FileManager.default.removeItem(at: url) }
  let writer = try ExampleFileWriter(url, columns: 50)
  var generator = SeededGenerator(seed: 1)
  var features = [Float](repeating: 0, count: 50)
  for _ in 0..<rows {
    let target = row(&generator, into: &features)
    try writer.append(features: features, targets: CollectionOfOne(target))
  }
  let file = try writer.finish()
  report.dataBytes = rows * 51 * 4
  let outcome = try report.timing {
    try train(
      network, TrainingConfiguration(batchSize: 256, epochs: 1), streaming: file,
      execution: Execution(threads: arguments.threads))
  }
  report.loss = outcome.history.last?.trainingLoss
  return report
}
