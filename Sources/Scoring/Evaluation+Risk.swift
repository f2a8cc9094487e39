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

  /// The risks of each rubric joined by the policy's p-norm, 0–100.
  func rubricRisks(_ risks: [Tally.RiskSpan]) -> [RiskLevels] {
    var inherent = [Interval](repeating: Interval(0), count: compiled.rubrics.count)
    var residual = inherent
    let weighing = weighing
    for (entry, risk) in zip(compiled.risks, risks) {
      inherent[entry.rubric] = inherent[entry.rubric].joined(risk.inherent.rising(weighing.power), +)
      residual[entry.rubric] = residual[entry.rubric].joined(risk.residual.rising(weighing.power), +)
    }
    return zip(inherent, residual).map { inherent, residual in
      RiskLevels(
        inherent: inherent.rising(weighing.norm).range, residual: residual.rising(weighing.norm).range)
    }
  }

  /// The central share each mitigation of a risk removes, in the risk's order; nil where it does not apply.
  func removedShares(_ entry: CompiledRubrics.RiskEntry) -> [Double?] {
    entry.mitigations.map { $0.removed.supplied(answers)?.including(0).value }
  }
}
