/// How the cells of a usable column are read; inferred once, then applied to a second file as well.
enum ColumnPlan: Sendable, Hashable {
  case numbers(NumberStyle)
  case levels
  case text
  case sequences(TextForm)
  case dates(DateOrder)
}

/// What a table must look like to stand beside the one it was inferred from.
struct TableSchema: Sendable {
  var columns: [(name: String, plan: ColumnPlan)]
  var targetPlan: ColumnPlan
  /// The column by which results are compared, where there is one.
  var group: String?
}

extension ColumnPlan {
  /// Whether cells are free text or sequences.
  var isText: Bool {
    switch self {
    case .text, .sequences: true
    case .numbers, .levels, .dates: false
    }
  }

  /// Reads a column's cells as planned; a cell that does not fit is missing.
  func values(_ table: RawTable, column: Int) -> ColumnValues {
    switch self {
    case .numbers(let style): .numbers(numbers(table, column, style))
    case .levels: levels(table, column)
    case .text: .text(texts(table, column, .words))
    case .sequences(let form): .text(texts(table, column, form))
    case .dates(let order): .dates(dates(table, column, order))
    }
  }

  private func numbers(_ table: RawTable, _ column: Int, _ style: NumberStyle) -> [Double] {
    var values = [Double](repeating: .nan, count: table.rows)
    table.forEachCell(column) { row, cell in
      if style == .plain {
        if case .value(let value) = parseNumber(cell) { values[row] = value }
      } else if let plain = style.plainForm(cell) {
        plain.withUnsafeBufferPointer {
          if case .value(let value) = parseNumber($0) { values[row] = value }
        }
      }
    }
    return values
  }

  private func levels(_ table: RawTable, _ column: Int) -> ColumnValues {
    var codes = [Int32](repeating: -1, count: table.rows)
    var seen: [UInt64: Int32] = [:]
    var names: [String] = []
    table.forEachCell(column) { row, cell in
      if MissingValues.contains(cell) { return }
      let hash = hash64(cell)
      if let code = seen[hash] {
        codes[row] = code
      } else {
        codes[row] = Int32(names.count)
        seen[hash] = Int32(names.count)
        names.append(String(decoding: cell, as: UTF8.self))
      }
    }
    // Sorted, so that the order of the rows does not matter.
    let order = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    var rank = [Int32](repeating: 0, count: names.count)
    for (position, code) in order.enumerated() { rank[code] = Int32(position) }
    return .levels(codes: codes.map { $0 < 0 ? -1 : rank[Int($0)] }, levels: order.map { names[$0] })
  }

  private func texts(_ table: RawTable, _ column: Int, _ form: TextForm) -> TextCells {
    var cells = TextCells(form: form)
    table.forEachCell(column) { _, cell in
      if MissingValues.contains(cell) { cells.append("") } else { cells.append(cell) }
    }
    return cells
  }

  private func dates(_ table: RawTable, _ column: Int, _ order: DateOrder) -> [CalendarDate?] {
    var values = [CalendarDate?](repeating: nil, count: table.rows)
    table.forEachCell(column) { row, cell in values[row] = CalendarDate(cell, order: order) }
    return values
  }
}

extension RawTable {
  /// Calls `body` with every row's trimmed cell of one column, from the first row to the last.
  func forEachCell(_ column: Int, _ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      ends.withUnsafeBufferPointer { ends in
        for row in 0..<rows { body(row, trimmedCell(bytes, ends, row * columns + column)) }
      }
    }
  }
}
