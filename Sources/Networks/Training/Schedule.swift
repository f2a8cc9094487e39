import Foundation

/// How the learning rate changes from step to step: a factor on the optimiser's rate.
public struct Schedule: Codable, Hashable, Sendable {
  /// What the factor does after the warm-up.
  public enum Decay: Codable, Hashable, Sendable {
    /// 1 throughout.
    case constant
    /// × `factor` after every `every` steps.
    case step(every: Int, factor: Double)
    /// From 1 down to `final` along half a cosine over `steps` steps, then `final` (Loshchilov and
    /// Hutter, 2017).
    case cosine(steps: Int, final: Double)
  }

  public var decay: Decay
  /// Steps over which the factor first rises evenly: step t of them has t / warmUpSteps.
  public var warmUpSteps: Int

  public init(_ decay: Decay = .constant, warmUpSteps: Int = 0) {
    self.decay = decay
    self.warmUpSteps = warmUpSteps
  }

  public static let constant = Schedule()

  /// The factor of step number `step`, counted from 1.
  public func factor(step: Int) -> Double {
    if step <= warmUpSteps { return Double(step) / Double(warmUpSteps) }
    let after = step - warmUpSteps - 1
    switch decay {
    case .constant: return 1
    case .step(let every, let factor): return pow(factor, Double(after / every))
    case .cosine(let steps, let final):
      let share = min(1, Double(after) / Double(steps))
      return final + (1 - final) * (1 + cos(Double.pi * share)) / 2
    }
  }

  func validate() throws {
    try NetworkError.require(warmUpSteps >= 0, "schedule.warmUpSteps", "≥ 0", warmUpSteps)
    switch decay {
    case .constant: break
    case .step(let every, let factor):
      try NetworkError.require(every >= 1, "schedule.every", "≥ 1", every)
      try NetworkError.require(factor > 0 && factor <= 1, "schedule.factor", "0 < factor ≤ 1", factor)
    case .cosine(let steps, let final):
      try NetworkError.require(steps >= 1, "schedule.steps", "≥ 1", steps)
      try NetworkError.require(final >= 0 && final <= 1, "schedule.final", "0 ≤ final ≤ 1", final)
    }
  }
}
