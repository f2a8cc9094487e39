/// One question of a questionnaire scored by points; its points stand in the rubric.
public struct PointsQuestion: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case choice, choices
    /// Words that never score.
    case text
  }

  public var id: QuestionID
  /// Its name where it came from; sheets may use either.
  public var alias: String?
  public var section: SectionID
  public var kind: Kind
  public var text: TranslatedText
  public var help: TranslatedText?
  /// Empty for texts.
  public var options: [PointsOption]
  public var visibleIf: Condition?

  /// The name it came with, else its id.
  public var name: String { alias ?? id.name }

  /// The option an id or alias names.
  public func option(named name: String) -> PointsOption? {
    options.first { $0.name == name } ?? options.first { $0.id.name == name }
  }
}

/// One choice of a question.
public struct PointsOption: Hashable, Sendable {
  public var id: OptionID
  /// Its value where it came from; sheets may use either.
  public var alias: String?
  public var label: TranslatedText

  /// The value it came with, else its id.
  public var name: String { alias ?? id.name }
}

extension PointsQuestion {
  /// The question with its section's condition added to its own.
  func shown(within section: PointsSection) -> PointsQuestion {
    var question = self
    question.visibleIf = joined([section.visibleIf, visibleIf].compactMap { $0 })
    return question
  }
}

/// One condition that holds when all do; nil for none.
func joined(_ conditions: [Condition]) -> Condition? {
  conditions.count > 1 ? .all(conditions) : conditions.first
}
