import CKernels

/// A matrix as it lies in memory; a transposed one has its strides exchanged.
public struct MatrixView {
  public let start: Numbers
  /// Numbers from one row to the next.
  public let rowStride: Int
  /// Numbers from one column to the next.
  public let columnStride: Int

  /// A row-major matrix whose rows lie `rowStride` numbers apart.
  public init(_ start: Numbers, rowStride: Int) {
    self.init(start, rowStride: rowStride, columnStride: 1)
  }

  public init(_ start: Numbers, rowStride: Int, columnStride: Int) {
    self.start = start
    self.rowStride = rowStride
    self.columnStride = columnStride
  }

  /// The same numbers with rows and columns exchanged.
  public var transposed: MatrixView {
    MatrixView(start, rowStride: columnStride, columnStride: rowStride)
  }
}

extension VectorPasses {
  /// C = A B (+ bias for every row), or C += A B where `adding`; then ReLU where asked.
  ///
  /// A has shape [rows][inner], B [inner][columns], C [rows][columns] with rows `stride` apart. C may not
  /// overlap A or B. Every element is summed in the order of the inner index whatever rows and columns
  /// are asked for, so that splitting C between threads changes no bit.
  public func multiply(
    rows: Int, columns: Int, inner: Int, _ a: MatrixView, _ b: MatrixView, into c: Numbers, stride: Int,
    bias: Numbers? = nil, adding: Bool = false, thenReLU: Bool = false
  ) {
    ck_multiply(
      level, rows, columns, inner, a.start, a.rowStride, a.columnStride, b.start, b.rowStride,
      b.columnStride, c, stride, bias, (adding ? 1 : 0) | (thenReLU ? 2 : 0))
  }

  /// The same, with C's rows or columns divided between the workers where the product is large enough.
  public func multiply(
    rows: Int, columns: Int, inner: Int, _ a: MatrixView, _ b: MatrixView, into c: Numbers, stride: Int,
    bias: Numbers? = nil, adding: Bool = false, thenReLU: Bool = false, pool: WorkerPool
  ) {
    // Below this a fork and a join cost more than they save: about ten microseconds of work.
    guard pool.threads > 1, rows * columns * inner > 1_000_000 else {
      return multiply(
        rows: rows, columns: columns, inner: inner, a, b, into: c, stride: stride, bias: bias,
        adding: adding, thenReLU: thenReLU)
    }
    let byColumns = columns >= 64 * pool.threads || columns > rows
    // Parts end on whole tiles, so that no thread works on the fringe of another's.
    let grain = byColumns ? 32 : 14
    let length = byColumns ? columns : rows
    let parts = min(pool.threads, (length + grain - 1) / grain)
    let share = ((length + parts - 1) / parts + grain - 1) / grain * grain
    pool.parallel(parts) { part in
      let first = part * share
      let count = min(share, length - first)
      guard count > 0 else { return }
      if byColumns {
        multiply(
          rows: rows, columns: count, inner: inner, a,
          MatrixView(
            place(b.start, first * b.columnStride), rowStride: b.rowStride, columnStride: b.columnStride),
          into: place(c, first), stride: stride, bias: bias.map { place($0, first) }, adding: adding,
          thenReLU: thenReLU)
      } else {
        multiply(
          rows: count, columns: columns, inner: inner,
          MatrixView(
            place(a.start, first * a.rowStride), rowStride: a.rowStride, columnStride: a.columnStride),
          b, into: place(c, first * stride), stride: stride, bias: bias, adding: adding,
          thenReLU: thenReLU)
      }
    }
  }
}
