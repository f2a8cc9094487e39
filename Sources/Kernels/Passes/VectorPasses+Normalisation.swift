import CKernels

/// Normalisation of each row, and the gradient of it.
extension VectorPasses {
  /// y ← (x − mean) / √(variance + ε) × gain + bias, row by row, over `columns` values.
  ///
  /// - Parameters:
  ///   - other, sum: where both are given, x + other is normalised and kept in `sum`.
  ///   - bias: [columns]; nil for none.
  ///   - statistics: receives each row's mean and 1 / √(variance + ε), [rows][2].
  ///   - centres: false takes the mean as 0 and the variance as the mean square.
  public func normaliseRows(
    _ y: Numbers, _ x: Numbers, adding other: Numbers? = nil, into sum: Numbers? = nil, gain: Numbers,
    bias: Numbers?, statistics: Numbers, rows: Int, columns: Int, epsilon: Double, centres: Bool
  ) {
    ck_normalise_rows(
      level, y, x, sum == nil ? nil : other, sum, gain, bias, statistics, rows, columns, epsilon, centres)
  }

  /// The gradients of `normaliseRows` from g, that of y; what is nil is not wanted.
  ///
  /// - Parameters:
  ///   - x: what was normalised, with the statistics it had.
  ///   - dx, otherDx: receive the gradient of x, both the same; may be g.
  ///   - gainSums, biasSums: receive the sums over the rows, [columns].
  public func normaliseRowsGradient(
    _ g: Numbers, x: Numbers, gain: Numbers, statistics: Numbers, dx: Numbers?, otherDx: Numbers? = nil,
    gainSums: Numbers, biasSums: Numbers?, rows: Int, columns: Int, centres: Bool
  ) {
    ck_normalise_rows_gradient(
      level, g, x, gain, statistics, dx, otherDx, gainSums, biasSums, rows, columns, centres)
  }
}

/// Normalisation of each column, and the gradient of it.
extension VectorPasses {
  /// sums ← Σ (x − centre) by column over the rows, or Σ (x − centre)² where `squared`; no centre is 0.
  public func shiftedSums(
    _ x: Numbers, centre: Numbers?, into sums: Numbers, rows: Int, columns: Int, squared: Bool
  ) {
    ck_shifted_sums(level, x, centre, sums, rows, columns, squared)
  }

  /// y ← (x − mean) × factor + bias, column by column.
  public func normaliseColumns(
    _ y: Numbers, _ x: Numbers, mean: Numbers, factor: Numbers, bias: Numbers, rows: Int, columns: Int
  ) {
    ck_normalise_columns(level, y, x, mean, factor, bias, rows, columns)
  }

  /// biasSums ← Σ g and gainSums ← Σ g × (x − mean) × scale, by column over the rows.
  public func normaliseColumnsSums(
    _ g: Numbers, x: Numbers, mean: Numbers, scale: Numbers, gainSums: Numbers, biasSums: Numbers,
    rows: Int, columns: Int
  ) {
    ck_normalise_columns_sums(level, g, x, mean, scale, gainSums, biasSums, rows, columns)
  }

  /// dx ← gain × scale × (g − biasMean − (x − mean) × scale × gainMean), column by column; dx may be g.
  ///
  /// Without the two means the statistics are constants, and dx ← gain × scale × g.
  public func normaliseColumnsGradient(
    _ dx: Numbers, _ g: Numbers, x: Numbers, mean: Numbers, scale: Numbers, gain: Numbers,
    gainMean: Numbers?, biasMean: Numbers?, rows: Int, columns: Int
  ) {
    ck_normalise_columns_gradient(
      level, dx, g, x, mean, scale, gain, gainMean, biasMean, rows, columns)
  }

  /// y ← g × gFactor + x × xFactor + shift, column by column; y may be g.
  public func combineColumns(
    _ y: Numbers, _ g: Numbers, times gFactor: Numbers, _ x: Numbers, times xFactor: Numbers,
    plus shift: Numbers, rows: Int, columns: Int
  ) {
    ck_combine_columns(level, y, g, gFactor, x, xFactor, shift, rows, columns)
  }
}
