import Knowledge

/// The answers to a questionnaire scored by points.
public struct PointsSheet: Hashable, Sendable {
  public enum Answer: Hashable, Sendable {
    /// In the question's order.
    case options([OptionID])
    /// Words, which never score.
    case text
    /// Said to be unknown; counts like no answer.
    case unknown
  }

  /// An answer that the questionnaire does not offer and its rubric leaves out.
  public struct Dropped: Hashable, Sendable {
    public var question: QuestionID
    /// As written.
    public var value: String
    public var position: SourcePosition
  }

  /// What the sheet calls itself.
  public var id: String?
  public var title: String?
  public var answers: [QuestionID: Answer]
  public var dropped: [Dropped]

  public init(
    id: String? = nil, title: String? = nil, answers: [QuestionID: Answer], dropped: [Dropped] = []
  ) {
    self.id = id
    self.title = title
    self.answers = answers
    self.dropped = dropped
  }

  /// The options chosen; nil without an answer that names any.
  public func chosen(_ question: QuestionID) -> [OptionID]? {
    if case .options(let options) = answers[question] { options } else { nil }
  }

  /// Whether it has an answer other than `unknown`.
  public func isAnswered(_ question: QuestionID) -> Bool {
    switch answers[question] {
    case .options, .text: true
    case .unknown, nil: false
    }
  }
}
