import CKernels

/// An activation that a pass computes value by value; softmax is not one, since it looks at a whole row.
public enum ElementwiseActivation: Int32, CaseIterable, Sendable {
  case identity = 0
  case relu = 1
  case sigmoid = 2
  case tanh = 3
  case silu = 4
  case gelu = 5
  case geluTanh = 6
  case leakyReLU = 7

  /// Whether the gradient is computed from the sum z rather than from the value f(z).
  public var needsSum: Bool { self == .silu || self == .gelu || self == .geluTanh }
}

extension VectorPasses {
  /// z ← f(z + bias), the bias repeated for every row; `kept` receives z + bias where given.
  public func biasActivate(
    _ activation: ElementwiseActivation, _ z: Numbers, bias: Numbers?, keepingSums kept: Numbers? = nil,
    rows: Int, columns: Int
  ) {
    ck_bias_activate(level, activation.rawValue, z, bias, kept, rows, columns)
  }

  /// output ← g × f′, from the value f(z), or from z where `needsSum` says so; output may be g.
  public func activationGradient(
    _ activation: ElementwiseActivation, _ output: Numbers, _ g: Numbers, from valueOrSum: Numbers,
    count: Int
  ) {
    ck_activation_gradient(level, activation.rawValue, output, g, valueOrSum, count)
  }

  /// g ← g × f′ as above; also sums g's columns, as the gradient of a bias needs; rows lie `stride` apart.
  public func activationGradient(
    _ activation: ElementwiseActivation, _ g: Numbers, from valueOrSum: Numbers, columnSums: Numbers,
    rows: Int, columns: Int, stride: Int? = nil
  ) {
    ck_activation_gradient_sums(
      level, activation.rawValue, g, valueOrSum, columnSums, rows, columns, stride ?? columns)
  }

  /// Each row of z becomes the softmax of scale × z; `scale` is positive.
  ///
  /// - Parameter causalRows: where given, row r looks only at its first r mod causalRows + 1 values.
  public func softmax(_ z: Numbers, rows: Int, columns: Int, scale: Float = 1, causalRows: Int? = nil) {
    ck_softmax(level, z, rows, columns, scale, causalRows ?? 0)
  }

  /// g, a gradient with respect to p = softmax(scale × z), becomes the gradient with respect to z.
  public func softmaxGradient(_ g: Numbers, p: Numbers, rows: Int, columns: Int, scale: Float = 1) {
    ck_softmax_gradient(level, g, p, rows, columns, scale)
  }
}
