/// A table of numbers by date: its rows in the order of time, whatever order they stand in.
struct DatedTable {
  /// The dates as they are written.
  let periods: [String]
  /// Days since 1 January 1970, with the hour as a fraction; rising.
  let days: [Double]
  /// The other columns that hold numbers.
  let columns: [Column]
  private(set) var notes: [DatasetNote]

  struct Column {
    let name: String
    /// Not a number where a cell is empty.
    let values: [Double]
    /// The row of the file, counted from 1, of each value.
    let rows: [Int]
  }

  /// Reads a table that has a date in every row.
  ///
  /// - Parameter wanted: a column that must hold numbers; others that do not are left out, with a note.
  /// - Throws: what `readTable` refuses; a table without dates, with a date twice, or a wanted column that is
  ///   missing or holds something else than numbers.
  init(
    _ request: DatasetRequest, wanted: (_ names: [String]) throws(DatasetError) -> String?
  ) throws(DatasetError) {
    let read = try readTable(request.location, declared: request.encoding, lineLimit: request.lineLimit)
    let table = read.table
    guard let dates = Self.dates(table) else { throw .noDateColumn(columns: table.names) }
    let order = dates.days.indices.sorted { (dates.days[$0], $0) < (dates.days[$1], $1) }
    for (first, second) in zip(order, order.dropFirst()) where dates.days[first] == dates.days[second] {
      throw .repeatedDate(
        column: table.names[dates.column], row: table.rowNumber(max(first, second)),
        text: table.text(row: second, column: dates.column))
    }
    let wanted = try wanted(table.names)
    var columns: [Column] = []
    var dropped: [String] = []
    for place in table.names.indices where place != dates.column {
      guard let values = try Self.numbers(table, place, read.separator) else {
        if table.names[place] == wanted { throw Self.stray(table, place) }
        dropped.append(table.names[place])
        continue
      }
      columns.append(
        Column(
          name: table.names[place], values: order.map { values[$0] }, rows: order.map(table.rowNumber)))
    }
    self.columns = columns
    periods = order.map { table.text(row: $0, column: dates.column) }
    days = order.map { dates.days[$0] }
    notes = read.notes
    if !dropped.isEmpty { notes.append(.columnsDropped(dropped)) }
    if order != Array(order.indices) { notes.append(.rowsByDate(column: table.names[dates.column])) }
  }

  /// The column that holds a date in every row, one named like a date before others.
  private static func dates(_ table: RawTable) -> (column: Int, days: [Double])? {
    func named(_ column: Int) -> Bool {
      let name = table.names[column].lowercased()
      return ["date", "time", "day", "week", "month", "日期", "时间"].contains { name.contains($0) }
    }
    let order = table.names.indices.filter(named) + table.names.indices.filter { !named($0) }
    for column in order {
      let cells = (0..<table.rows).map { table.text(row: $0, column: column) }
      let readings = DateOrder.allCases.compactMap { order in days(cells, order) }
      // Where day and month could change places, the reading in which time runs one way is the right one.
      if let days = readings.first(where: { runsOneWay($0) }) ?? readings.first { return (column, days) }
    }
    return nil
  }

  private static func runsOneWay(_ days: [Double]) -> Bool {
    let pairs = zip(days, days.dropFirst())
    return pairs.allSatisfy { $0 < $1 } || pairs.allSatisfy { $0 > $1 }
  }

  private static func days(_ cells: [String], _ order: DateOrder) -> [Double]? {
    var days: [Double] = []
    for cell in cells {
      var text = Array(whole(cell).utf8)
      guard let date = text.withUnsafeMutableBufferPointer({ CalendarDate(.init($0), order: order) }) else {
        return nil
      }
      days.append(Double(date.dayNumber) + (date.hour ?? 0) / 24)
    }
    return days.isEmpty ? nil : days
  }

  /// `20240305` with dashes, and `2024-03` with its first day.
  private static func whole(_ cell: String) -> String {
    let digits = cell.allSatisfy { $0.isASCII && $0.isNumber }
    if digits, cell.count == 8 { return "\(cell.prefix(4))-\(cell.dropFirst(4).prefix(2))-\(cell.suffix(2))" }
    let parts = cell.split(whereSeparator: { $0 == "-" || $0 == "/" })
    if cell.count == 7, parts.count == 2, parts[0].count == 4, parts[1].count == 2 {
      return "\(parts[0])-\(parts[1])-01"
    }
    return cell
  }

  /// The numbers of a column; nil where it holds something else.
  private static func numbers(
    _ table: RawTable, _ column: Int, _ separator: Separator
  ) throws(DatasetError) -> [Double]? {
    let scan = ColumnScan(table, column: column)
    if let found = scan.firstInfinity {
      throw .infinity(column: table.names[column], row: table.rowNumber(found.row), text: found.text)
    }
    guard scan.present > 0 else { return nil }
    if scan.strays == 0 { return scan.numbers }
    let inferred = try inferColumn(table, column: column, scan: scan, separator: separator, asText: false)
    guard case .numbers(let style)? = inferred.plan, style != .plain,
      case .numbers(let values) = ColumnPlan.numbers(style).values(table, column: column)
    else { return nil }
    return values
  }

  /// The first cell that is no number.
  private static func stray(_ table: RawTable, _ column: Int) -> DatasetError {
    let name = table.names[column]
    guard let stray = ColumnScan(table, column: column).firstStray else { return .allMissing(column: name) }
    return .notANumber(column: name, row: table.rowNumber(stray.row), text: stray.text)
  }
}
