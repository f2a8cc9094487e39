/// The rule that turns a gradient g into a change of the parameters.
public enum Optimiser: Codable, Hashable, Sendable {
  /// Gradient descent with momentum μ (Polyak, 1964): v ← μ v + g; w ← w − rate · v.
  case sgd(learningRate: Double = 0.01, momentum: Double = 0)
  /// Adam (Kingma and Ba, 2015): m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²;
  /// w ← w − rate · m̂ / (√v̂ + ε), with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ).
  case adam(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-7)

  public var learningRate: Double {
    switch self {
    case .sgd(let rate, _): rate
    case .adam(let rate, _, _, _): rate
    }
  }

  /// Floats of state for one parameter.
  var stateSize: Int {
    switch self {
    case .sgd(_, let momentum): momentum == 0 ? 0 : 1
    case .adam: 2
    }
  }

  /// Throws `NetworkError.illegalParameter` if a constant is outside its legal range.
  public func validate() throws {
    try NetworkError.require(
      learningRate > 0 && learningRate.isFinite, "learningRate", "0 < learningRate < ∞", learningRate)
    switch self {
    case .sgd(_, let momentum):
      try NetworkError.require(momentum >= 0 && momentum < 1, "momentum", "0 ≤ momentum < 1", momentum)
    case .adam(_, let beta1, let beta2, let epsilon):
      try NetworkError.require(beta1 >= 0 && beta1 < 1, "beta1", "0 ≤ beta1 < 1", beta1)
      try NetworkError.require(beta2 >= 0 && beta2 < 1, "beta2", "0 ≤ beta2 < 1", beta2)
      // Below this a float's square root of a moment could meet an epsilon that rounds to zero.
      try NetworkError.require(
        epsilon >= 1e-30 && epsilon.isFinite, "epsilon", "1e-30 ≤ epsilon < ∞", epsilon)
    }
  }
}
