import CKernels
import Foundation

extension VectorPasses {
  /// One step of Adam (Kingma and Ba, 2015, algorithm 1), or of AdamW (Loshchilov and Hutter, 2019).
  ///
  /// With g = factor × gradient: m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²;
  /// w ← w (1 − rate · decay) − rate · m / (1 − β₁ᵗ) / (√(v / (1 − β₂ᵗ)) + ε). The constants are computed
  /// in double and rounded once: 1 − β₂ computed in float is wrong by 1 part in 10⁵, enough to move a
  /// training run visibly.
  /// - Parameter number: t, counted from 1.
  public func adam(
    _ parameters: Numbers, gradients: Numbers, first: Numbers, second: Numbers, count: Int, factor: Double,
    number: Int, learningRate: Double, beta1: Double, beta2: Double, epsilon: Double, decay: Double
  ) {
    ck_adam(
      level, parameters, gradients, first, second, count, factor,
      learningRate / (1 - pow(beta1, Double(number))), beta1, 1 - beta1, beta2, 1 - beta2,
      1 / (1 - pow(beta2, Double(number))).squareRoot(), epsilon, learningRate * decay)
  }

  /// velocity ← momentum × velocity + g; w ← w − rate × velocity, or with Nesterov's look ahead
  /// w ← w − rate × (g + momentum × velocity); g = factor × gradient.
  public func momentum(
    _ parameters: Numbers, gradients: Numbers, velocity: Numbers, count: Int, factor: Double, rate: Double,
    momentum: Double, nesterov: Bool
  ) {
    ck_momentum(
      level, parameters, gradients, velocity, count, factor, rate, momentum, nesterov ? 1 : 0)
  }

  /// square ← smoothing × square + (1 − smoothing) g²; w ← w − rate × g / (√square + ε).
  public func rmsProp(
    _ parameters: Numbers, gradients: Numbers, square: Numbers, count: Int, factor: Double, rate: Double,
    smoothing: Double, epsilon: Double
  ) {
    ck_rmsprop(
      level, parameters, gradients, square, count, factor, rate, smoothing, 1 - smoothing, epsilon)
  }

  /// gradient ← gradient + l1 × sign(weight) + l2 × weight; the sign of 0 is 0.
  public func addPenalty(_ gradients: Numbers, weights: Numbers, count: Int, l1: Double, l2: Double) {
    ck_add_penalty(level, gradients, weights, count, l1, l2)
  }
}
