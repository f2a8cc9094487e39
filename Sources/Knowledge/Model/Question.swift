/// One question a person answers about a scenario.
public struct Question: Hashable, Codable, Sendable {
  public var id: QuestionID
  public var section: SectionID
  public var kind: QuestionKind
  public var text: LocalizedText
  /// Why it is asked.
  public var why: LocalizedText
  /// How to find the answer.
  public var help: LocalizedText
  /// The choices; empty for numbers.
  public var options: [QuestionOption]
  /// How a person can change the answer; nil when it is a given.
  public var action: QuestionAction?
  /// When the question is shown; nil means always.
  public var visibleIf: Condition?
  /// Whether "not applicable" is offered.
  public var mayNotApply: Bool
  public var basis: [Basis]

  public func option(_ id: OptionID) -> QuestionOption? {
    options.first { $0.id == id }
  }
}

public enum QuestionKind: Hashable, Codable, Sendable {
  case choice
  case choices
  case number(NumberForm)

  public var isNumber: Bool {
    if case .number = self { true } else { false }
  }
}

/// What a number question accepts.
public struct NumberForm: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    case count, amount, fraction, money
  }

  public var kind: Kind
  public var unit: LocalizedText?
  public var limits: ClosedRange<Double>
  /// The span that an unknown answer stands for.
  public var plausible: ClosedRange<Double>
  public var scale: NumberScale
}

/// How distances between two numbers are judged.
public enum NumberScale: String, Codable, CaseIterable, Hashable, Sendable {
  case linear, log
}

/// One choice of a question, with a sentence on what choosing it means.
public struct QuestionOption: Hashable, Codable, Sendable {
  public var id: OptionID
  public var label: LocalizedText
  public var meaning: LocalizedText
}

/// What a person can do to change an answer, and how much work that is.
public struct QuestionAction: Hashable, Codable, Sendable {
  public enum Effort: String, Codable, CaseIterable, Hashable, Sendable {
    case low, medium, high
  }

  public var effort: Effort
  public var how: LocalizedText
  /// The options it can lead to, the farthest first; from one of them it leads only to those before it.
  public var to: [OptionID]
}

/// A group of questions shown together.
public struct QuestionSection: Hashable, Codable, Sendable {
  public var id: SectionID
  public var title: LocalizedText
  public var order: Int

  public init(id: SectionID, title: LocalizedText, order: Int) {
    self.id = id
    self.title = title
    self.order = order
  }
}
