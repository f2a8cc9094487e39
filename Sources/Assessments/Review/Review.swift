import Scoring

/// What an approver said of an assessment; it stands beside the computed verdict and never replaces it.
public struct Review: Hashable, Codable, Sendable {
  public var by: String
  /// ISO 8601; nil where times are left out.
  public var at: String?
  public var agrees: Bool
  /// The verdict the approver stands for: the computed one when they agree.
  public var verdict: Verdict
  /// The computed verdict they had before them.
  public var computed: Verdict
  /// Always there for an override.
  public var reason: String?

  public init(
    by: String, at: String?, agrees: Bool, verdict: Verdict, computed: Verdict, reason: String?
  ) {
    self.by = by
    self.at = at
    self.agrees = agrees
    self.verdict = verdict
    self.computed = computed
    self.reason = reason
  }
}
