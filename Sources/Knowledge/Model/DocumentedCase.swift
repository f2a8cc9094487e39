/// A deployment the public knows the end of: what was known before launch, and how it went.
///
/// Cases inform the reader; no score reads them.
public struct DocumentedCase: Hashable, Codable, Sendable {
  public enum Outcome: String, Codable, CaseIterable, Hashable, Sendable {
    case success, mixed, failure
  }

  /// One answer as the catalog writes it, read like an answer of a sheet.
  public struct KnownAnswer: Hashable, Codable, Sendable {
    public var question: QuestionID
    public var value: String
  }

  public var id: CaseID
  public var title: LocalizedText
  /// Nil where it lies in none of the six.
  public var domain: Domain?
  /// Year of the launch.
  public var year: Int
  /// What was known before launch; what was not known is left out.
  public var answers: [KnownAnswer]
  public var approach: ApproachID
  public var outcome: Outcome
  public var why: LocalizedText
  public var basis: [Basis]
}
