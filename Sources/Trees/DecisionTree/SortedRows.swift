import Kernels

/// Each column's rows in the order of their values, kept so through all splits of a tree.
///
/// A leaf's rows are the same stretch of every column's order (SLIQ; Mehta, Agrawal and Rissanen, 1996), so
/// values are sorted only once. Rows without a value come last in their leaf.
struct SortedRows {
  private let columns: Int
  private let count: Int
  // [columns][rows]
  private var order: [UInt32]
  private var goesLeft: [Bool]

  init(_ table: TreeTable, pool: WorkerPool) {
    columns = table.columns.count
    count = table.rows
    order = [UInt32](repeating: 0, count: columns * count)
    goesLeft = [Bool](repeating: false, count: count)
    order.withUnsafeMutableBufferPointer { order in
      guard let base = order.baseAddress else { return }
      pool.parallel(table.columns.count) { column in
        let values = (0..<table.rows).map {
          table.features[$0 * table.rowStride + column * table.columnStride]
        }
        // Equal values stay in the order of the rows: sorting has to be the same on every machine.
        let rows = (0..<UInt32(table.rows)).sorted { left, right in
          let (first, second) = (values[Int(left)], values[Int(right)])
          if first.isNaN || second.isNaN {
            return first.isNaN == second.isNaN ? left < right : second.isNaN
          }
          return first == second ? left < right : first < second
        }
        (base + column * table.rows).update(from: rows, count: rows.count)
      }
    }
  }

  /// The rows of a leaf in the order of the first column.
  func rows(first: Int, count: Int) -> ArraySlice<UInt32> { order[first..<first + count] }

  /// The rows of a leaf in the order of a column.
  func rows(column: Int, first: Int, count: Int) -> ArraySlice<UInt32> {
    let start = column * self.count + first
    return order[start..<start + count]
  }

  /// Moves the rows of a leaf for which `isLeft` holds to its front, in every column's order.
  ///
  /// - Returns: how many there are.
  mutating func split(
    first: Int, count: Int, pool: WorkerPool, _ isLeft: (Int) -> Bool
  ) -> Int {
    var left = 0
    for row in rows(first: first, count: count) {
      goesLeft[Int(row)] = isLeft(Int(row))
      left += goesLeft[Int(row)] ? 1 : 0
    }
    let (goesLeft, stride) = (goesLeft, self.count)
    order.withUnsafeMutableBufferPointer { order in
      guard let base = order.baseAddress else { return }
      pool.parallel(columns) { column in
        let stretch = UnsafeMutableBufferPointer(start: base + column * stride + first, count: count)
        var right: [UInt32] = []
        right.reserveCapacity(count - left)
        var place = 0
        for row in stretch {
          if goesLeft[Int(row)] {
            stretch[place] = row
            place += 1
          } else {
            right.append(row)
          }
        }
        for (offset, row) in right.enumerated() { stretch[place + offset] = row }
      }
    }
    return left
  }
}
