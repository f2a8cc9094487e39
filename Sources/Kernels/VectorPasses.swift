import CKernels

/// An activation that an element-wise pass computes; softmax is not one, since it looks at a whole row.
public enum ElementwiseActivation: Int32, CaseIterable, Sendable {
  case identity = 0
  case relu = 1
  case sigmoid = 2
  case tanh = 3
}

/// The element-wise passes of training, on one instruction set.
///
/// Matrices are row-major; rows of `columns` values lie `stride` floats apart. Results agree across
/// instruction sets to float rounding and are byte-equal from run to run on one of them.
public struct VectorPasses: Sendable {
  public typealias Floats = UnsafePointer<Float>
  public typealias MutableFloats = UnsafeMutablePointer<Float>

  /// The instruction set in use.
  public let instructionSet: InstructionSet
  private var level: Int32 { instructionSet.rawValue }

  /// Passes on `instructionSet`, or on the best one this processor has if it lacks that.
  public init(_ instructionSet: InstructionSet = .best) {
    self.instructionSet = min(instructionSet, .best)
  }

  /// z ← f(z + bias), the bias repeated for every row.
  public func biasActivate(
    _ activation: ElementwiseActivation, _ z: MutableFloats, bias: Floats, rows: Int, columns: Int,
    stride: Int
  ) {
    ck_bias_activate(level, activation.rawValue, z, bias, rows, columns, stride)
  }

  /// g ← g × mask × f′, with f′ written in terms of the activation's value; also sums g's columns.
  public func activationGradient(
    _ activation: ElementwiseActivation, _ g: MutableFloats, value: Floats, mask: Floats?,
    columnSums: MutableFloats, rows: Int, columns: Int, stride: Int
  ) {
    ck_activation_gradient(
      level, activation.rawValue, g, value, mask, columnSums, rows, columns, stride)
  }

  /// sums ← the sum of each column.
  public func columnSums(_ x: Floats, into sums: MutableFloats, rows: Int, columns: Int, stride: Int) {
    ck_column_sums(level, x, sums, rows, columns, stride)
  }

  /// z ← sigmoid(z) and delta ← scale × weight × (z − target), over `count` values.
  ///
  /// - Returns: the sum of weight × binary cross-entropy.
  public func sigmoidCrossEntropy(
    _ z: MutableFloats, targets: Floats, weights: Floats, delta: MutableFloats, count: Int, scale: Float
  ) -> Double {
    ck_sigmoid_cross_entropy(level, z, targets, weights, delta, count, scale)
  }

  /// delta ← scale × weight × 2 (p − target), over `count` values.
  ///
  /// - Returns: the sum of weight × (p − target)².
  public func squaredError(
    _ p: Floats, targets: Floats, weights: Floats, delta: MutableFloats, count: Int, scale: Float
  ) -> Double {
    ck_squared_error(level, p, targets, weights, delta, count, scale)
  }

  /// Each row of z becomes its softmax.
  public func softmax(_ z: MutableFloats, rows: Int, columns: Int, stride: Int) {
    ck_softmax(level, z, rows, columns, stride)
  }

  /// z ← softmax(z) by row and delta ← scale × weight × (z − one-hot); one class index a row, as a float.
  ///
  /// - Returns: the sum of weight × cross-entropy.
  public func softmaxCrossEntropy(
    _ z: MutableFloats, classes: Floats, weights: Floats, delta: MutableFloats, rows: Int, columns: Int,
    stride: Int, scale: Float
  ) -> Double {
    ck_softmax_cross_entropy(level, z, classes, weights, delta, rows, columns, stride, scale)
  }

  /// g, a gradient with respect to p = softmax(z), becomes the gradient with respect to z.
  public func softmaxGradient(_ g: MutableFloats, p: Floats, rows: Int, columns: Int, stride: Int) {
    ck_softmax_gradient(level, g, p, rows, columns, stride)
  }

  /// One step of Adam (Kingma and Ba, 2015, algorithm 1).
  ///
  /// m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²;
  /// parameter ← parameter − rate · m / (1 − β₁ᵗ) / (√(v / (1 − β₂ᵗ)) + ε).
  /// - Parameter step: t, counted from 1.
  public func adam(
    _ parameters: MutableFloats, gradients: Floats, first: MutableFloats, second: MutableFloats,
    count: Int, step: AdamStep
  ) {
    ck_adam(
      level, parameters, gradients, first, second, count, step.rate, step.beta1, step.rest1, step.beta2,
      step.rest2, step.correction, step.epsilon)
  }

  /// velocity ← momentum × velocity + gradient; parameter ← parameter − rate × velocity.
  public func momentum(
    _ parameters: MutableFloats, gradients: Floats, velocity: MutableFloats, count: Int, rate: Float,
    momentum: Float
  ) {
    ck_momentum(level, parameters, gradients, velocity, count, rate, momentum)
  }

  /// y ← y + factor × x.
  public func addScaled(_ y: MutableFloats, _ x: Floats, count: Int, factor: Float) {
    ck_add_scaled(level, y, x, count, factor)
  }

  /// gradient ← gradient + l1 × sign(weight) + l2 × weight; the sign of 0 is 0.
  public func addPenalty(_ gradients: MutableFloats, weights: Floats, count: Int, l1: Float, l2: Float) {
    ck_add_penalty(level, gradients, weights, count, l1, l2)
  }

  /// mask ← 0 with probability `rate`, else 1 / (1 − rate); output ← input × mask.
  ///
  /// The mask depends on the key and the position only. `rate` is at least 0 and below 1.
  public func dropout(
    _ output: MutableFloats, input: Floats, mask: MutableFloats, count: Int, key: UInt64, rate: Double
  ) {
    ck_dropout(
      level, output, input, mask, count, key, UInt32(rate * 0x1p32), Float(1 / (1 - rate)))
  }

  /// output[r] ← Σ a[r][c] w[c]: a matrix times a single column.
  public func rowDots(
    _ a: Floats, _ w: Floats, into output: MutableFloats, rows: Int, columns: Int, stride: Int
  ) {
    ck_row_dots(level, a, w, output, rows, columns, stride)
  }

  /// sums[c] ← Σ d[r] a[r][c].
  public func weightedRowSum(
    _ a: Floats, _ d: Floats, into sums: MutableFloats, rows: Int, columns: Int, stride: Int
  ) {
    ck_weighted_row_sum(level, a, d, sums, rows, columns, stride)
  }

  /// g[r][c] ← d[r] w[c].
  public func outerProduct(
    _ d: Floats, _ w: Floats, into g: MutableFloats, rows: Int, columns: Int, stride: Int
  ) {
    ck_outer_product(level, d, w, g, rows, columns, stride)
  }

  /// Whether every one of `count` values is a finite number.
  public func allFinite(_ x: Floats, count: Int) -> Bool { ck_all_finite(level, x, count) }
}
