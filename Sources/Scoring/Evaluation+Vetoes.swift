import Knowledge
import Questionnaires

extension Evaluation {
  /// Whether each veto holds, in the compiled order; one look at the answers serves all approaches.
  func vetoTruths() -> [Truth] {
    compiled.vetoes.map { truth(of: $0.veto.when) }
  }

  func truth(of condition: Condition) -> Truth {
    questionnaire.truth(of: condition, answers, measured: replacements.measured)
  }

  /// The vetoes that touch one approach, certain ones first.
  func vetoHits(_ truths: [Truth], _ approach: Int) -> [VetoHit] {
    var hits: [VetoHit] = []
    for wanted in [Truth.yes, .undecided] {
      for (entry, truth) in zip(compiled.vetoes, truths)
      where truth == wanted && entry.approaches & (1 << UInt64(approach)) != 0 {
        hits.append(
          VetoHit(
            id: entry.veto.id, rubric: compiled.rubrics[entry.rubric].id,
            capFit: entry.veto.capFit, verdict: entry.veto.verdict, certain: truth == .yes,
            questions: entry.questions))
      }
    }
    return hits
  }

  /// The fit under its caps: undecided vetoes lower only the worst case.
  func capped(_ fit: Interval, _ hits: [VetoHit]) -> Interval {
    let certain = hits.filter(\.certain).map(\.capFit).min() ?? 100
    let possible = hits.map(\.capFit).min() ?? 100
    let capped = fit.rising { min($0, certain) }
    return Interval(low: min(capped.low, possible), value: capped.value, high: capped.high)
  }
}
