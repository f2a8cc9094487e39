import Knowledge

/// A condition with question ids turned into indices and options into bits, so that it is decided without look-ups.
public indirect enum CompiledCondition: Sendable {
  /// Bit i of `wanted` is set for option i; `several` when more than one option may be chosen.
  case options(Int, wanted: UInt64, several: Bool)
  case atLeast(Int, Double)
  case atMost(Int, Double)
  case differenceAtLeast(Int, Int, Double)
  case differenceAtMost(Int, Int, Double)
  case notShownAbove(ObservationID, Measurement.Origin, Double)
  case shownBelow(ObservationID, Measurement.Origin, Int)
  case all([CompiledCondition])
  case any([CompiledCondition])
  case not(CompiledCondition)

  /// The measured interval of an observation from data that count; nil when nothing was measured.
  public typealias Measured = (ObservationID, Measurement.Origin) -> ClosedRange<Double>?

  /// A comparison with a question the questionnaire does not hold is never true.
  public init(_ condition: Condition, _ questionnaire: Questionnaire) {
    let never = CompiledCondition.any([])
    func index(_ question: QuestionID) -> Int? { questionnaire.index(of: question) }
    switch condition {
    case .isAnyOf(let id, let options):
      guard let index = index(id) else {
        self = never
        return
      }
      let question = questionnaire.questions[index]
      var wanted: UInt64 = 0
      for (position, option) in question.options.enumerated() where options.contains(option.id) {
        wanted |= 1 << UInt64(position)
      }
      let several = if case .choices = question.kind { true } else { false }
      self = .options(index, wanted: wanted, several: several)
    case .atLeast(let id, let bound): self = index(id).map { .atLeast($0, bound) } ?? never
    case .atMost(let id, let bound): self = index(id).map { .atMost($0, bound) } ?? never
    case .differenceAtLeast(let first, let second, let bound):
      guard let left = index(first), let right = index(second) else {
        self = never
        return
      }
      self = .differenceAtLeast(left, right, bound)
    case .differenceAtMost(let first, let second, let bound):
      guard let left = index(first), let right = index(second) else {
        self = never
        return
      }
      self = .differenceAtMost(left, right, bound)
    case .notShownAbove(let observation, let origin, let bound):
      self = .notShownAbove(observation, origin, bound)
    case .shownBelow(let observation, let origin, let id):
      self = index(id).map { .shownBelow(observation, origin, $0) } ?? never
    case .all(let parts): self = .all(parts.map { CompiledCondition($0, questionnaire) })
    case .any(let parts): self = .any(parts.map { CompiledCondition($0, questionnaire) })
    case .not(let part): self = .not(CompiledCondition(part, questionnaire))
    }
  }

  /// The indices of every question it reads, in order of appearance.
  public var questions: [Int] {
    switch self {
    case .options(let index, _, _), .atLeast(let index, _), .atMost(let index, _),
      .shownBelow(_, _, let index):
      [index]
    case .differenceAtLeast(let first, let second, _), .differenceAtMost(let first, let second, _):
      [first, second]
    case .notShownAbove: []
    case .all(let parts), .any(let parts): parts.flatMap(\.questions)
    case .not(let part): part.questions
    }
  }

  /// Whether it holds over resolved answers; hidden and not-applicable answers satisfy no comparison.
  public func truth(
    _ answers: [ResolvedAnswer], measured: Measured = { _, _ in nil }
  ) -> Truth {
    switch self {
    case .options(let index, let wanted, let several):
      return isAny(of: wanted, several: several, answers[index])
    case .atLeast(let index, let bound):
      return span(answers[index]).map { reaches($0, bound) } ?? .no
    case .atMost(let index, let bound):
      return span(answers[index]).map { reaches($0.negated, -bound) } ?? .no
    case .differenceAtLeast(let first, let second, let bound):
      return difference(answers[first], answers[second]).map { reaches($0, bound) } ?? .no
    case .differenceAtMost(let first, let second, let bound):
      return difference(answers[first], answers[second]).map { reaches($0.negated, -bound) } ?? .no
    case .notShownAbove(let observation, let origin, let bound):
      return Truth(measured(observation, origin).map { $0.lowerBound <= bound } ?? false)
    case .shownBelow(let observation, let origin, let index):
      guard let interval = measured(observation, origin), let bar = span(answers[index]) else { return .no }
      return Truth(interval.upperBound < bar.low)
    case .all(let parts):
      var result = Truth.yes
      for part in parts where result > .no { result = min(result, part.truth(answers, measured: measured)) }
      return result
    case .any(let parts):
      var result = Truth.no
      for part in parts where result < .yes { result = max(result, part.truth(answers, measured: measured)) }
      return result
    case .not(let part): return part.truth(answers, measured: measured).negated
    }
  }
}

private func isAny(of wanted: UInt64, several: Bool, _ answer: ResolvedAnswer) -> Truth {
  guard answer.applies else { return .no }
  let possible = answer.options
  if several {
    if answer.origin == .unknown { return .undecided }
    if possible & wanted == 0 { return .no }
    return answer.mayBeHidden ? .undecided : .yes
  }
  if possible & wanted == 0 { return .no }
  return possible & ~wanted == 0 && !answer.mayBeHidden ? .yes : .undecided
}

/// The span of a number, and whether it may not be there at all.
private struct Span {
  var low: Double
  var high: Double
  var mayBeHidden: Bool

  var negated: Span { Span(low: -high, high: -low, mayBeHidden: mayBeHidden) }
}

private func span(_ answer: ResolvedAnswer) -> Span? {
  guard answer.applies else { return nil }
  return Span(low: answer.low, high: answer.high, mayBeHidden: answer.mayBeHidden)
}

private func difference(_ first: ResolvedAnswer, _ second: ResolvedAnswer) -> Span? {
  guard let left = span(first), let right = span(second) else { return nil }
  return Span(
    low: left.low - right.high, high: left.high - right.low,
    mayBeHidden: left.mayBeHidden || right.mayBeHidden)
}

private func reaches(_ span: Span, _ bound: Double) -> Truth {
  // Half a millionth forgives sums of decimal fractions such as 0.9 − 0.85.
  let bound = bound - 5e-7
  if span.high < bound { return .no }
  return span.low >= bound && !span.mayBeHidden ? .yes : .undecided
}
