/// The cells of a table as text, all in one run of bytes, row after row.
struct RawTable {
  var names: [String]
  var bytes: [UInt8]
  /// Where each cell ends in `bytes`; cell *i* starts where cell *i* − 1 ends.
  var ends: [Int]
  /// The number of each row in the file, counted from 1; `nil` while no row was taken out.
  var rowNumbers: [Int]?

  var columns: Int { names.count }
  var rows: Int { names.isEmpty ? 0 : ends.count / names.count }

  /// The number of a row in the file, counted from 1.
  func rowNumber(_ row: Int) -> Int { rowNumbers?[row] ?? row + 1 }

  /// The table with only these rows, in this order.
  func keeping(_ kept: [Int]) -> RawTable {
    var smaller = RawTable(names: names, bytes: [], ends: [])
    smaller.ends.reserveCapacity(kept.count * columns)
    for row in kept {
      for cell in row * columns..<(row + 1) * columns {
        smaller.bytes.append(contentsOf: bytes[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]])
        smaller.ends.append(smaller.bytes.count)
      }
    }
    smaller.rowNumbers = kept.map(rowNumber)
    return smaller
  }

  /// The cell's text, without the white space around it.
  func text(row: Int, column: Int) -> String {
    bytes.withUnsafeBufferPointer { bytes in
      ends.withUnsafeBufferPointer { ends in
        String(decoding: trimmedCell(bytes, ends, row * columns + column), as: UTF8.self)
      }
    }
  }
}

/// The bytes of one cell, without ASCII white space at either end.
@inline(__always)
func trimmedCell(
  _ bytes: UnsafeBufferPointer<UInt8>, _ ends: UnsafeBufferPointer<Int>, _ index: Int
) -> UnsafeBufferPointer<UInt8> {
  var start = index == 0 ? 0 : ends[index - 1]
  var end = ends[index]
  while start < end, bytes[start] <= 0x20 { start += 1 }
  while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
  return UnsafeBufferPointer(rebasing: bytes[start..<end])
}
