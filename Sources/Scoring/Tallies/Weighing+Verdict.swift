import Knowledge
import Questionnaires

/// What the central, the best and the worst case reach.
struct VerdictLevels {
  var central: VerdictLevel
  var best: VerdictLevel
  var worst: VerdictLevel
}

extension Weighing {
  func levels(
    _ fit: Interval, _ residual: Interval, _ judged: Int, _ tally: Tally, _ requirements: [Truth]
  ) -> VerdictLevels {
    VerdictLevels(
      central: level(
        fit.value, residual.value, judged, tally, requirements, truthNeeded: .yes, vetoNeeded: .yes),
      best: level(
        fit.high, residual.low, judged, tally, requirements, truthNeeded: .undecided, vetoNeeded: .yes),
      worst: level(
        fit.low, residual.high, judged, tally, requirements, truthNeeded: .yes, vetoNeeded: .undecided))
  }

  /// The first of the policy's bounds that holds, held back by vetoes.
  func level(
    _ fit: Double, _ residual: Double, _ judged: Int, _ tally: Tally, _ requirements: [Truth],
    truthNeeded: Truth, vetoNeeded: Truth
  ) -> VerdictLevel {
    var reached = VerdictLevel.noGo
    for (index, bound) in compiled.bounds.enumerated()
    where fit >= bound.fitAtLeast && residual <= bound.riskAtMost && requirements[index] >= truthNeeded {
      reached = bound.verdict
      break
    }
    for (index, effect) in compiled.vetoEffects.enumerated()
    where tally.vetoes[index] >= vetoNeeded && effect.touches(judged) {
      if let held = effect.verdict, held.rank > reached.rank { reached = held }
    }
    return reached
  }

  /// Whether the best case of any model is as good as a level.
  func anyModel(reaches needed: Int, _ tally: Tally, _ requirements: [Truth]) -> Bool {
    compiled.approaches.indices.contains { approach in
      guard approach != compiled.noAI else { return false }
      let best = level(
        min(fit(approach, tally).high, cap(approach, tally, .yes)), residual(approach, tally).low, approach,
        tally, requirements, truthNeeded: .undecided, vetoNeeded: .yes)
      return best.rank <= needed
    }
  }

  /// The best and the worst verdict that can come out however the unknown answers turn out.
  ///
  /// The verdict is the best any model reaches, so it lies between the best of their best and of their worst cases;
  /// rules and people that might rank first can hold it back.
  func possibleLevels(_ tally: Tally, _ requirements: [Truth]) -> (best: VerdictLevel, worst: VerdictLevel) {
    var (best, worst) = (VerdictLevel.noGo, VerdictLevel.noGo)
    var surest = -Double.infinity
    let weight = compiled.policy.rankingRiskWeight
    for approach in compiled.approaches.indices where approach != compiled.noAI {
      let fit = capped(fit(approach, tally), approach, tally)
      let residual = residual(approach, tally)
      let levels = levels(fit, residual, approach, tally, requirements)
      if levels.best.rank < best.rank { best = levels.best }
      if levels.worst.rank < worst.rank { worst = levels.worst }
      surest = max(surest, fit.low - weight * residual.high)
    }
    guard let noAI = compiled.noAI else { return (best, worst) }
    let highest =
      capped(fit(noAI, tally), noAI, tally).high - weight * residual(noAI, tally).low
    if highest >= surest - compiled.policy.rankingTolerance, worst.rank < compiled.policy.whenNoAIFirst.rank {
      worst = compiled.policy.whenNoAIFirst
    }
    return (best, worst)
  }

  /// The verdict the levels give: cannot-tell where best and worst lie on two sides of the policy's boundary.
  func verdict(_ levels: VerdictLevels, first: Int) -> Verdict {
    if levels.best.rank <= compiled.policy.boundaryAbove.rank,
      levels.worst.rank >= compiled.policy.boundaryBelow.rank
    {
      return .cannotTell
    }
    if first == compiled.noAI, levels.central.rank < compiled.policy.whenNoAIFirst.rank {
      return compiled.policy.whenNoAIFirst.verdict
    }
    return levels.central.verdict
  }
}
