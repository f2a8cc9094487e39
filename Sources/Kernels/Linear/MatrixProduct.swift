import COpenBLAS

/// Matrix products of row-major matrices in double precision, by OpenBLAS on one thread.
///
/// The linear models use them; networks use `VectorPasses.multiply`.
///
/// Threads stay at one because parallelism belongs to the caller: small products lose by OpenBLAS's own
/// threads, and with one thread the same numbers come out on every run.
public enum MatrixProduct {
  private static let onOneThread: Void = openblas_set_num_threads(1)

  /// C = op(A) op(B) + `keeping` × C, with op(A) of shape [rows][inner], op(B) [inner][columns].
  ///
  /// A stride is the distance in numbers from one stored row to the next; op transposes the stored matrix
  /// where `transposingA` or `transposingB` says so. C may not overlap A or B.
  public static func multiply(
    rows: Int, columns: Int, inner: Int,
    _ a: UnsafePointer<Double>, stride strideA: Int, transposingA: Bool = false,
    _ b: UnsafePointer<Double>, stride strideB: Int, transposingB: Bool = false,
    into c: UnsafeMutablePointer<Double>, stride strideC: Int, keeping: Double = 0
  ) {
    _ = onOneThread
    cblas_dgemm(
      CblasRowMajor, transposingA ? CblasTrans : CblasNoTrans, transposingB ? CblasTrans : CblasNoTrans,
      blasint(rows), blasint(columns), blasint(inner), 1, a, blasint(strideA), b, blasint(strideB),
      keeping, c, blasint(strideC))
  }

  /// Adds `factor` × op(A) op(A)ᵀ to the lower triangle of C, where op(A) has shape [size][inner].
  public static func addGram(
    size: Int, inner: Int, factor: Double = 1,
    _ a: UnsafePointer<Double>, stride strideA: Int, transposingA: Bool = false,
    into c: UnsafeMutablePointer<Double>, stride strideC: Int
  ) {
    _ = onOneThread
    cblas_dsyrk(
      CblasRowMajor, CblasLower, transposingA ? CblasTrans : CblasNoTrans, blasint(size), blasint(inner),
      factor, a, blasint(strideA), 1, c, blasint(strideC))
  }

  /// Replaces X, of shape [rows][size], by X L⁻ᵀ, where L is lower triangular of shape [size][size].
  public static func divideByTransposedLower(
    rows: Int, size: Int, _ lower: UnsafePointer<Double>, stride strideL: Int,
    _ x: UnsafeMutablePointer<Double>, stride strideX: Int
  ) {
    _ = onOneThread
    cblas_dtrsm(
      CblasRowMajor, CblasRight, CblasLower, CblasTrans, CblasNonUnit, blasint(rows), blasint(size), 1,
      lower, blasint(strideL), x, blasint(strideX))
  }
}
