import Kernels

/// The bins of all rows, and how many rows of each column had no value.
struct BinCodes {
  /// [groups][rows][group], as in `BinnedTable`.
  private(set) var codes: [UInt8]
  private(set) var missingRows: [Int]

  /// - Throws: `TreeError.illegalLevel` for the first value (by row, then column) that is no level.
  init(
    _ chunks: RowChunks, rows: Int, columns: [TreeColumn], bins: [ColumnBins], pool: WorkerPool,
    level: Int32
  ) throws {
    let lookups = bins.map(BinLookup.init)
    let group = BinnedTable.group
    let groups = (columns.count + group - 1) / group
    codes = [UInt8](repeating: 0, count: groups * rows * group)
    missingRows = [Int](repeating: 0, count: columns.count)
    try codes.withUnsafeMutableBufferPointer { codes in
      guard let base = codes.baseAddress else { return }
      var missing = missingRows
      try chunks.visit { chunk in
        try Self.requireLevels(chunk, columns)
        // Fixed blocks of rows, each with counts of its own.
        let blockRows = 2_048
        let blocks = (chunk.rows.count + blockRows - 1) / blockRows
        var counts = [Int](repeating: 0, count: blocks * columns.count)
        counts.withUnsafeMutableBufferPointer { counts in
          guard let counts = counts.baseAddress else { return }
          pool.parallel(blocks) { block in
            let first = block * blockRows
            for column in columns.indices {
              let row = chunk.rows.lowerBound + first
              let target = base + column / group * rows * group + row * group + column % group
              counts[block * columns.count + column] = lookups[column].assign(
                chunk.values + first * chunk.rowStride + column * chunk.columnStride,
                stride: chunk.rowStride, to: target, binStride: group,
                count: min(blockRows, chunk.rows.count - first), level: level)
            }
          }
        }
        for index in counts.indices { missing[index % columns.count] += counts[index] }
      }
      missingRows = missing
    }
  }

  private static func requireLevels(_ chunk: RowChunks.Chunk, _ columns: [TreeColumn]) throws(TreeError) {
    let categorical = columns.indices.filter { columns[$0].isCategorical }
    guard !categorical.isEmpty else { return }
    for row in 0..<chunk.rows.count {
      for column in categorical {
        let value = chunk.values[row * chunk.rowStride + column * chunk.columnStride]
        guard value.isNaN || isLevel(value) else {
          throw .illegalLevel(row: chunk.rows.lowerBound + row, column: column, value: value)
        }
      }
    }
  }
}
