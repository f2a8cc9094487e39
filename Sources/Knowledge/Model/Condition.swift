/// A statement about answers that is true, false or, over unknown answers, undecided.
public indirect enum Condition: Hashable, Codable, Sendable {
  case isAnyOf(QuestionID, [OptionID])
  case atLeast(QuestionID, Double)
  case atMost(QuestionID, Double)
  case differenceAtLeast(QuestionID, minus: QuestionID, Double)
  case differenceAtMost(QuestionID, minus: QuestionID, Double)
  /// The measured interval reaches down to the bound or below it; false without a measurement.
  case notShownAbove(ObservationID, Measurement.Origin, Double)
  /// The whole measured interval lies below the number answered; false without a measurement.
  case shownBelow(ObservationID, Measurement.Origin, QuestionID)
  /// Something was answered, whatever it is.
  case answered(QuestionID)
  /// The scenario is one of these; undecided for the `other` of a domain in which one of them lies.
  case scenarioIs([ScenarioID])
  case domainIs([Domain])
  case all([Condition])
  case any([Condition])
  case not(Condition)

  /// Every question the statement reads, in order of appearance.
  public var questions: [QuestionID] {
    switch self {
    case .isAnyOf(let question, _), .atLeast(let question, _), .atMost(let question, _),
      .answered(let question):
      [question]
    case .differenceAtLeast(let first, let second, _), .differenceAtMost(let first, let second, _):
      [first, second]
    case .notShownAbove, .scenarioIs, .domainIs: []
    case .shownBelow(_, _, let question): [question]
    case .all(let parts), .any(let parts): parts.flatMap(\.questions)
    case .not(let part): part.questions
    }
  }
}
