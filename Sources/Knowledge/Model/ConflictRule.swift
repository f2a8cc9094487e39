/// Answers that cannot be true together, and what to do about it.
public struct ConflictRule: Hashable, Codable, Sendable {
  public var id: ConflictID
  /// Holds exactly when the answers contradict one another.
  public var when: Condition
  /// What contradicts what, and what to do.
  public var text: LocalizedText
}
