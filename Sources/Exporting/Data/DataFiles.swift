import Assessments
import Datasets
import Foundation
import Pilots

/// The data folder: rows as they were understood, split and folds, and some encoded rows to check against.
struct DataFiles {
  /// Test rows whose encoding is written out, at most.
  static let referenceRows = 20

  let data: PilotDatasets
  let split: PilotSplit
  let recordings: [SampleRecording]
  /// The folder of test files, where they have one of their own.
  let testFolder: String?

  func files() throws -> [ExportedFile] {
    try rows("rows", data.training, folder: nil)
      + (data.heldOut.map { try rows("test", $0, folder: testFolder) } ?? [])
      + recordingFiles + [try splitFile(), try referenceFile()]
  }

  /// Paths of the sample's recordings inside `data/files`.
  private var recordingNames: [String] {
    recordings.enumerated().map { row, recording in "\(recording.label)/\(row + 1).wav" }
  }

  private var recordingFiles: [ExportedFile] {
    zip(recordingNames, recordings).map { name, recording in
      ExportedFile("data/files/\(name)", bytes: [UInt8](wavData(recording.samples, rate: recording.rate)))
    }
  }

  private func rows(_ name: String, _ dataset: Dataset, folder: String?) throws -> [ExportedFile] {
    let targets = dataset.targets.map { target in
      dataset.classes.isEmpty ? "\(target)" : dataset.classes[Int(target)]
    }
    switch dataset.plainRows {
    case .columns(let columns):
      let table = columns.map { ($0.name, $0.cells) } + [(dataset.targetName, targets)]
      return [ExportedFile("data/\(name).csv", csvText(table))]
    case .grid(let grid):
      let names =
        dataset.files.isEmpty ? recordingNames : dataset.files.map { (folder.map { $0 + "/" } ?? "") + $0 }
      let files = names.isEmpty ? [] : [("file", names)]
      return [
        ExportedFile("data/\(name).npy", bytes: numpyFile(grid.values, width: grid.width)),
        ExportedFile("data/\(name).csv", csvText(files + [(dataset.targetName, targets)])),
      ]
    }
  }

  private struct SplitRecord: Encodable {
    struct Fold: Encodable {
      var training: [Int]
      var heldOut: [Int]

      enum CodingKeys: String, CodingKey {
        case training
        case heldOut = "held_out"
      }
    }
    var training: [Int]
    var test: [Int]
    var folds: [Fold]
  }

  private func splitFile() throws -> ExportedFile {
    let record = SplitRecord(
      training: split.training, test: split.test,
      folds: split.folds.map { SplitRecord.Fold(training: $0.training, heldOut: $0.heldOut) })
    return ExportedFile("data/split.json", try json(record))
  }

  private struct ReferenceRecord: Encodable {
    /// Row numbers of the test source.
    var rows: [Int]
    /// The names of the encoded columns.
    var columns: [String]
    /// Shape [rows, columns].
    var values: [[Float]]
  }

  private func referenceFile() throws -> ExportedFile {
    let encoder = FeatureEncoder.fit(data.training, rows: split.training)
    let rows = Array(split.test.prefix(Self.referenceRows))
    let values = encoder.encode(data.heldOut ?? data.training, rows: rows)
    let width = encoder.columns
    let record = ReferenceRecord(
      rows: rows, columns: encoder.names,
      values: rows.indices.map { Array(values[$0 * width..<($0 + 1) * width]) })
    return ExportedFile("data/reference.json", try json(record))
  }

  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
