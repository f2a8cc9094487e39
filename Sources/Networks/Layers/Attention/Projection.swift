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
