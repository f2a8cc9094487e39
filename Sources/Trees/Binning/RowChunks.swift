/// Rows that are visited in stretches from the first to the last, wherever they come from.
struct RowChunks {
  /// Features of a stretch of rows, in place.
  struct Chunk {
    let rows: Range<Int>
    /// The first row's first feature.
    let values: UnsafePointer<Float>
    let rowStride: Int
    let columnStride: Int
  }

  /// Calls its argument with one stretch after another.
  let visit: ((Chunk) throws -> Void) throws -> Void

  /// The rows of a table, all at once.
  static func table(_ table: TreeTable) -> RowChunks {
    RowChunks { body in
      try table.features.withUnsafeBufferPointer { features in
        guard let base = features.baseAddress else { return }
        try body(
          Chunk(
            rows: 0..<table.rows, values: base, rowStride: table.rowStride,
            columnStride: table.columnStride))
      }
    }
  }

  /// Rows that `fill` writes, row-major, some thousands at a time.
  static func stream(
    rows: Int, columns: Int, fill: @escaping (Range<Int>, UnsafeMutableBufferPointer<Float>) throws -> Void
  ) -> RowChunks {
    RowChunks { body in
      let most = min(rows, max(1, (1 << 20) / max(columns, 1)))
      let buffer = UnsafeMutableBufferPointer<Float>.allocate(capacity: most * columns)
      buffer.initialize(repeating: 0)
      defer { buffer.deallocate() }
      guard let base = buffer.baseAddress else { return }
      for start in Swift.stride(from: 0, to: rows, by: most) {
        let range = start..<min(start + most, rows)
        try fill(range, UnsafeMutableBufferPointer(rebasing: buffer[0..<range.count * columns]))
        try body(Chunk(rows: range, values: base, rowStride: columns, columnStride: 1))
      }
    }
  }
}
