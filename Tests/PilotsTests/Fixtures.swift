import Datasets
import Foundation
import Pilots
import Recommendations
import Synchronization
import TestSupport

/// Small tables made by seed, read through the real loader.
enum Table {
  /// Two classes whose first column differs by three standard deviations.
  static func separable(rows: Int, seed: UInt64 = 1, flipped: Bool = false) throws -> Dataset {
    try read(twoClasses(rows: rows, seed: seed, distance: 3, flipped: flipped))
  }

  /// Two classes that have nothing to do with the columns.
  static func noise(rows: Int, seed: UInt64 = 1) throws -> Dataset {
    try read(twoClasses(rows: rows, seed: seed, distance: 0))
  }

  /// Three classes around three corners.
  static func threeClasses(rows: Int) throws -> Dataset {
    var generator = TestGenerator(seed: 3)
    var lines = ["x,y,target"]
    for row in 0..<rows {
      let corner = [(0.0, 0.0), (4.0, 0.0), (0.0, 4.0)][row % 3]
      lines.append(
        "\(corner.0 + bell(&generator)),\(corner.1 + bell(&generator)),\(["red", "green", "blue"][row % 3])")
    }
    return try read(lines.joined(separator: "\n"))
  }

  /// A number: 3 x − 2 y and some noise, in thousands.
  static func numbers(rows: Int) throws -> Dataset {
    var generator = TestGenerator(seed: 4)
    var lines = ["x,y,target"]
    for _ in 0..<rows {
      let (x, y) = (bell(&generator), bell(&generator))
      lines.append("\(x),\(y),\(1_000 * (3 * x - 2 * y + 0.3 * bell(&generator)) + 20_000)")
    }
    return try read(lines.joined(separator: "\n"))
  }

  static func twoClasses(rows: Int, seed: UInt64, distance: Double, flipped: Bool = false) -> String {
    var generator = TestGenerator(seed: seed)
    var lines = ["a,b,c,target"]
    for row in 0..<rows {
      let isPositive = row % 2 == 0
      let label = isPositive != flipped ? "yes" : "no"
      let shift = isPositive ? distance : 0
      lines.append("\(bell(&generator) + shift),\(bell(&generator)),\(bell(&generator)),\(label)")
    }
    return lines.joined(separator: "\n")
  }

  /// Texts of sixty of 1,500 words that say nothing, and six words that tell row % 3.
  static func texts(rows: Int, target: (Int) -> String) throws -> Dataset {
    var lines = ["text,target"]
    for row in 0..<rows {
      let words = (0..<60).map { "w\((row * 37 + $0) % 1_500)" }
      let telling = (0..<6).map { ["good", "bad", "middling"][row % 3] + "\($0)" }
      lines.append("\((words + telling).joined(separator: " ")),\(target(row))")
    }
    return try withFile(lines.joined(separator: "\n")) {
      try load(DatasetRequest(location: $0, target: "target", textColumn: "text"))
    }
  }

  static func read(_ text: String) throws -> Dataset {
    try withFile(text) { try load(DatasetRequest(location: $0, target: "target")) }
  }

  /// The text as test rows for a data set.
  static func heldOut(_ text: String, for training: Dataset) throws -> Dataset {
    try withFile(text) { try applyHeldOut($0, to: training) }
  }

  private static func withFile(_ text: String, _ body: (URL) throws -> Dataset) throws -> Dataset {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("table.csv")
    try text.write(to: file, atomically: false, encoding: .utf8)
    return try body(file)
  }

  /// Roughly normal: twelve even draws less six.
  private static func bell(_ generator: inout TestGenerator) -> Double {
    (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) }
  }
}

/// A pilot small enough for tests.
let smallPilot = PilotConfiguration(
  widths: [8], dropout: 0, learningRate: 0.01, batchSize: 16, maximumEpochs: 12, patience: 3, folds: 3)

/// A clock that only moves when told.
final class FakeClock: Sendable {
  private let time = Mutex(0.0)

  var now: Double { time.withLock { $0 } }

  func advance(_ seconds: Double) {
    time.withLock { $0 += seconds }
  }
}

/// A memory journal that counts what is recorded.
final class CountingJournal: PilotJournal {
  private let inner = MemoryJournal()
  private let counts = Mutex<[String: Int]>([:])

  var recorded: [String: Int] { counts.withLock { $0 } }

  func finished(_ key: String) -> Data? { inner.finished(key) }

  func record(_ key: String, _ payload: Data) throws {
    counts.withLock { $0[key, default: 0] += 1 }
    try inner.record(key, payload)
  }

  func epoch(_ key: String, _ loss: PilotDiagnostics.EpochLoss) throws {
    try inner.epoch(key, loss)
  }
}

/// Runs with a clock that stands still, so that no budget binds.
func pilot(
  _ dataset: Dataset, heldOut: Dataset? = nil, _ configuration: PilotConfiguration = smallPilot,
  seed: UInt64 = 42, journal: any PilotJournal = MemoryJournal(),
  progress: @escaping (PilotProgress) throws -> Void = { _ in }
) throws -> PilotResult {
  try runPilot(
    dataset: dataset, heldOut: heldOut, configuration: configuration, seed: seed, budgetSeconds: 60,
    clock: { 0 }, memory: { 1_000_000 }, journal: journal, progress: progress)
}

/// What a run told while it went.
final class Progress: Sendable {
  private let messages = Mutex<[PilotProgress]>([])

  var all: [PilotProgress] { messages.withLock { $0 } }

  func append(_ message: PilotProgress) {
    messages.withLock { $0.append(message) }
  }
}
