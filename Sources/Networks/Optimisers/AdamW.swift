import Kernels

/// Adam with decoupled weight decay (Loshchilov and Hutter, 2019).
///
/// w ← w − rate · decay · w, then Adam's step on the gradient without any penalty. The decay takes every
/// parameter, as in PyTorch.
public struct AdamW: Optimiser {
  public static let kind = "adamw"

  public var learningRate: Double
  public var beta1: Double
  public var beta2: Double
  public var epsilon: Double
  /// The share of a parameter, times the learning rate, that a step takes away; 0 or more.
  public var weightDecay: Double

  public init(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0.01
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  public var stateCount: Int { 2 }

  public func validate() throws {
    try requireLearningRate()
    try Adam.requireConstants(beta1: beta1, beta2: beta2, epsilon: epsilon)
    try NetworkError.require(
      weightDecay >= 0 && weightDecay.isFinite, "weightDecay", "0 ≤ weightDecay < ∞", weightDecay)
  }

  public func step(_ range: ParameterRange, number: Int, learningRate: Double, factor: Double) {
    range.passes.adam(
      range.parameters, gradients: range.gradients, first: range.state(0), second: range.state(1),
      count: range.count, factor: factor, number: number, learningRate: learningRate, beta1: beta1,
      beta2: beta2, epsilon: epsilon, decay: weightDecay)
  }
}
