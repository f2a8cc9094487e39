import Knowledge
import Questionnaires

extension Evaluation {
  /// The vetoes that touch one approach, certain ones first.
  func vetoHits(_ approach: Int) -> [VetoHit] {
    var hits: [VetoHit] = []
    for wanted in [Truth.yes, .undecided] {
      for (entry, truth) in zip(compiled.vetoes, tally.vetoes)
      where truth == wanted && entry.effect.touches(approach) {
        hits.append(
          VetoHit(
            id: entry.veto.id, rubric: compiled.rubrics[entry.rubric].id,
            capFit: entry.veto.capFit, verdict: entry.veto.verdict, certain: truth == .yes,
            questions: entry.questions))
      }
    }
    return hits
  }

  func truth(of condition: Condition) -> Truth {
    questionnaire.truth(of: condition, answers, measured: replacements.measured)
  }
}
