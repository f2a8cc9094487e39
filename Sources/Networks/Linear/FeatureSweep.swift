/// The features of a linear model, gone through by blocks of rows, so that nothing is copied as a whole.
protocol FeatureSweep {
  var rows: Int { get }
  var columns: Int { get }

  /// Goes through all rows once: sums = features · vectors + intercepts, then `body`, then
  /// totals += featuresᵀ · sums.
  ///
  /// - Parameters:
  ///   - vectors: row-major [columns][outputs]; nil, like the intercepts then, leaves the sums to `body`.
  ///   - intercepts: shape [outputs].
  ///   - totals: row-major [columns + 1][outputs], added to, the last row by the sums themselves; nil leaves
  ///     the way back out.
  ///   - shouldStop: asked before every block.
  ///   - body: may change the sums of a block, row-major [count][outputs]; `start` is its first row.
  /// - Returns: false if it was stopped on the way.
  func sweep(
    outputs: Int, times vectors: UnsafePointer<Double>?, plus intercepts: UnsafePointer<Double>?,
    into totals: UnsafeMutablePointer<Double>?, shouldStop: (() -> Bool)?,
    _ body: (_ start: Int, _ count: Int, _ sums: UnsafeMutablePointer<Double>) -> Void
  ) -> Bool
}

extension FeatureSweep {
  /// A sweep with `vectors` row-major [columns + 1][outputs], the last row the intercepts.
  func sweep(
    outputs: Int, times vectors: UnsafePointer<Double>?, into totals: UnsafeMutablePointer<Double>?,
    shouldStop: (() -> Bool)?, _ body: (Int, Int, UnsafeMutablePointer<Double>) -> Void
  ) -> Bool {
    sweep(
      outputs: outputs, times: vectors, plus: vectors.map { $0 + columns * outputs }, into: totals,
      shouldStop: shouldStop, body)
  }

  /// Sets every row's sums of a block to the intercepts.
  func set(
    _ sums: UnsafeMutablePointer<Double>, rows: Int, to intercepts: UnsafePointer<Double>?, _ outputs: Int
  ) {
    for row in 0..<rows {
      for output in 0..<outputs { sums[row * outputs + output] = intercepts?[output] ?? 0 }
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
