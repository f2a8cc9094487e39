/// The features of a linear model, gone through by blocks of rows, so that nothing is copied as a whole.
///
/// An intercept is a last column of ones that is never stored: vectors have one entry more than there are
/// columns.
protocol FeatureSweep {
  var rows: Int { get }
  var columns: Int { get }

  /// Goes through all rows once: sums = features · vectors, then `body`, then totals += featuresᵀ · sums.
  ///
  /// - Parameters:
  ///   - vectors: row-major [columns + 1][outputs], the last row the intercepts; nil leaves the sums to `body`.
  ///   - totals: row-major [columns + 1][outputs], added to; nil leaves the way back out.
  ///   - shouldStop: asked before every block.
  ///   - body: may change the sums of a block, row-major [count][outputs]; `start` is its first row.
  /// - Returns: false if it was stopped on the way.
  func sweep(
    outputs: Int, times vectors: UnsafePointer<Double>?, into totals: UnsafeMutablePointer<Double>?,
    shouldStop: (() -> Bool)?,
    _ body: (_ start: Int, _ count: Int, _ sums: UnsafeMutablePointer<Double>) -> Void
  ) -> Bool
}

extension FeatureSweep {
  /// Sets the sums of a block to the intercepts, the last row of `vectors`.
  func setToIntercepts(
    _ vectors: UnsafePointer<Double>, _ outputs: Int, rows: Int, _ sums: UnsafeMutablePointer<Double>
  ) {
    let intercepts = vectors + columns * outputs
    for row in 0..<rows {
      for output in 0..<outputs { sums[row * outputs + output] = intercepts[output] }
    }
  }

  /// Adds up the sums of a block for the intercepts, the last row of `totals`.
  func addColumnSums(
    _ sums: UnsafePointer<Double>, _ outputs: Int, rows: Int, to totals: UnsafeMutablePointer<Double>
  ) {
    let intercepts = totals + columns * outputs
    for row in 0..<rows {
      for output in 0..<outputs { intercepts[output] += sums[row * outputs + output] }
    }
  }
}
