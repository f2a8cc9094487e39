import Foundation
import Knowledge
import Questionnaires

extension Probe {
  /// The answers a question can have: every option, or five numbers across the plausible span.
  func possibleAnswers(_ index: Int) -> [Change] {
    let question = questionnaire.questions[index]
    let answers: [ResolvedAnswer]
    switch question.kind {
    case .choice:
      answers = question.options.indices.map { .option($0, origin: .answered) }
    case .choices:
      // One at a time, all and none stand for the many sets.
      let all = unknownAnswer(to: question).options
      answers = ([0, all] + question.options.indices.map { 1 << UInt64($0) }).map {
        ResolvedAnswer(origin: .answered, options: $0)
      }
    case .number(let form):
      answers = (0...4).map { .number(form.plausible(at: Double($0) / 4), origin: .answered) }
    }
    return answers.map { Change(question: index, answer: $0) }
  }

  /// One answer drawn from those a question can have, each alike.
  func randomAnswer(_ index: Int, using generator: inout SplitMix64) -> Change {
    let question = questionnaire.questions[index]
    switch question.kind {
    case .choice:
      let option = Int(generator.uniform() * Double(question.options.count))
      return Change(question: index, answer: .option(option, origin: .answered))
    case .choices:
      let chosen = generator.next() & unknownAnswer(to: question).options
      return Change(question: index, answer: ResolvedAnswer(origin: .answered, options: chosen))
    case .number(let form):
      let number = form.plausible(at: generator.uniform())
      return Change(question: index, answer: .number(number, origin: .answered))
    }
  }
}

extension NumberForm {
  /// The number at a share of the plausible span, along the question's scale.
  func plausible(at share: Double) -> Double {
    let (low, high) = (plausible.lowerBound, plausible.upperBound)
    guard scale == .log else { return low + share * (high - low) }
    return low > 0
      ? low * pow(high / low, share) : expm1(log1p(low) + share * (log1p(high) - log1p(low)))
  }
}
