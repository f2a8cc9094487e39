import Foundation
import Kernels

/// Rows of two texts, such as a question and its passage, read from two columns of a table.
struct TextPairs {
  /// Neither text of a pair is empty.
  var pairs: [(first: String, second: String)]
  var notes: [DatasetNote]

  /// Reads the columns with these names, in any letter case; rows with an empty cell are left out and counted.
  ///
  /// - Parameter limit: the most rows kept, drawn by the request's seed, in their old order.
  /// - Throws: what `readTable` refuses, a column that is not there, and fewer than 30 rows.
  init(
    _ request: DatasetRequest, first: String, second: String, limit: Int
  ) throws(DatasetError) {
    let read = try readTable(request.location, declared: request.encoding, lineLimit: request.lineLimit)
    let table = read.table
    let columns = (try Self.column(first, of: table), try Self.column(second, of: table))
    let all = (0..<table.rows).map { row in
      (first: table.text(row: row, column: columns.0), second: table.text(row: row, column: columns.1))
    }
    pairs = all.filter { !$0.first.isEmpty && !$0.second.isEmpty }
    notes = read.notes
    if pairs.count < all.count { notes.append(.rowsIncomplete(all.count - pairs.count)) }
    guard pairs.count >= 30 else { throw .tooFewRows(rows: pairs.count, least: 30) }
    guard pairs.count > limit else { return }
    notes.append(.rowsDrawn(kept: limit, of: pairs.count))
    var generator = SeededGenerator(seed: request.seed, purpose: "rows of a table")
    var order = Array(pairs.indices)
    generator.shuffle(&order)
    pairs = order.prefix(limit).sorted().map { pairs[$0] }
  }

  private static func column(_ name: String, of table: RawTable) throws(DatasetError) -> Int {
    if let place = table.names.firstIndex(where: { $0.lowercased() == name }) { return place }
    throw .unknownColumn(name: name, nearest: nearest(name, in: table.names), columns: table.names)
  }
}
