import Foundation
import Networks
import Testing

private let network = NetworkConfiguration(
  input: [4], [Dense(8, .tanh), Dense(1)], loss: BinaryCrossEntropy())

private func file(_ examples: ExampleSet) throws -> ExampleFile {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("rows-\(UUID().uuidString)")
  let writer = try ExampleFileWriter(url, columns: examples.columns)
  for row in 0..<examples.rows {
    try writer.append(
      features: examples.features[row * examples.columns..<(row + 1) * examples.columns],
      targets: [examples.targets[row]])
  }
  return try writer.finish()
}

@Test func `rows come back from a file as they went in, from anywhere`() throws {
  let examples = try Formula.examples(for: network, rows: 103)
  let rows = try file(examples)
  defer { try? FileManager.default.removeItem(at: rows.url) }
  #expect(rows.rows == 103)
  for (start, count) in [(0, 103), (5, 1), (100, 3), (103, 0)] {
    let some = try rows.examples(start: start, count: count)
    #expect(some.features == Array(examples.features[start * 4..<(start + count) * 4]))
    #expect(some.targets == Array(examples.targets[start..<start + count]))
  }
}

@Test func `one block in order trains as rows in memory do, byte for byte`() throws {
  let examples = try Formula.examples(for: network, rows: 103)
  let rows = try file(examples)
  defer { try? FileManager.default.removeItem(at: rows.url) }
  let training = TrainingConfiguration(batchSize: 8, epochs: 3, sampling: .inOrder)
  let inMemory = try train(network, training, on: examples)
  for blockRows in [1_000, 40, 1] {
    let streamed = try train(network, training, streaming: rows, blockRows: blockRows)
    #expect(streamed.network == inMemory.network, "\(blockRows)")
    #expect(streamed.history == inMemory.history, "\(blockRows)")
  }
}

@Test func `shuffled blocks visit every row once an epoch in a new order`() throws {
  /// Notes which rows are read; its rows' features are their numbers.
  final class Numbers: ExampleSource {
    let rows = 50
    let columns = 4
    let targetColumns = 1
    var starts: [Int] = []
    func read(
      start: Int, count: Int, features: UnsafeMutablePointer<Float>, targets: UnsafeMutablePointer<Float>
    ) {
      starts.append(start)
      for row in 0..<count {
        for column in 0..<4 { features[row * 4 + column] = Float(start + row) }
        targets[row] = Float((start + row) % 2)
      }
    }
  }
  let source = Numbers()
  let training = TrainingConfiguration(batchSize: 5, epochs: 4)
  let outcome = try train(network, training, streaming: source, blockRows: 10)
  #expect(outcome.steps == 40)
  let epochs = (0..<4).map { Array(source.starts[$0 * 5..<$0 * 5 + 5]) }
  for epoch in epochs { #expect(epoch.sorted() == [0, 10, 20, 30, 40]) }
  #expect(Set(epochs).count > 1)
  let again = try train(network, training, streaming: Numbers(), blockRows: 10)
  #expect(again.network == outcome.network)
}

@Test func `a streamed training resumes at any step with the same bytes`() throws {
  struct Stopped: Error {}
  let examples = try Formula.examples(for: network, rows: 61)
  let rows = try file(examples)
  defer { try? FileManager.default.removeItem(at: rows.url) }
  let training = TrainingConfiguration(batchSize: 4, epochs: 2)
  let whole = try train(network, training, streaming: rows, blockRows: 12)
  for step in [1, 7, 16, 20, 31] {
    var kept: Checkpoint?
    #expect(throws: Stopped.self) {
      try train(
        network, training, streaming: rows, blockRows: 12,
        checkpoints: Checkpoints(everySteps: 1) {
          kept = $0
          if $0.steps == step { throw Stopped() }
        })
    }
    let resumed = try train(
      network, training, streaming: rows, blockRows: 12,
      checkpoints: Checkpoints(everySteps: 1_000, resuming: kept) { _ in })
    #expect(resumed.network == whole.network && resumed.history == whole.history, "step \(step)")
  }
}

@Test func `a bad value in a later block is named by its row in the whole`() throws {
  var examples = try Formula.examples(for: network, rows: 30)
  examples.features[4 * 25 + 2] = .nan
  let rows = try file(examples)
  defer { try? FileManager.default.removeItem(at: rows.url) }
  #expect(throws: NetworkError.nonFiniteFeature(row: 25, column: 2)) {
    try train(network, TrainingConfiguration(batchSize: 5), streaming: rows, blockRows: 10)
  }
}

@Test func `files that are missing or cut off, and sampling by class, are refused`() throws {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("none-\(UUID().uuidString)")
  #expect(throws: NetworkError.unreadableFile(path: url.path, reason: .missing)) {
    try ExampleFile(url, columns: 3)
  }
  try Data(count: 17).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  #expect(throws: NetworkError.unreadableFile(path: url.path, reason: .partialRow)) {
    try ExampleFile(url, columns: 3)
  }
  let rows = try file(try Formula.examples(for: network, rows: 8))
  defer { try? FileManager.default.removeItem(at: rows.url) }
  #expect(throws: NetworkError.self) {
    try train(network, TrainingConfiguration(sampling: .classBalanced), streaming: rows)
  }
}
