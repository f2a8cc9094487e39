import Kernels

/// One linear map from an input of attention, and the gradient of it.
struct Projection {
  let source: Value
  /// Positions of one example.
  let positions: Int
  let inputs: Int
  let columns: Int
  let weight: Parameter
  let bias: Parameter?
  /// source · weight + bias, [rows][positions][columns]; its gradient after attention's backward pass.
  let values: Scratch

  func forward(_ step: Step) {
    step.passes.multiply(
      rows: step.rows * positions, columns: columns, inner: inputs,
      MatrixView(step.values(source), rowStride: inputs),
      MatrixView(step.values(weight), rowStride: columns), into: step.values(values), stride: columns,
      bias: bias.map { step.values($0) }, pool: step.pool)
  }

  /// From the gradient in `values` to those of weight, bias and source.
  func backward(_ step: Step) {
    step.differentiate(
      step.values(values), columns: columns, from: step.values(source), inputs: inputs,
      rows: step.rows * positions, weight: weight, bias: bias, into: step.gradient(source))
  }
}

extension Step {
  /// The gradients of output = input · weight + bias: the bias's column sums, inputᵀ · delta, delta · weightᵀ.
  func differentiate(
    _ delta: Numbers, columns: Int, from input: Numbers, inputs: Int, rows: Int, weight: Parameter,
    bias: Parameter?, into gradient: Numbers?
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
