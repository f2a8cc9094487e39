import Kernels

/// RMSProp (Hinton, 2012, lecture 6): s ← α s + (1 − α) g²; w ← w − rate · g / (√s + ε).
public struct RMSProp: Optimiser {
  public static let kind = "rmsprop"

  public var learningRate: Double
  /// α, 0 or more and below 1.
  public var smoothing: Double
  public var epsilon: Double

  public init(learningRate: Double = 0.001, smoothing: Double = 0.99, epsilon: Double = 1e-8) {
    self.learningRate = learningRate
    self.smoothing = smoothing
    self.epsilon = epsilon
  }

  public var stateCount: Int { 1 }

  public func validate() throws {
    try requireLearningRate()
    try NetworkError.require(smoothing >= 0 && smoothing < 1, "smoothing", "0 ≤ smoothing < 1", smoothing)
    try NetworkError.require(
      epsilon >= 1e-30 && epsilon.isFinite, "epsilon", "1e-30 ≤ epsilon < ∞", epsilon)
  }

  public func step(_ range: ParameterRange, number: Int, learningRate: Double, factor: Double) {
    range.passes.rmsProp(
      range.parameters, gradients: range.gradients, square: range.state(0), count: range.count,
      factor: factor, rate: learningRate, smoothing: smoothing, epsilon: epsilon)
  }
}
