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

  private static let numberLimit = 1_000

  var present: Int { numbers.count - missing }

  init(_ table: RawTable, column: Int) {
    numbers = [Double](repeating: .nan, count: table.rows)
    var hashes = Set<UInt64>()
    let columns = table.columns
    table.bytes.withUnsafeBufferPointer { bytes in
      table.ends.withUnsafeBufferPointer { ends in
        var last: Double?
        for row in 0..<numbers.count {
          let cell = trimmedCell(bytes, ends, row * columns + column)
          var isNumber = false
          switch parseNumber(cell) {
          case .value(let value):
            isNumber = true
            numbers[row] = value
            if allWhole { allWhole = value == value.rounded() }
            if countsUp {
              countsUp = allWhole && (last.map { value == $0 + 1 } ?? true)
              last = value
            }
          case .infinite:
            infinities += 1
            if firstInfinity == nil { firstInfinity = (row, String(decoding: cell, as: UTF8.self)) }
            continue
          case .notANumber:
            break
          }
          if !isNumber {
            if MissingValues.contains(cell) {
              missing += 1
              spellings[String(decoding: cell, as: UTF8.self), default: 0] += 1
              continue
            }
            countsUp = false
            strays += 1
            if firstStray == nil { firstStray = (row, String(decoding: cell, as: UTF8.self)) }
          }
          if strays > 0 || hashes.count <= Self.numberLimit {
            // Adding zero makes −0 and 0 one value.
            hashes.insert(isNumber ? (numbers[row] + 0).bitPattern : hash64(cell))
          }
        }
      }
    }
    distinct = hashes.count
    if present < 2 { countsUp = false }
  }

  /// The number of different values; `nil` when they are too many to have been counted.
  var distinctCount: Int? { strays == 0 && distinct > Self.numberLimit ? nil : distinct }

  /// True when no present number occurs twice.
  func numbersAllDiffer() -> Bool {
    Set(numbers.lazy.filter { !$0.isNaN }).count == present
  }
}
