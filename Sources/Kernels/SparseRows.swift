/// Rows that are mostly zeros, of which only the other values are kept (compressed sparse rows).
///
/// Row r holds the values `values[starts[r]..<starts[r + 1]]`, in the columns `indices[…]`, which ascend
/// strictly within a row. A row without values is all zeros.
public struct SparseRows: Sendable, Hashable {
  /// Width of every row; more than the largest index.
  public let columns: Int
  /// Where each row begins among the values, and where the last one ends; shape [rows + 1].
  public let starts: [Int]
  /// The column of each value.
  public let indices: [UInt32]
  public let values: [Float]

  public var rows: Int { starts.count - 1 }

  public init(columns: Int, starts: [Int], indices: [UInt32], values: [Float]) {
    precondition(starts.first == 0 && starts.last == values.count, "rows begin at 0 and end with the values")
    precondition(indices.count == values.count, "every value needs one column")
    for row in 0..<starts.count - 1 {
      precondition(starts[row] <= starts[row + 1], "row \(row) ends before it begins")
      var least = 0
      for place in starts[row]..<starts[row + 1] {
        precondition(indices[place] >= least, "columns of row \(row) do not ascend")
        least = Int(indices[place]) + 1
      }
      precondition(least <= columns, "row \(row) has a value beyond column \(columns - 1)")
    }
    self.columns = columns
    self.starts = starts
    self.indices = indices
    self.values = values
  }

  /// The values other than 0 of row-major [rows][columns] numbers.
  public init(dense: [Float], rows: Int, columns: Int) {
    precondition(dense.count == rows * columns, "\(rows) rows of \(columns) are not \(dense.count) values")
    var builder = Builder(columns: columns, rows: rows)
    for row in 0..<rows {
      for column in 0..<columns where dense[row * columns + column] != 0 {
        builder.append(column, dense[row * columns + column])
      }
      builder.endRow()
    }
    self = builder.finished()
  }

  /// The given rows, in the given order; a row may come more than once.
  public func subset(_ chosen: [Int]) -> SparseRows {
    var builder = Builder(columns: columns, rows: chosen.count)
    for row in chosen {
      precondition(row >= 0 && row < rows, "row \(row) is not among \(rows)")
      builder.append(contentsOf: self, row: row, shiftedBy: 0)
      builder.endRow()
    }
    return builder.finished()
  }

  /// All values with the zeros between them, row-major [rows][columns].
  public func dense() -> [Float] {
    var result = [Float](repeating: 0, count: rows * columns)
    for row in 0..<rows {
      for place in starts[row]..<starts[row + 1] {
        result[row * columns + Int(indices[place])] = values[place]
      }
    }
    return result
  }

  /// Rows of several parts side by side, all with the same number of rows; at least one part.
  public static func joined(_ parts: [SparseRows]) -> SparseRows {
    precondition(!parts.isEmpty && parts.allSatisfy { $0.rows == parts[0].rows }, "parts differ in rows")
    if parts.count == 1 { return parts[0] }
    var builder = Builder(columns: parts.reduce(0) { $0 + $1.columns }, rows: parts[0].rows)
    for row in 0..<parts[0].rows {
      var offset = 0
      for part in parts {
        builder.append(contentsOf: part, row: row, shiftedBy: offset)
        offset += part.columns
      }
      builder.endRow()
    }
    return builder.finished()
  }
}

extension SparseRows {
  /// Gathers rows value by value, row after row.
  public struct Builder {
    private let columns: Int
    private var starts: [Int] = [0]
    private var indices: [UInt32] = []
    private var values: [Float] = []

    /// - Parameter rows: how many are expected; more or fewer may come.
    public init(columns: Int, rows: Int) {
      self.columns = columns
      starts.reserveCapacity(rows + 1)
    }

    /// Adds a value to the row that is open; columns must ascend.
    public mutating func append(_ column: Int, _ value: Float) {
      indices.append(UInt32(column))
      values.append(value)
    }

    /// Closes the row that is open.
    public mutating func endRow() { starts.append(values.count) }

    public func finished() -> SparseRows {
      SparseRows(columns: columns, starts: starts, indices: indices, values: values)
    }

    fileprivate mutating func append(contentsOf other: SparseRows, row: Int, shiftedBy offset: Int) {
      let places = other.starts[row]..<other.starts[row + 1]
      if offset == 0 {
        indices.append(contentsOf: other.indices[places])
      } else {
        for place in places { indices.append(other.indices[place] + UInt32(offset)) }
      }
      values.append(contentsOf: other.values[places])
    }
  }
}
