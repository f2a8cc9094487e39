import Knowledge
import Questionnaires

extension Scorer {
  /// The question whose answer would narrow the verdict most.
  ///
  /// Each candidate is tried with every option, or with the low, middle and high of its plausible span: the
  /// one that leaves the fewest verdicts possible goes first, on average over its answers; among equals the
  /// one that leaves the scores narrowest, then the one asked earlier.
  /// - Parameter candidates: questions the sheet has no answer to.
  /// - Returns: nil when nothing left could change the verdict, or no candidate would narrow it.
  public func nextQuestion(for sheet: AnswerSheet, among candidates: [Question]) -> Question? {
    let now = evaluation(of: sheet).survey()
    guard !now.outlook.isSettled else { return nil }
    var best: (question: Question, verdicts: Double, width: Double)?
    for question in candidates {
      let tries = answersToTry(question).map { value in
        var tried = sheet
        tried.answers[question.id] = Answer(value)
        return evaluation(of: tried).survey()
      }
      guard !tries.isEmpty else { continue }
      let count = Double(tries.count)
      let verdicts = tries.reduce(0) { $0 + Double($1.outlook.possible.count) } / count
      let width = tries.reduce(0) { $0 + $1.width } / count
      let narrows = verdicts < Double(now.outlook.possible.count) || width < now.width - 1e-9
      guard narrows else { continue }
      if let current = best, (current.verdicts, current.width) <= (verdicts, width) { continue }
      best = (question, verdicts, width)
    }
    return best?.question
  }

  private func answersToTry(_ question: Question) -> [AnswerValue] {
    switch question.kind {
    case .choice: return question.options.map { .option($0.id) }
    case .choices: return question.options.map { .options([$0.id]) }
    case .number(let form):
      let span = unknownAnswer(to: question)
      return [span.low, span.value, span.high].map { number in
        form.kind == .money ? .money(number, currency: knowledge.baseCurrency) : .number(number)
      }
    }
  }
}
