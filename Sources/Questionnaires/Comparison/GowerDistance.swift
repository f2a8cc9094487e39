import Foundation
import Knowledge

/// How far two sets of answers lie apart, over the questions both answer.
public struct GowerDistance: Hashable, Codable, Sendable {
  /// 0 where all compared answers are the same, 1 where none have anything in common.
  public var value: Double
  /// How many questions were compared.
  public var compared: Int

  public init(value: Double, compared: Int) {
    self.value = value
    self.compared = compared
  }
}

extension Questionnaire {
  /// The mean of the differences, question by question (Gower 1971, A General Coefficient of Similarity and
  /// Some of Its Properties, Biometrics 27); nil when no question has an answer on both sides.
  ///
  /// One choice: 0 when the same, else 1. Several choices: 1 − common ÷ all named (Jaccard). A number: the
  /// gap as a share of the question's plausible span, on its own scale; outside the span counts as its end.
  /// Unknown, hidden and not-applicable answers are left out. Answers beyond those of this questionnaire too.
  public func distance(_ first: [ResolvedAnswer], _ second: [ResolvedAnswer]) -> GowerDistance? {
    var sum = 0.0
    var compared = 0
    for (question, pair) in zip(questions, zip(first, second)) {
      guard let difference = difference(question, pair.0, pair.1) else { continue }
      sum += difference
      compared += 1
    }
    return compared == 0 ? nil : GowerDistance(value: sum / Double(compared), compared: compared)
  }

  /// A documented case's answers; asked of the questionnaire without a scenario, no presets fill its gaps.
  public func resolve(_ known: [DocumentedCase.KnownAnswer]) -> [ResolvedAnswer] {
    var sheet = AnswerSheet(scenario: scenario, answers: [:])
    for answer in known {
      guard let question = question(answer.question),
        let value = AnswerValue(preset: answer.value, question: question)
      else { continue }
      sheet.answers[question.id] = Answer(value)
    }
    return resolve(sheet)
  }

  private func difference(_ question: Question, _ first: ResolvedAnswer, _ second: ResolvedAnswer) -> Double?
  {
    guard first.isKnown, second.isKnown else { return nil }
    switch question.kind {
    case .choice:
      guard let left = first.chosen, let right = second.chosen else { return nil }
      return left == right ? 0 : 1
    case .choices:
      let all = (first.options | second.options).nonzeroBitCount
      return all == 0 ? 0 : 1 - Double((first.options & second.options).nonzeroBitCount) / Double(all)
    case .number(let form):
      return abs(place(of: first.value, in: form) - place(of: second.value, in: form))
    }
  }

  /// Where a number lies in the plausible span, 0–1.
  private func place(of number: Double, in form: NumberForm) -> Double {
    let low = form.plausible.lowerBound
    let high = form.plausible.upperBound
    guard high > low else { return 0 }
    let inside = min(max(number, low), high)
    return form.scale == .log && low > 0
      ? log(inside / low) / log(high / low) : (inside - low) / (high - low)
  }
}

extension ResolvedAnswer {
  fileprivate var isKnown: Bool { applies && origin != .unknown && !mayBeHidden }
}
