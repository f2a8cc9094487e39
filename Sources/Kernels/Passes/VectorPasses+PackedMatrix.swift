import CKernels

/// Products of many matrices A, one after another, with the same B.
extension VectorPasses {
  /// Numbers that a packed [inner][columns] matrix takes.
  public static func packedCount(inner: Int, columns: Int) -> Int { inner * ((columns + 31) / 32 * 32) }

  /// Copies B, [inner][columns], into the order in which products meet it.
  public func pack(_ b: MatrixView, inner: Int, columns: Int, into packed: Numbers) {
    ck_pack_matrix(level, columns, inner, b.start, b.rowStride, b.columnStride, packed)
  }

  /// C = A B, or C += A B where `adding`, with a B that `pack` copied; rows of C lie `stride` apart.
  ///
  /// A has shape [rows][inner]. Splitting the rows between threads changes no bit.
  public func multiply(
    rows: Int, columns: Int, inner: Int, _ a: Numbers, rowStride: Int, packed: Numbers, into c: Numbers,
    stride: Int, adding: Bool = false
  ) {
    ck_multiply_by_packed(level, rows, columns, inner, a, rowStride, packed, c, stride, adding ? 1 : 0)
  }
}
