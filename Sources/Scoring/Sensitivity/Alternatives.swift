import Knowledge
import Questionnaires

extension Probe {
  /// The answers a question could have instead of its own: other options, or numbers at which something turns.
  func alternatives(_ index: Int) -> [Change] {
    let now = base.answers[index]
    let answers: [ResolvedAnswer]
    switch questionnaire.questions[index].kind {
    case .choice:
      answers = questionnaire.questions[index].options.indices.map { .option($0, origin: .answered) }
    case .choices: answers = []
    case .number(let form):
      answers = scorer.compiled.turningPoints(index, base.answers)
        .filter { form.limits.contains($0) }.sorted().map { .number($0, origin: .answered) }
    }
    return answers.filter { !isSame($0, now) }.map { Change(question: index, answer: $0) }
  }

  private func isSame(_ answer: ResolvedAnswer, _ now: ResolvedAnswer) -> Bool {
    guard now.origin != .unknown, now.applies else { return false }
    return answer.options == now.options && answer.value == now.value
  }

  /// Every visible answer which, changed alone, changes the verdict; the nearest such answer in each direction.
  mutating func pivotalAnswers(_ verdict: Verdict) -> [PivotalAnswer] {
    var pivotal: [PivotalAnswer] = []
    for index in questionnaire.questions.indices
    where base.answers[index].applies && replacements.answers[index] == nil {
      var seen: Set<Verdict> = [verdict]
      let now = base.answers[index].value
      let nearestFirst = alternatives(index).sorted {
        abs($0.answer.value - now) < abs($1.answer.value - now)
      }
      for change in nearestFirst {
        let outcome = outcome([change]).verdict
        guard seen.insert(outcome).inserted else { continue }
        pivotal.append(PivotalAnswer(question: id(index), answer: value(change), verdict: outcome))
      }
    }
    return pivotal
  }

  func id(_ index: Int) -> QuestionID { questionnaire.questions[index].id }

  /// The changed answer as a sheet holds it; money in the base currency.
  func value(_ change: Change) -> AnswerValue {
    let question = questionnaire.questions[change.question]
    guard case .number(let form) = question.kind else {
      return change.answer.chosen.map { .option(question.options[$0].id) } ?? .unknown
    }
    return form.kind == .money
      ? .money(change.answer.value, currency: scorer.knowledge.baseCurrency) : .number(change.answer.value)
  }
}

extension CompiledRubrics {
  /// The numbers of a question at which a demand begins or ceases to be met or a condition turns.
  func turningPoints(_ question: Int, _ answers: [ResolvedAnswer]) -> Set<Double> {
    var points: Set<Double> = []
    for entry in criteria where entry.questionIndices.contains(question) {
      for case .span(let ramp) in entry.demands {
        for bound in [ramp.start, ramp.end] {
          if let point = entry.supply.number(of: question, giving: bound, answers) { points.insert(point) }
        }
      }
    }
    for condition in vetoes.map(\.when) + requirements.compactMap({ $0 }) {
      points.formUnion(condition.turningPoints(question, answers))
    }
    return points
  }
}

extension CompiledSupply {
  /// What one question's number must be for the supply to reach a bound, the others as they are.
  fileprivate func number(of question: Int, giving bound: Double, _ answers: [ResolvedAnswer]) -> Double? {
    switch self {
    case .number(question): return bound
    case .difference(let first, let second):
      return first == question ? bound + answers[second].value : answers[first].value - bound
    case .product(let first, let second, let factor):
      let other = answers[first == question ? second : first].value * factor
      return other == 0 ? nil : bound / other
    default: return nil
    }
  }
}

extension CompiledCondition {
  /// The numbers of a question at which the condition turns, the others as they are.
  fileprivate func turningPoints(_ question: Int, _ answers: [ResolvedAnswer]) -> [Double] {
    switch self {
    case .atLeast(question, let bound), .atMost(question, let bound): return [bound]
    case .differenceAtLeast(let first, let second, let bound),
      .differenceAtMost(let first, let second, let bound):
      if first == question { return [bound + answers[second].value] }
      return second == question ? [answers[first].value - bound] : []
    case .all(let parts), .any(let parts): return parts.flatMap { $0.turningPoints(question, answers) }
    case .not(let part): return part.turningPoints(question, answers)
    default: return []
    }
  }
}
