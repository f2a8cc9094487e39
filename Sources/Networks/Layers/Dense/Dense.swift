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
    let products = 2 * inputs * units * positions
    site.count(forward: products, toInput: products, toParameters: products)
    return DenseOperation(
      input: input, output: output, inputs: inputs, units: units, positions: positions, weight: weight,
      sums: ActivatedSums(activation, units: units, hasBias: hasBias, at: &site))
  }
}

struct DenseOperation: Operation {
  let input: Value
  let output: Value
  let inputs: Int
  let units: Int
  let positions: Int
  let weight: Parameter
  let sums: ActivatedSums

  func forward(_ step: Step) {
    let rows = step.rows * positions
    let z = step.values(output)
    step.passes.multiply(
      rows: rows, columns: units, inner: inputs, MatrixView(step.values(input), rowStride: inputs),
      MatrixView(step.values(weight), rowStride: units), into: z, stride: units,
      bias: sums.biasValues(step), thenReLU: sums.activation == .relu, pool: step.pool)
    if !sums.isFused { sums.finish(z, rows: rows, step) }
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output) else { return }
    let rows = step.rows * positions
    sums.differentiate(delta, values: step.values(output), rows: rows, step)
    step.differentiate(
      delta, columns: units, from: step.values(input), inputs: inputs, rows: rows, weight: weight,
      into: step.gradient(input))
  }
}
