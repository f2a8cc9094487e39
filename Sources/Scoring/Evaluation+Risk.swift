import Knowledge
import Questionnaires

extension Evaluation {
  /// The risks as one approach meets them, 0–1.
  func exposed(_ approach: Int) -> [Tally.RiskSpan] {
    zip(tally.risks, compiled.risks).map { risk, entry in
      let share = entry.exposure[approach]
      return Tally.RiskSpan(
        inherent: risk.inherent.rising { $0 * share }, residual: risk.residual.rising { $0 * share })
    }
  }

  /// Risks joined by the policy's p-norm, 0–100, over all rubrics and rubric by rubric: more risks
  /// never lower it, and one grave risk is not diluted by many small ones.
  func totals(_ risks: [Tally.RiskSpan]) -> (all: RiskLevels, rubrics: [RiskLevels]) {
    var inherent = [Interval](repeating: Interval(0), count: compiled.rubrics.count)
    var residual = inherent
    let weighing = weighing
    for (entry, risk) in zip(compiled.risks, risks) {
      inherent[entry.rubric] = inherent[entry.rubric].joined(risk.inherent.rising(weighing.power), +)
      residual[entry.rubric] = residual[entry.rubric].joined(risk.residual.rising(weighing.power), +)
    }
    func levels(_ inherent: Interval, _ residual: Interval) -> RiskLevels {
      RiskLevels(
        inherent: inherent.rising(weighing.norm).range, residual: residual.rising(weighing.norm).range)
    }
    let all = levels(
      inherent.reduce(Interval(0)) { $0.joined($1, +) }, residual.reduce(Interval(0)) { $0.joined($1, +) })
    return (all, zip(inherent, residual).map { levels($0, $1) })
  }

  /// The central share each mitigation of a risk removes, in the risk's order; nil where it does not apply.
  func removedShares(_ entry: CompiledRubrics.RiskEntry) -> [Double?] {
    entry.mitigations.map { $0.removed.supplied(answers)?.including(0).value }
  }
}
