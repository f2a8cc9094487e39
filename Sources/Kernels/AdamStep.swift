import Foundation

/// The constants of Adam's step number t, computed in double and rounded once.
///
/// 1 − β₂ computed in float is wrong by 1 part in 10⁵, enough to move a training run visibly.
public struct AdamStep: Hashable, Sendable {
  let rate: Float
  let beta1: Float
  let rest1: Float
  let beta2: Float
  let rest2: Float
  let correction: Float
  let epsilon: Float

  /// - Parameter number: t, counted from 1.
  public init(number: Int, learningRate: Double, beta1: Double, beta2: Double, epsilon: Double) {
    precondition(number >= 1, "Adam counts its steps from 1, not \(number)")
    rate = Float(learningRate / (1 - pow(beta1, Double(number))))
    correction = Float(1 / (1 - pow(beta2, Double(number))).squareRoot())
    self.beta1 = Float(beta1)
    rest1 = Float(1 - beta1)
    self.beta2 = Float(beta2)
    rest2 = Float(1 - beta2)
    self.epsilon = Float(epsilon)
  }
}
