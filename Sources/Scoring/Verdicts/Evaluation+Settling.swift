import Knowledge
import Questionnaires

extension Evaluation {
  /// The unknown answers that, once given, would settle a `cannot-tell`; the widest first.
  ///
  /// Greedy: each step takes the question whose central answer narrows fit and risk most, until the
  /// verdict no longer depends on what is left unknown.
  func settlingQuestions(_ judged: ApproachID) -> [QuestionID] {
    guard let approach = compiled.approaches.firstIndex(where: { $0.id == judged }) else { return [] }
    var current: Evaluation = self
    var chosen: [QuestionID] = []
    while chosen.count < 10, current.verdictNow(approach) == .cannotTell {
      let narrowed = current.unknownIndices().map { index in
        (index: index, width: current.settingCentral(index).width(approach))
      }
      guard let best = narrowed.min(by: { ($0.width, $0.index) < ($1.width, $1.index) }) else { break }
      chosen.append(questionnaire.questions[best.index].id)
      current = current.settingCentral(best.index)
    }
    return chosen
  }

  private func unknownIndices() -> [Int] {
    answers.indices.filter { answers[$0].origin == .unknown }
  }

  private func verdictNow(_ approach: Int) -> Verdict {
    let score = approachScore(approach, risks(), vetoTruths(), .scores)
    return verdict(on: score, first: score.id).verdict
  }

  private func width(_ approach: Int) -> Double {
    let score = approachScore(approach, risks(), vetoTruths(), .scores)
    return score.fit.high - score.fit.low + score.risk.residual.high - score.risk.residual.low
  }

  /// The same answers with one unknown put at its centre: the middle option or number.
  private func settingCentral(_ index: Int) -> Evaluation {
    let question = questionnaire.questions[index]
    var sheet = sheet
    sheet.answers[question.id] = Answer(central(question, index))
    return Evaluation(
      scorer: scorer, questionnaire: questionnaire, sheet: sheet, replacements: replacements)
  }

  private func central(_ question: Question, _ index: Int) -> AnswerValue {
    switch question.kind {
    case .choice: .option(question.options[question.options.count / 2].id)
    case .choices: .options([question.options[question.options.count / 2].id])
    case .number(let form):
      form.kind == .money
        ? .money(answers[index].value, currency: scorer.knowledge.baseCurrency)
        : .number(answers[index].value)
    }
  }
}
