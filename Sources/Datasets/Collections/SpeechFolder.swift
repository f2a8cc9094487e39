import Foundation

/// A folder of recordings and the table that says what is said in each.
struct SpeechFolder {
  struct Row {
    /// As the table names it.
    let file: String
    let location: URL
    let text: String
  }

  let folder: URL
  let table: URL

  /// - Parameter location: the folder, or the table in it.
  init(_ location: URL) throws(DatasetError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: location.path, isDirectory: &isFolder) else {
      throw .notFound(path: location.path)
    }
    folder = isFolder.boolValue ? location : location.deletingLastPathComponent()
    table = isFolder.boolValue ? location.appendingPathComponent(SpeechCollection.tableName) : location
    guard FileManager.default.fileExists(atPath: table.path) else {
      throw .noTranscripts(path: location.path)
    }
  }

  /// The table's rows, each with a file that is there.
  func rows(_ table: RawTable, textColumn: String?) throws(DatasetError) -> [Row] {
    let fileColumn = try column("file", table)
    let text = try column(textColumn ?? "text", table)
    var names: [String] = []
    do { names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() } catch {
      throw .unreadable(path: folder.path, reason: plainReason(error))
    }
    var rows: [Row] = []
    for row in 0..<table.rows {
      let name = table.text(row: row, column: fileColumn)
      let location = folder.appendingPathComponent(name)
      var isFolder: ObjCBool = false
      // A table speaks of its own folder only, whatever else can be read on the machine.
      let isInside = !name.isEmpty && !name.split(separator: "/").contains("..")
      guard isInside, FileManager.default.fileExists(atPath: location.path, isDirectory: &isFolder),
        !isFolder.boolValue
      else {
        throw .missingRecording(
          path: self.table.path, row: table.rowNumber(row), file: name, nearest: nearest(name, in: names))
      }
      rows.append(Row(file: name, location: location, text: table.text(row: row, column: text)))
    }
    return rows
  }

  private func column(_ name: String, _ table: RawTable) throws(DatasetError) -> Int {
    if let column = table.names.firstIndex(where: { $0.lowercased() == name.lowercased() }) { return column }
    throw .unknownColumn(name: name, nearest: nearest(name, in: table.names), columns: table.names)
  }
}
