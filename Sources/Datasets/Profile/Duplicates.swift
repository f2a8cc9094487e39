/// The share of rows whose values and target all occur in an earlier row.
func duplicateShare(_ dataset: Dataset) -> Double {
  guard dataset.rows > 0 else { return 0 }
  var hashes = dataset.targets.map { mixed(0, $0.bitPattern) }
  switch dataset.content {
  case .table(let columns):
    for column in columns { column.values.mix(into: &hashes) }
  case .grid(let grid):
    let width = grid.names.count
    for row in hashes.indices {
      for column in 0..<width {
        hashes[row] = mixed(hashes[row], UInt64(grid.values[row * width + column].bitPattern))
      }
    }
  }
  let distinct = Set(hashes).count
  return Double(dataset.rows - distinct) / Double(dataset.rows)
}

/// Combines a hash with one more value (the finaliser of MurmurHash3, Appleby).
@inline(__always)
private func mixed(_ hash: UInt64, _ value: UInt64) -> UInt64 {
  var mixed = (hash &* 0x9E37_79B9_7F4A_7C15) ^ value
  mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
  mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
  return mixed ^ (mixed >> 33)
}

extension ColumnValues {
  fileprivate func mix(into hashes: inout [UInt64]) {
    for row in hashes.indices {
      let value: UInt64
      switch self {
      case .numbers(let values): value = (values[row] + 0).bitPattern
      case .levels(let codes, _): value = UInt64(bitPattern: Int64(codes[row]))
      case .dates(let dates):
        value =
          dates[row].map { UInt64(bitPattern: Int64($0.dayNumber * 1_440 + Int(($0.hour ?? 0) * 60))) }
          ?? .max
      case .text(let cells):
        // Case and signs are part of a structure and of nothing else.
        value = cells.withText(row) { cells.form == .words ? textHash($0) : hash64($0) }
      }
      hashes[row] = mixed(hashes[row], value)
    }
  }
}

/// A hash of a text's letters and digits alone, in lower case, so that spacing and case do not count.
private func textHash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  var gap = false
  for byte in text {
    let isUpper = byte >= 0x41 && byte <= 0x5A
    let keeps = isUpper || (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte >= 0x80
    if !keeps {
      gap = true
      continue
    }
    if gap, hash != 0xcbf2_9ce4_8422_2325 { hash = (hash ^ 0x20) &* 0x0000_0100_0000_01b3 }
    gap = false
    hash = (hash ^ UInt64(isUpper ? byte | 0x20 : byte)) &* 0x0000_0100_0000_01b3
  }
  return hash
}
