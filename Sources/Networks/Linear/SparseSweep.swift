import Kernels

/// Sweeps over sparse rows: each row's values are read once on the way out and once on the way back.
struct SparseSweep: FeatureSweep {
  let features: SparseRows
  /// Rows whose values are still in the first-level cache on the way back, for texts of usual length.
  private static let blockRows = 64

  var rows: Int { features.rows }
  var columns: Int { features.columns }

  func sweep(
    outputs: Int, times vectors: UnsafePointer<Double>?, plus intercepts: UnsafePointer<Double>?,
    into totals: UnsafeMutablePointer<Double>?, shouldStop: (() -> Bool)?,
    _ body: (Int, Int, UnsafeMutablePointer<Double>) -> Void
  ) -> Bool {
    blocks(outputs: outputs, shouldStop: shouldStop) { rows, sums in
      if let vectors {
        set(sums, rows: rows.count, to: intercepts, outputs)
        multiply(rows, vectors, outputs, into: sums)
      }
      body(rows.lowerBound, rows.count, sums)
      if let totals {
        addColumnSums(sums, outputs, rows: rows.count, to: totals)
        scatter(rows, sums, outputs, into: totals)
      }
    }
  }

  private func blocks(
    outputs: Int, shouldStop: (() -> Bool)?, _ body: (Range<Int>, UnsafeMutablePointer<Double>) -> Void
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.blockRows * outputs) { sums in
      guard let sums = sums.baseAddress else { return true }
      for start in stride(from: 0, to: rows, by: Self.blockRows) {
        if shouldStop?() == true { return false }
        body(start..<min(start + Self.blockRows, rows), sums)
      }
      return true
    }
  }

  private func multiply(
    _ rows: Range<Int>, _ vectors: UnsafePointer<Double>, _ outputs: Int,
    into sums: UnsafeMutablePointer<Double>
  ) {
    features.withPointers { starts, indices, values in
      for row in rows {
        let target = sums + (row - rows.lowerBound) * outputs
        if outputs == 1 {
          // Two sums, because one would wait for itself at every value.
          var (even, odd) = (0.0, 0.0)
          var place = starts[row]
          let end = starts[row + 1]
          while place + 1 < end {
            even += Double(values[place]) * vectors[Int(indices[place])]
            odd += Double(values[place + 1]) * vectors[Int(indices[place + 1])]
            place += 2
          }
          if place < end { even += Double(values[place]) * vectors[Int(indices[place])] }
          target[0] += even + odd
        } else {
          for place in starts[row]..<starts[row + 1] {
            let value = Double(values[place])
            let vector = vectors + Int(indices[place]) * outputs
            for output in 0..<outputs { target[output] += value * vector[output] }
          }
        }
      }
    }
  }

  private func scatter(
    _ rows: Range<Int>, _ sums: UnsafePointer<Double>, _ outputs: Int,
    into totals: UnsafeMutablePointer<Double>
  ) {
    features.withPointers { starts, indices, values in
      for row in rows {
        let source = sums + (row - rows.lowerBound) * outputs
        if outputs == 1 {
          let sum = source[0]
          for place in starts[row]..<starts[row + 1] {
            totals[Int(indices[place])] += Double(values[place]) * sum
          }
        } else {
          for place in starts[row]..<starts[row + 1] {
            let value = Double(values[place])
            let total = totals + Int(indices[place]) * outputs
            for output in 0..<outputs { total[output] += value * source[output] }
          }
        }
      }
    }
  }
}

extension SparseRows {
  /// The arrays without bounds checks; the initialiser has checked them.
  @inline(__always)
  fileprivate func withPointers(
    _ body: (
      _ starts: UnsafeBufferPointer<Int>, _ indices: UnsafeBufferPointer<UInt32>,
      _ values: UnsafeBufferPointer<Float>
    ) -> Void
  ) {
    starts.withUnsafeBufferPointer { starts in
      indices.withUnsafeBufferPointer { indices in
        values.withUnsafeBufferPointer { values in body(starts, indices, values) }
      }
    }
  }
}
