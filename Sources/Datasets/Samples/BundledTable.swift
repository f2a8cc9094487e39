import Foundation

/// A table that lies under `samples/` with a file beside it that says what it is: a sample without code.
///
/// `samples/<id>.json` holds `kind` (real, computed or synthetic), `title` and `process` in both languages,
/// `source` (a published identifier), `target` (the column to predict) and, where they are needed, `group` (the column by which results
/// are compared) and `file` (`<id>.csv` otherwise).
struct BundledTable: Codable {
  var kind: SampleKind
  var title: BilingualText
  var process: BilingualText
  var source: String
  var target: String
  var group: String?
  var file: String?

  /// The ids of all that lie there, sorted.
  static func ids(root: URL) -> [String] {
    let folder = root.appendingPathComponent("samples").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// The sample with this id; nil where there is none.
  ///
  /// - Throws: `DatasetError.unreadable` for facts that lack a key.
  static func sample(_ id: String, root: URL) throws(DatasetError) -> SampleData? {
    guard !id.contains("/") else { return nil }
    let path = root.appendingPathComponent("samples/\(id).json").path
    guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
    let table: BundledTable
    do {
      table = try JSONDecoder().decode(BundledTable.self, from: bytes)
    } catch {
      throw .unreadable(path: path, reason: "\(error)")
    }
    return SampleData(
      id: id, kind: table.kind, title: table.title, process: table.process, sourceID: table.source
    ) { root, _ throws(DatasetError) in
      let file = root.appendingPathComponent("samples/\(table.file ?? id + ".csv")")
      return .table(
        try readTable(file, declared: nil, lineLimit: 1 << 20).table, target: table.target,
        group: table.group)
    }
  }
}
