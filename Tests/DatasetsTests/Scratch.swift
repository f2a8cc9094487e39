import Datasets
import Foundation

/// A folder of its own for one test, removed when the test lets go of it.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("datasets-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file, with the folders above it.
  @discardableResult
  func write(_ bytes: [UInt8], _ path: String) throws -> URL {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file
  }

  @discardableResult
  func write(_ text: String, _ path: String = "data.csv") throws -> URL { try write(Array(text.utf8), path) }
}

/// Reads a table from its text.
func table(
  _ text: String, target: String? = "y", textColumn: String? = nil, task: RequestedTask? = nil,
  named name: String = "data.csv"
) throws -> Dataset {
  try table(Array(text.utf8), target: target, textColumn: textColumn, task: task, named: name)
}

/// Reads a table from its bytes.
func table(
  _ bytes: [UInt8], target: String? = "y", textColumn: String? = nil, encoding: TextEncoding? = nil,
  task: RequestedTask? = nil, named name: String = "data.csv"
) throws -> Dataset {
  let scratch = try Scratch()
  let file = try scratch.write(bytes, name)
  return try load(
    DatasetRequest(location: file, target: target, textColumn: textColumn, encoding: encoding, task: task))
}

/// A table of one feature column `x` with these cells and a target that alternates between a and b.
func column(_ cells: [String], separator: String = ",", header: String = "x") -> String {
  let rows = cells.enumerated().map { "\($1)\(separator)\($0 % 2 == 0 ? "a" : "b")\n" }
  return "\(header)\(separator)y\n" + rows.joined()
}

/// The error that `body` throws; `nil` when it throws none.
func error(_ body: () throws -> Void) -> DatasetError? {
  do {
    try body()
    return nil
  } catch {
    return error as? DatasetError
  }
}

/// The encoded values of the column with this name, one a row.
func encoded(_ dataset: Dataset, _ name: String, fit: [Int]? = nil) throws -> [Float]? {
  let rows = Array(0..<dataset.rows)
  let encoder = FeatureEncoder.fit(dataset, rows: fit ?? rows)
  let values = encoder.encode(dataset, rows: rows)
  guard let place = encoder.names.firstIndex(of: name) else { return nil }
  return rows.map { values[$0 * encoder.columns + place] }
}

/// A seeded generator for tests (SplitMix64; Steele, Lea and Flood, 2014).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    let once = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    let twice = (once ^ (once >> 27)) &* 0x94d0_49bb_1331_11eb
    return twice ^ (twice >> 31)
  }
}

/// The repository's root, where `samples/` lies.
let repositoryRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()
