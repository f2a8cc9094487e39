import Kernels

/// How well the first position matches each of the others: output[k] = x₀ · xₖ₊₁ / √width.
///
/// With x₀ the vector of a question, the others those of passages and a softmax over the output this is the
/// training of a retriever (Karpukhin and others, 2020), here with one encoder for both. Input
/// [1 + candidates, width], output [candidates]. No parameters.
public struct FirstAgainstRest: Layer {
  public static let kind = "first-against-rest"

  public init() {}

  public func outputShape(_ inputs: [Shape]) throws -> Shape {
    let input = try only(inputs)
    try requireInput(input.rank == 2 && input[0] >= 2, "[≥ 2 positions, width]", input)
    return [input[0] - 1]
  }

  public func operation(at site: inout LayerSite) -> any Operation {
    let count = site.output.shape.count
    let width = site.input.shape.width
    site.count(forward: 2 * count * width, toInput: 4 * count * width, toParameters: 0)
    return FirstAgainstRestOperation(input: site.input, output: site.output, count: count, width: width)
  }
}

struct FirstAgainstRestOperation: Operation {
  let input: Value
  let output: Value
  /// Positions after the first.
  let count: Int
  let width: Int

  private var scale: Double { 1 / Double(width).squareRoot() }

  func forward(_ step: Step) {
    let passes = step.passes
    step.pool.parallel(step.rows) { row in
      let first = passes.place(step.values(input), row * (count + 1) * width)
      let result = passes.place(step.values(output), row * count)
      passes.multiply(
        rows: count, columns: 1, inner: width, MatrixView(passes.place(first, width), rowStride: width),
        MatrixView(first, rowStride: width).transposed, into: result, stride: 1)
      passes.scale(result, count: count, by: scale)
    }
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output), let gradient = step.gradient(input) else { return }
    let passes = step.passes
    step.pool.parallel(step.rows) { row in
      let first = passes.place(step.values(input), row * (count + 1) * width)
      let slope = passes.place(gradient, row * (count + 1) * width)
      let delta = passes.place(delta, row * count)
      passes.scale(delta, count: count, by: scale)
      passes.multiply(
        rows: 1, columns: width, inner: count, MatrixView(delta, rowStride: count),
        MatrixView(passes.place(first, width), rowStride: width), into: slope, stride: width)
      passes.multiply(
        rows: count, columns: width, inner: 1, MatrixView(delta, rowStride: 1),
        MatrixView(first, rowStride: width), into: passes.place(slope, width), stride: width)
    }
  }
}
