import Knowledge

extension Questionnaire {
  /// The measured interval of an observation from data that count; nil when nothing was measured.
  public typealias Measured = (ObservationID, Measurement.Origin) -> ClosedRange<Double>?

  /// Whether a condition holds over resolved answers; hidden and not-applicable answers satisfy no comparison.
  public func truth(
    of condition: Condition, _ answers: [ResolvedAnswer], measured: Measured = { _, _ in nil }
  ) -> Truth {
    switch condition {
    case .isAnyOf(let question, let options): return isAny(of: options, question, answers)
    case .atLeast(let question, let bound):
      return number(question, answers).map { atLeast($0, bound) } ?? .no
    case .atMost(let question, let bound):
      return number(question, answers).map { atLeast($0.negated, -bound) } ?? .no
    case .differenceAtLeast(let first, let second, let bound):
      return difference(first, second, answers).map { atLeast($0, bound) } ?? .no
    case .differenceAtMost(let first, let second, let bound):
      return difference(first, second, answers).map { atLeast($0.negated, -bound) } ?? .no
    case .domainIs(let domains): return Truth(scenario.domain.map(domains.contains) ?? false)
    case .scenarioIs(let scenarios):
      if scenarios.contains(scenario) { return .yes }
      // What the catalog does not know yet may well be one of them.
      return scenario.isOther && scenarios.contains { $0.domain == scenario.domain } ? .undecided : .no
    case .all(let parts):
      return parts.reduce(.yes) { min($0, truth(of: $1, answers, measured: measured)) }
    case .any(let parts):
      return parts.reduce(.no) { max($0, truth(of: $1, answers, measured: measured)) }
    case .not(let part): return truth(of: part, answers, measured: measured).negated
    case .notShownAbove(let observation, let origin, let bound):
      return Truth(measured(observation, origin).map { $0.lowerBound <= bound } ?? false)
    case .shownBelow(let observation, let origin, let question):
      guard let interval = measured(observation, origin), let bar = number(question, answers) else {
        return .no
      }
      return Truth(interval.upperBound < bar.low)
    }
  }

  private func isAny(
    of options: [OptionID], _ id: QuestionID, _ answers: [ResolvedAnswer]
  ) -> Truth {
    guard let index = indices[id], answers[index].applies else { return .no }
    let question = questions[index]
    var wanted: UInt64 = 0
    for (position, option) in question.options.enumerated() where options.contains(option.id) {
      wanted |= 1 << UInt64(position)
    }
    let possible = answers[index].options
    if case .choices = question.kind {
      if answers[index].origin == .unknown { return .undecided }
      if possible & wanted == 0 { return .no }
      return answers[index].mayBeHidden ? .undecided : .yes
    }
    if possible & wanted == 0 { return .no }
    return possible & ~wanted == 0 && !answers[index].mayBeHidden ? .yes : .undecided
  }

  /// The span of a number, and whether it may not be there at all.
  private struct Span {
    var low: Double
    var high: Double
    var mayBeHidden: Bool

    var negated: Span { Span(low: -high, high: -low, mayBeHidden: mayBeHidden) }
  }

  private func number(_ id: QuestionID, _ answers: [ResolvedAnswer]) -> Span? {
    guard let index = indices[id], answers[index].applies else { return nil }
    let answer = answers[index]
    return Span(low: answer.low, high: answer.high, mayBeHidden: answer.mayBeHidden)
  }

  private func difference(
    _ first: QuestionID, _ second: QuestionID, _ answers: [ResolvedAnswer]
  ) -> Span? {
    guard let left = number(first, answers), let right = number(second, answers) else { return nil }
    return Span(
      low: left.low - right.high, high: left.high - right.low,
      mayBeHidden: left.mayBeHidden || right.mayBeHidden)
  }

  private func atLeast(_ span: Span, _ bound: Double) -> Truth {
    // Half a millionth forgives sums of decimal fractions such as 0.9 − 0.85.
    let bound = bound - 5e-7
    if span.high < bound { return .no }
    return span.low >= bound && !span.mayBeHidden ? .yes : .undecided
  }
}
