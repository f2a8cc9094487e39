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

  /// Risks joined by the policy's p-norm, 0–100: more risks never lower it, and one grave risk is
  /// not diluted by many small ones.
  func total(_ risks: [Interval]) -> Interval {
    let exponent = policy.riskNorm
    var sums = Interval(0)
    for risk in risks { sums = sums.joined(risk) { $0 + pow($1, exponent) } }
    return sums.rising { 100 * min(1, pow($0, 1 / exponent)) }
  }

  func riskLevels(_ risks: [RiskLevel], where included: (Int) -> Bool) -> RiskLevels {
    let indices = risks.indices.filter { included(compiled.risks[$0].rubric) }
    return RiskLevels(
      inherent: total(indices.map { risks[$0].inherent }).range,
      residual: total(indices.map { risks[$0].residual }).range)
  }
}
