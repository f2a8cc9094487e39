import Kernels

/// Stochastic gradient descent: v ← μ v + g; w ← w − rate · v.
///
/// μ = 0 is plain descent; μ > 0 is momentum (Polyak, 1964), with Nesterov's look ahead
/// w ← w − rate · (g + μ v) where asked (Sutskever et al., 2013, in PyTorch's form).
public struct SGD: Optimiser {
  public static let kind = "sgd"

  public var learningRate: Double
  /// μ, 0 or more and below 1.
  public var momentum: Double
  public var nesterov: Bool

  public init(learningRate: Double = 0.01, momentum: Double = 0, nesterov: Bool = false) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.nesterov = nesterov
  }

  public var stateCount: Int { momentum == 0 ? 0 : 1 }

  public func validate() throws {
    try requireLearningRate()
    try NetworkError.require(momentum >= 0 && momentum < 1, "momentum", "0 ≤ momentum < 1", momentum)
  }

  public func step(_ range: ParameterRange, number: Int, learningRate: Double, factor: Double) {
    if momentum == 0 {
      range.passes.addScaled(
        range.parameters, range.gradients, count: range.count, factor: -learningRate * factor)
    } else {
      range.passes.momentum(
        range.parameters, gradients: range.gradients, velocity: range.state(0), count: range.count,
        factor: factor, rate: learningRate, momentum: momentum, nesterov: nesterov)
    }
  }
}
