import Kernels

/// Sweeps over dense rows as double-precision chunks, so that linear models never copy the whole set.
struct FeatureChunks: FeatureSweep {
  let features: [Float]
  let rows: Int
  let columns: Int
  /// About 256 KiB of doubles, so that a chunk stays in the second-level cache.
  let chunkRows: Int

  init(features: [Float], rows: Int, columns: Int) {
    precondition(features.count == rows * columns, "features of another width")
    self.features = features
    self.rows = rows
    self.columns = columns
    chunkRows = min(max(32_768 / max(columns, 1), 16), max(rows, 1))
  }

  func sweep(
    outputs: Int, times vectors: UnsafePointer<Double>?, plus intercepts: UnsafePointer<Double>?,
    into totals: UnsafeMutablePointer<Double>?, shouldStop: (() -> Bool)?,
    _ body: (Int, Int, UnsafeMutablePointer<Double>) -> Void
  ) -> Bool {
    var sums = [Double](repeating: 0, count: chunkRows * outputs)
    return forEach(shouldStop: shouldStop) { chunk, start, count in
      sums.withUnsafeMutableBufferPointer { buffer in
        guard let sums = buffer.baseAddress else { return }
        if let vectors {
          set(sums, rows: count, to: intercepts, outputs)
          MatrixProduct.multiply(
            rows: count, columns: outputs, inner: columns, chunk, stride: columns, vectors, stride: outputs,
            into: sums, stride: outputs, keeping: 1)
        }
        body(start, count, sums)
        if let totals { addProduct(chunk, count, sums, outputs, to: totals) }
      }
    }
  }

  /// Calls `body` with every chunk, row-major [count][columns], and its first row.
  ///
  /// - Parameters:
  ///   - centre: subtracted from every row, shape [columns]; nothing if nil.
  ///   - shouldStop: asked before every chunk.
  /// - Returns: false if it was stopped on the way.
  func forEach(
    centre: [Double]? = nil, shouldStop: (() -> Bool)? = nil,
    _ body: (_ chunk: inout [Double], _ start: Int, _ count: Int) -> Void
  ) -> Bool {
    var chunk = [Double](repeating: 0, count: chunkRows * columns)
    for start in stride(from: 0, to: rows, by: chunkRows) {
      if shouldStop?() == true { return false }
      let count = min(chunkRows, rows - start)
      features.withUnsafeBufferPointer { source in
        chunk.withUnsafeMutableBufferPointer { target in
          for index in 0..<count * columns { target[index] = Double(source[start * columns + index]) }
          guard let centre else { return }
          for row in 0..<count {
            for column in 0..<columns { target[row * columns + column] -= centre[column] }
          }
        }
      }
      body(&chunk, start, count)
    }
    return true
  }

  /// totals += chunkᵀ · sums, with the sums themselves for the intercepts.
  private func addProduct(
    _ chunk: [Double], _ count: Int, _ sums: UnsafePointer<Double>, _ outputs: Int,
    to totals: UnsafeMutablePointer<Double>
  ) {
    addColumnSums(sums, outputs, rows: count, to: totals)
    MatrixProduct.multiply(
      rows: columns, columns: outputs, inner: count, chunk, stride: columns, transposingA: true, sums,
      stride: outputs, into: totals, stride: outputs, keeping: 1)
  }
}
