import Foundation

/// Texts without labels, in their order: lines of a file, cells of a column, or files of a folder.
public struct TextCollection: Sendable {
  public let facts: CollectionFacts
  /// None of them empty.
  public let documents: [String]

  public init(facts: CollectionFacts, documents: [String]) {
    self.facts = facts
    self.documents = documents
  }

  public static let samples: [CollectionSample<TextCollection>] = [.tales]

  /// Reads a text file with one document a line, or the text column of a table.
  ///
  /// - Throws: what `readTable` refuses in a table; for a text file what cannot be read or is not UTF-8; too
  ///   few documents (fewer than 30) to train, choose and test on.
  public static func load(_ request: DatasetRequest) throws(DatasetError) -> TextCollection {
    let location = request.location
    var notes: [DatasetNote] = []
    var documents: [String]
    if ["csv", "tsv"].contains(location.pathExtension.lowercased()) {
      let read = try readTable(location, declared: request.encoding, lineLimit: request.lineLimit)
      notes = read.notes
      let column = try textColumn(read.table, wanted: request.textColumn ?? request.target)
      documents = (0..<read.table.rows).map { read.table.text(row: $0, column: column) }
    } else {
      documents = try lines(location, declared: request.encoding)
    }
    documents = documents.filter { !$0.isEmpty }
    guard documents.count >= 30 else { throw .tooFewRows(rows: documents.count, least: 30) }
    var digest = ExampleDigest()
    documents.forEach { digest.add($0) }
    return TextCollection(
      facts: CollectionFacts(
        name: location.lastPathComponent, origin: .user, modality: .text, notes: notes,
        fingerprint: digest.hexadecimal()),
      documents: documents)
  }
}

/// The column asked for, or the one whose cells are longest on average.
private func textColumn(_ table: RawTable, wanted: String?) throws(DatasetError) -> Int {
  if let wanted {
    if let column = table.names.firstIndex(of: wanted) { return column }
    throw .unknownColumn(name: wanted, nearest: nearest(wanted, in: table.names), columns: table.names)
  }
  let lengths = table.names.indices.map { column in
    (0..<table.rows).reduce(0) { $0 + table.text(row: $1, column: column).utf8.count }
  }
  return lengths.indices.max { lengths[$0] < lengths[$1] } ?? 0
}

/// The lines of a text file that hold more than white space.
func lines(_ location: URL, declared: TextEncoding?) throws(DatasetError) -> [String] {
  try wholeText(location, declared: declared).split(whereSeparator: \.isNewline)
    .map { $0.trimmingCharacters(in: .whitespaces) }
}

/// All of a text file that is not empty.
func wholeText(_ location: URL, declared: TextEncoding?) throws(DatasetError) -> String {
  var chunks = try ByteChunks(location: location, declared: declared)
  var bytes: [UInt8] = []
  while let more = try chunks.next() { bytes += more }
  if bytes.isEmpty { throw .emptyFile(path: location.path) }
  return String(decoding: bytes, as: UTF8.self)
}
