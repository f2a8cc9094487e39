import Foundation
import Knowledge
import Questionnaires

extension Evaluation {
  /// One risk for one approach, 0–1 each.
  struct RiskLevel {
    var inherent: Interval
    var residual: Interval
    /// Central share removed by each mitigation, in the risk's order; nil where it does not apply.
    var removed: [Double?]
  }

  /// Likelihood, impact and mitigations of every risk, before an approach's exposure.
  func risks() -> [RiskLevel] {
    compiled.risks.map { entry in
      var escape = Interval(1 - entry.risk.base)
      for driver in entry.drivers {
        guard let level = driver.supplied(answers)?.including(0) else { continue }
        escape = escape.joined(level.falling { 1 - $0 }, *)
      }
      // `escape` is the chance that nothing goes wrong, so the likelihood falls with it.
      let likelihood = escape.falling { 1 - $0 }
      let impact = entry.impact.supplied(answers)?.including(0) ?? Interval(0)
      let inherent = likelihood.joined(impact, *)
      var residual = inherent
      var removed: [Double?] = []
      for mitigation in entry.mitigations {
        let share = mitigation.removed.supplied(answers)?.including(0)
        removed.append(share?.value)
        guard let share else { continue }
        residual = residual.joined(share.falling { 1 - $0 }, *)
      }
      return RiskLevel(inherent: inherent, residual: residual, removed: removed)
    }
  }

  /// The risks as one approach meets them.
  func exposed(_ risks: [RiskLevel], _ approach: Int) -> [RiskLevel] {
    zip(risks, compiled.risks).map { risk, entry in
      let share = entry.exposure[approach]
      return RiskLevel(
        inherent: risk.inherent.rising { $0 * share }, residual: risk.residual.rising { $0 * share },
        removed: risk.removed)
    }
  }

  /// Risks joined by the policy's p-norm, 0–100, over all rubrics and rubric by rubric: more risks
  /// never lower it, and one grave risk is not diluted by many small ones.
  func totals(_ risks: [RiskLevel]) -> (all: RiskLevels, rubrics: [RiskLevels]) {
    var inherent = [Interval](repeating: Interval(0), count: compiled.rubrics.count)
    var residual = inherent
    for (entry, risk) in zip(compiled.risks, risks) {
      inherent[entry.rubric] = inherent[entry.rubric].joined(risk.inherent.rising(power), +)
      residual[entry.rubric] = residual[entry.rubric].joined(risk.residual.rising(power), +)
    }
    let rubrics = zip(inherent, residual).map { RiskLevels(inherent: norm($0), residual: norm($1)) }
    let all = RiskLevels(
      inherent: norm(inherent.reduce(Interval(0)) { $0.joined($1, +) }),
      residual: norm(residual.reduce(Interval(0)) { $0.joined($1, +) }))
    return (all, rubrics)
  }

  /// The norm of risks whose powers add up to `sum`, 0–100.
  private func norm(_ sum: Interval) -> ScoreRange {
    let root = 1 / policy.riskNorm
    return sum.rising { $0 > 0 ? 100 * min(1, pow($0, root)) : 0 }.range
  }

  /// A risk to the power of the policy's norm; a product for the usual small whole exponents.
  func power(_ risk: Double) -> Double {
    switch policy.riskNorm {
    case 2: return risk * risk
    case 4:
      let square = risk * risk
      return square * square
    default: return pow(risk, policy.riskNorm)
    }
  }
}
