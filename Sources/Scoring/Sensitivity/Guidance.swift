import Knowledge
import Questionnaires

/// What an interview should ask next.
public struct Guidance: Hashable, Sendable {
  /// The open question whose answer would narrow the verdict most; nil when none is open.
  public var question: QuestionID?
  /// The verdict that stands however the open questions are answered; nil while it can change.
  public var settled: Verdict?
}

extension Scorer {
  /// The question among `open` whose answer is expected to narrow the verdict most.
  ///
  /// For each question the mean over its possible answers, each alike, of how far the verdict and the scores are
  /// still open; the smallest goes first, and among equals the one that stands first.
  public func guidance(for sheet: AnswerSheet, open: [QuestionID]) -> Guidance {
    var probe = probe(sheet, [])
    var best: (question: QuestionID, openness: Double)?
    for id in open {
      guard let index = probe.questionnaire.index(of: id) else { continue }
      let values = probe.possibleAnswers(index)
      let openness = values.reduce(0) { $0 + probe.outcome([$1]).openness } / Double(values.count)
      if openness < (best?.openness ?? .infinity) - 1e-9 { best = (id, openness) }
    }
    let (highest, lowest) = weighing.possibleLevels(probe.base, probe.requirements)
    return Guidance(
      question: best?.question, settled: highest == lowest ? highest.verdict : nil)
  }
}

extension Outcome {
  /// Steps between the best and the worst verdict still possible, then points still open.
  fileprivate var openness: Double { Double(worst.rank - best.rank) + width / 200 }
}
