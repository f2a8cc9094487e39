import Kernels

extension Step {
  /// The gradients of output = input · weight + bias: the bias's column sums, inputᵀ · delta, delta · weightᵀ.
  ///
  /// - Parameters:
  ///   - delta: the gradient of the output, [rows][columns]; the input is [rows][inputs].
  ///   - bias: nil where there is none, or something else sums its gradient.
  ///   - gradient: receives that of the input; nil where nobody needs it.
  func differentiate(
    _ delta: Numbers, columns: Int, from input: Numbers, inputs: Int, rows: Int, weight: Parameter,
    bias: Parameter? = nil, into gradient: Numbers?
  ) {
    if let bias = bias.map({ self.gradient($0) }) {
      pool.parallel(over: columns, grain: rows * columns < 65_536 ? columns : 64) { first, count in
        passes.columnSums(
          passes.place(delta, first), into: passes.place(bias, first), rows: rows, columns: count,
          stride: columns)
      }
    }
    passes.multiply(
      rows: inputs, columns: columns, inner: rows, MatrixView(input, rowStride: inputs).transposed,
      MatrixView(delta, rowStride: columns), into: self.gradient(weight), stride: columns, pool: pool)
    guard let gradient else { return }
    passes.multiply(
      rows: rows, columns: inputs, inner: columns, MatrixView(delta, rowStride: columns),
      MatrixView(values(weight), rowStride: columns).transposed, into: gradient, stride: inputs,
      pool: pool)
  }
}
