/// Something to learn from; title, author, date and address are the source's.
public struct LearningResource: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    case book, course, paper, tool
  }

  public enum Level: String, Codable, CaseIterable, Hashable, Sendable {
    case beginner, practitioner, expert
  }

  public var source: SourceID
  public var kind: Kind
  public var level: Level
  /// The language it is written or held in, a code such as `en` or `zh`.
  public var language: String
  /// What one learns there.
  public var why: LocalizedText
}
