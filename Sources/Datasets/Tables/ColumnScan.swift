/// One look at a column's cells: which are missing, which are numbers, how many differ.
struct ColumnScan {
  /// The numbers, `nan` where a cell is missing or is no number.
  var numbers: [Double]
  var missing = 0
  var spellings: [String: Int] = [:]
  /// Cells that hold something that is not a plain number, and the first of them.
  var strays = 0
  var firstStray: (row: Int, text: String)?
  /// Cells that say infinity, and the first of them.
  var infinities = 0
  var firstInfinity: (row: Int, text: String)?
  /// True when the present numbers are whole and each is one more than the one before.
  var countsUp = true
  /// True when all present numbers are whole.
  var allWhole = true
  /// Different present values; counting stops above `numberLimit` in a column of numbers alone.
  private var distinct = 0

  private var hashes = Set<UInt64>()
  private var last = 0.0

  private static let numberLimit = 1_000

  var present: Int { numbers.count - missing }

  private init(rows: Int) { numbers = [Double](repeating: .nan, count: rows) }

  /// Looks at one column.
  init(_ table: RawTable, column: Int) {
    self.init(rows: table.rows)
    table.forEachCell(column) { row, cell in add(cell, row) }
    finish()
  }

  /// Looks at every column in one pass over the cells, in the order in which they lie in memory.
  static func all(_ table: RawTable) -> [ColumnScan] {
    var scans = [ColumnScan](repeating: ColumnScan(rows: table.rows), count: table.columns)
    table.bytes.withUnsafeBufferPointer { bytes in
      table.ends.withUnsafeBufferPointer { ends in
        scans.withUnsafeMutableBufferPointer { scans in
          for row in 0..<table.rows {
            for column in scans.indices {
              scans[column].add(trimmedCell(bytes, ends, row * scans.count + column), row)
            }
          }
          for column in scans.indices { scans[column].finish() }
        }
      }
    }
    return scans
  }

  @inline(__always)
  private mutating func add(_ cell: UnsafeBufferPointer<UInt8>, _ row: Int) {
    switch parseNumber(cell) {
    case .value(let value):
      numbers[row] = value
      if allWhole { allWhole = value == value.rounded() }
      if countsUp {
        countsUp = allWhole && (row == missing || value == last + 1)
        last = value
      }
      // Adding zero makes −0 and 0 one value.
      if strays > 0 || hashes.count <= Self.numberLimit { hashes.insert((value + 0).bitPattern) }
    case .infinite:
      infinities += 1
      if firstInfinity == nil { firstInfinity = (row, String(decoding: cell, as: UTF8.self)) }
    case .notANumber:
      addWord(cell, row)
    }
  }

  private mutating func addWord(_ cell: UnsafeBufferPointer<UInt8>, _ row: Int) {
    if MissingValues.contains(cell) {
      missing += 1
      spellings[String(decoding: cell, as: UTF8.self), default: 0] += 1
      return
    }
    countsUp = false
    strays += 1
    if firstStray == nil { firstStray = (row, String(decoding: cell, as: UTF8.self)) }
    hashes.insert(hash64(cell))
  }

  private mutating func finish() {
    distinct = hashes.count
    hashes = []
    if present < 2 { countsUp = false }
  }

  /// The number of different values; `nil` when they are too many to have been counted.
  var distinctCount: Int? { strays == 0 && distinct > Self.numberLimit ? nil : distinct }

  /// True when no present number occurs twice.
  func numbersAllDiffer() -> Bool {
    Set(numbers.lazy.filter { !$0.isNaN }).count == present
  }
}
