import Knowledge

extension Questionnaire {
  /// Whether a condition holds over resolved answers; hidden and not-applicable answers satisfy no comparison.
  public func truth(of condition: Condition, _ answers: [ResolvedAnswer]) -> Truth {
    switch condition {
    case .isAnyOf(let question, let options): return isAny(of: options, question, answers)
    case .atLeast(let question, let bound):
      return number(question, answers).map { atLeast($0.low, $0.high, bound) } ?? .no
    case .atMost(let question, let bound):
      return number(question, answers).map { atLeast(-$0.high, -$0.low, -bound) } ?? .no
    case .differenceAtLeast(let first, let second, let bound):
      return difference(first, second, answers).map { atLeast($0.low, $0.high, bound) } ?? .no
    case .differenceAtMost(let first, let second, let bound):
      return difference(first, second, answers).map { atLeast(-$0.high, -$0.low, -bound) } ?? .no
    case .all(let parts):
      return parts.reduce(.yes) { min($0, truth(of: $1, answers)) }
    case .any(let parts):
      return parts.reduce(.no) { max($0, truth(of: $1, answers)) }
    case .not(let part): return truth(of: part, answers).negated
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
      return Truth(possible & wanted != 0)
    }
    if possible & wanted == 0 { return .no }
    return possible & ~wanted == 0 ? .yes : .undecided
  }

  private func number(
    _ id: QuestionID, _ answers: [ResolvedAnswer]
  ) -> (low: Double, high: Double)? {
    guard let index = indices[id], answers[index].applies else { return nil }
    return (answers[index].low, answers[index].high)
  }

  private func difference(
    _ first: QuestionID, _ second: QuestionID, _ answers: [ResolvedAnswer]
  ) -> (low: Double, high: Double)? {
    guard let left = number(first, answers), let right = number(second, answers) else { return nil }
    return (left.low - right.high, left.high - right.low)
  }

  private func atLeast(_ low: Double, _ high: Double, _ bound: Double) -> Truth {
    // Half a millionth forgives sums of decimal fractions such as 0.9 − 0.85.
    let bound = bound - 5e-7
    if low >= bound { return .yes }
    return high < bound ? .no : .undecided
  }
}
