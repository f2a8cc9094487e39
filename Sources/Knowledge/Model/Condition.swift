/// A statement about answers that is true, false or, over unknown answers, undecided.
public indirect enum Condition: Hashable, Codable, Sendable {
  case isAnyOf(QuestionID, [OptionID])
  case atLeast(QuestionID, Double)
  case atMost(QuestionID, Double)
  case differenceAtLeast(QuestionID, minus: QuestionID, Double)
  case differenceAtMost(QuestionID, minus: QuestionID, Double)
  case all([Condition])
  case any([Condition])
  case not(Condition)

  /// Every question the statement reads, in order of appearance.
  public var questions: [QuestionID] {
    switch self {
    case .isAnyOf(let question, _), .atLeast(let question, _), .atMost(let question, _): [question]
    case .differenceAtLeast(let first, let second, _), .differenceAtMost(let first, let second, _):
      [first, second]
    case .all(let parts), .any(let parts): parts.flatMap(\.questions)
    case .not(let part): part.questions
    }
  }
}
