import CKernels

extension VectorPasses {
  /// y ← y + factor × x.
  public func addScaled(_ y: Numbers, _ x: Numbers, count: Int, factor: Double) {
    ck_add_scaled(level, y, x, count, factor)
  }

  /// output ← a + b; output may be a or b.
  public func add(_ output: Numbers, _ a: Numbers, _ b: Numbers, count: Int) {
    ck_add(level, output, a, b, count)
  }

  /// output ← a × b, value by value; output may be a or b.
  public func multiplyEach(_ output: Numbers, _ a: Numbers, _ b: Numbers, count: Int) {
    ck_multiply_each(level, output, a, b, count)
  }

  /// x ← factor × x.
  public func scale(_ x: Numbers, count: Int, by factor: Double) { ck_scale(level, x, count, factor) }

  /// x ← value, everywhere.
  public func fill(_ x: Numbers, count: Int, with value: Double) { ck_fill(level, x, count, value) }

  /// sums ← the sum of each column; rows lie `stride` numbers apart, or side by side.
  public func columnSums(_ x: Numbers, into sums: Numbers, rows: Int, columns: Int, stride: Int? = nil) {
    ck_column_sums(level, x, sums, rows, columns, stride ?? columns)
  }

  /// Every row of z becomes z + row.
  public func addToRows(_ z: Numbers, row: Numbers, rows: Int, columns: Int) {
    ck_add_to_rows(level, z, row, rows, columns)
  }

  /// Σ x².
  public func sumOfSquares(_ x: Numbers, count: Int) -> Double { ck_sum_of_squares(level, x, count) }

  /// output ← input × mask, the mask being 0 with probability `rate` and 1 / (1 − rate) otherwise.
  ///
  /// The mask depends on the key and on the position (counted from `first`) only: the same call on a
  /// gradient takes it back through. `rate` is at least 0 and below 1; output may be input.
  public func dropout(
    _ output: Numbers, input: Numbers, count: Int, first: Int = 0, key: UInt64, rate: Double
  ) {
    ck_dropout(level, output, input, count, first, key, UInt32(rate * 0x1p32), 1 / (1 - rate))
  }

  /// x ← x + deviation × noise that is drawn by the key and the position: mean 0, variance 1, nearly normal.
  public func addNoise(_ x: Numbers, count: Int, key: UInt64, deviation: Double) {
    ck_add_noise(level, x, count, key, deviation)
  }

  /// a ← share × a + (1 − share) × b, and b ← share × b + (1 − share) × a.
  public func mix(_ a: Numbers, _ b: Numbers, count: Int, share: Double) {
    ck_mix(level, a, b, count, share)
  }

  /// Whether every one of `count` values is a finite number.
  public func allFinite(_ x: UnsafeRawPointer, count: Int) -> Bool { ck_all_finite(level, x, count) }
}
