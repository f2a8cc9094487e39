import Questionnaires

/// How firmly a scorecard stands, and what would move it.
public struct Sensitivity: Hashable, Codable, Sendable {
  public var stability: Stability
  public var changes: Changes

  public init(stability: Stability, changes: Changes) {
    self.stability = stability
    self.changes = changes
  }
}

extension Scorer {
  /// Stability and changes of the scorecard with the same sheet and observations.
  public func sensitivity(
    for sheet: AnswerSheet, observations: [Observation] = [], seed: UInt64
  ) -> Sensitivity {
    Sensitivity(
      stability: stability(for: sheet, observations: observations, seed: seed),
      changes: changes(for: sheet, observations: observations))
  }
}
