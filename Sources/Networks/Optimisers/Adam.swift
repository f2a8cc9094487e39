import Kernels

/// Adam (Kingma and Ba, 2015): m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²;
/// w ← w − rate · m̂ / (√v̂ + ε), with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ).
public struct Adam: Optimiser {
  public static let kind = "adam"

  public var learningRate: Double
  public var beta1: Double
  public var beta2: Double
  public var epsilon: Double

  public init(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-7
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
  }

  public var stateCount: Int { 2 }

  public func validate() throws {
    try requireLearningRate()
    try Adam.requireConstants(beta1: beta1, beta2: beta2, epsilon: epsilon)
  }

  static func requireConstants(beta1: Double, beta2: Double, epsilon: Double) throws {
    try NetworkError.require(beta1 >= 0 && beta1 < 1, "beta1", "0 ≤ beta1 < 1", beta1)
    try NetworkError.require(beta2 >= 0 && beta2 < 1, "beta2", "0 ≤ beta2 < 1", beta2)
    // Below this a float's square root of a moment could meet an epsilon that rounds to zero.
    try NetworkError.require(
      epsilon >= 1e-30 && epsilon.isFinite, "epsilon", "1e-30 ≤ epsilon < ∞", epsilon)
  }

  public func step(_ range: ParameterRange, number: Int, learningRate: Double, factor: Double) {
    range.passes.adam(
      range.parameters, gradients: range.gradients, first: range.state(0), second: range.state(1),
      count: range.count, factor: factor, number: number, learningRate: learningRate, beta1: beta1,
      beta2: beta2, epsilon: epsilon, decay: 0)
  }
}
