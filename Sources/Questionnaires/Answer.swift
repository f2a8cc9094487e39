import Knowledge

/// What a person said to one question.
public struct Answer: Hashable, Codable, Sendable {
  public var value: AnswerValue
  public var note: String?
  /// Where the person has it from.
  public var source: String?
  /// Who answered.
  public var by: String?
  /// When it was answered: a day in ISO 8601, or a day and a time.
  public var at: String?

  public init(
    _ value: AnswerValue, note: String? = nil, source: String? = nil, by: String? = nil,
    at: String? = nil
  ) {
    self.value = value
    self.note = note
    self.source = source
    self.by = by
    self.at = at
  }
}

/// The value of an answer; unknown is a value of its own and never zero.
public enum AnswerValue: Hashable, Codable, Sendable {
  case option(OptionID)
  case options([OptionID])
  case number(Double)
  case money(Double, currency: String)
  case unknown
  case notApplicable
}

/// One scenario's answers.
public struct AnswerSheet: Hashable, Codable, Sendable {
  public var scenario: ScenarioID
  /// What the person calls the case; it never enters a score.
  public var title: String?
  public var answers: [QuestionID: Answer]
  /// The control its pilot is run as; nil for an ordinary pilot.
  public var control: PilotControl?

  public init(
    scenario: ScenarioID, title: String? = nil, answers: [QuestionID: Answer], control: PilotControl? = nil
  ) {
    self.scenario = scenario
    self.title = title
    self.answers = answers
    self.control = control
  }
}
