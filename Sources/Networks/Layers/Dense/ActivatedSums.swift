import Kernels

/// What follows the sums of a layer with weights: bias and activation, there and back.
///
/// The sums lie [rows][units], a row for every position of every example.
struct ActivatedSums {
  let activation: ElementwiseActivation
  let units: Int
  let bias: Parameter?
  /// Sums with bias, where the activation's gradient needs them.
  private let kept: Scratch?

  init(_ activation: Activation, units: Int, hasBias: Bool, at site: inout LayerSite) {
    self.activation = activation.elementwise
    self.units = units
    bias = hasBias ? site.parameter("bias", [units], .constant(0), isPenalised: false) : nil
    kept =
      activation.elementwise.needsSum ? site.trainingScratch(site.rows * site.output.shape.count) : nil
  }

  /// Whether the product itself applies the activation, by its option `thenReLU` or because there is none.
  var isFused: Bool { activation == .relu || activation == .identity }

  /// Whether larger sums never give smaller values, and the gradient needs only the values.
  var isMonotone: Bool {
    switch activation {
    case .identity, .relu, .leakyReLU, .sigmoid, .tanh: true
    case .silu, .gelu, .geluTanh: false
    }
  }

  /// The bias's numbers, for the product to start its sums with.
  func biasValues(_ step: Step) -> Numbers? { bias.map { step.values($0) } }

  /// Applies what the product did not: the activation, and a bias that it was not given.
  func finish(_ z: Numbers, rows: Int, addingBias: Bool = false, _ step: Step) {
    let bias = addingBias ? biasValues(step) : nil
    if bias == nil && activation == .identity { return }
    let kept = kept.flatMap { $0.count > 0 ? step.values($0) : nil }
    step.pool.parallel(over: rows, grain: max(1, 16_384 / units)) { first, count in
      step.passes.biasActivate(
        activation, step.passes.place(z, first * units), bias: bias,
        keepingSums: kept.map { step.passes.place($0, first * units) }, rows: count, columns: units)
    }
  }

  /// From the gradient with respect to the values to that with respect to the sums, in place; and the bias's.
  func differentiate(_ delta: Numbers, values: Numbers, rows: Int, _ step: Step) {
    let passes = step.passes
    let source = kept.map { step.values($0) } ?? values
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
