import Kernels

/// A fully connected layer: output = activation(input · W + b), at every position of the input.
///
/// Input [..., inputs], output [..., units]. Parameters: weight [inputs][units], bias [units].
public struct Dense: Layer {
  public static let kind = "dense"

  /// Numbers in the output of one position, at least 1.
  public var units: Int
  public var activation: Activation
  public var hasBias: Bool

  public init(_ units: Int, _ activation: Activation = .identity, hasBias: Bool = true) {
    self.units = units
    self.activation = activation
    self.hasBias = hasBias
  }

  public func validate() throws { try NetworkError.require(units >= 1, "units", "≥ 1", units) }

  public func outputShape(_ inputs: [Shape]) throws -> Shape { try only(inputs).withWidth(units) }

  public func operation(at site: inout LayerSite) -> any Operation {
    let (input, output) = (site.input, site.output)
    let (inputs, positions) = (input.shape.width, input.shape.positions)
    let weight = site.parameter(
      "weight", [inputs, units], activation.initialiser(inputs: inputs, outputs: units))
    let bias =
      hasBias ? site.parameter("bias", [units], .constant(0), isPenalised: false) : nil
    let products = 2 * inputs * units * positions
    site.count(forward: products, toInput: products, toParameters: products)
    let activation = activation.elementwise
    return DenseOperation(
      input: input, output: output, inputs: inputs, units: units, positions: positions, weight: weight,
      bias: bias, activation: activation,
      sums: activation.needsSum ? site.trainingScratch(site.rows * output.shape.count) : nil)
  }
}

struct DenseOperation: Operation {
  let input: Value
  let output: Value
  let inputs: Int
  let units: Int
  let positions: Int
  let weight: Parameter
  let bias: Parameter?
  let activation: ElementwiseActivation
  /// input · W + b, where the activation's gradient needs it.
  let sums: Scratch?

  func forward(_ step: Step) {
    let rows = step.rows * positions
    let z = step.values(output)
    let bias = bias.map { step.values($0) }
    let isFused = activation == .relu || activation == .identity
    step.passes.multiply(
      rows: rows, columns: units, inner: inputs, MatrixView(step.values(input), rowStride: inputs),
      MatrixView(step.values(weight), rowStride: units), into: z, stride: units, bias: bias,
      thenReLU: activation == .relu, pool: step.pool)
    if isFused { return }
    let kept = sums.flatMap { $0.count > 0 ? step.values($0) : nil }
    step.pool.parallel(over: rows * units, grain: 16_384) { start, count in
      step.passes.biasActivate(
        activation, step.passes.place(z, start), bias: nil,
        keepingSums: kept.map { step.passes.place($0, start) }, rows: count, columns: 1)
    }
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output) else { return }
    let rows = step.rows * positions
    differentiate(delta, rows, step)
    // ∂W = inputᵀ · delta.
    step.passes.multiply(
      rows: inputs, columns: units, inner: rows,
      MatrixView(step.values(input), rowStride: inputs).transposed, MatrixView(delta, rowStride: units),
      into: step.gradient(weight), stride: units, pool: step.pool)
    // ∂input = delta · Wᵀ.
    if let gradient = step.gradient(input) {
      step.passes.multiply(
        rows: rows, columns: inputs, inner: units, MatrixView(delta, rowStride: units),
        MatrixView(step.values(weight), rowStride: units).transposed, into: gradient, stride: inputs,
        pool: step.pool)
    }
  }

  /// From the gradient with respect to the output to that with respect to the sums, and the bias's from it.
  private func differentiate(_ delta: Numbers, _ rows: Int, _ step: Step) {
    let passes = step.passes
    let source = sums.map { step.values($0) } ?? step.values(output)
    guard let bias = bias.map({ step.gradient($0) }) else {
      if activation == .identity { return }
      return step.pool.parallel(over: rows * units, grain: 16_384) { start, count in
        passes.activationGradient(
          activation, passes.place(delta, start), passes.place(delta, start),
          from: passes.place(source, start), count: count)
      }
    }
    // Split by columns, so that every sum runs over the rows in the same order for any number of threads.
    let grain = rows * units < 65_536 ? units : 16
    step.pool.parallel(over: units, grain: grain) { first, columns in
      if activation == .identity {
        passes.columnSums(
          passes.place(delta, first), into: passes.place(bias, first), rows: rows, columns: columns,
          stride: units)
      } else {
        passes.activationGradient(
          activation, passes.place(delta, first), from: passes.place(source, first),
          columnSums: passes.place(bias, first), rows: rows, columns: columns, stride: units)
      }
    }
  }
}
