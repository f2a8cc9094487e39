/// A questionnaire scored by points, checked and ready to use: it stands in the place of a `KnowledgeBase`
/// where a folder's rubric is of the kind `points`.
public struct PointsKnowledge: Hashable, Sendable {
  /// The languages every text exists in, as tags such as `en`; the first one stands in for others.
  public var languages: [String]
  /// In the order they are asked.
  public var sections: [PointsSection]
  /// In the order they are asked; each one's condition includes its section's.
  public var questions: [PointsQuestion]
  public var rubric: PointsRubric
  public var sources: [Source]
  /// Fingerprint of all its files.
  public var version: String

  /// The wanted language where the texts exist in it, else the first one.
  public func language(nearest wanted: String) -> String {
    languages.contains(wanted) ? wanted : languages[0]
  }
}

/// One text in every language its catalog declares.
public struct TranslatedText: Hashable, Sendable {
  public var texts: [String: String]

  public init(_ texts: [String: String]) {
    self.texts = texts
  }

  /// The text in a declared language; empty in any other.
  public subscript(language: String) -> String { texts[language] ?? "" }
}

/// A group of questions shown together.
public struct PointsSection: Hashable, Sendable {
  public var id: SectionID
  public var title: TranslatedText
  public var order: Int
  /// When its questions are shown at all; nil means always.
  public var visibleIf: Condition?
}
