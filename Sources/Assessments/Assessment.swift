import Evidence
import Knowledge
import Pilots
import Questionnaires
import Recommendations
import Scoring

/// The record of one case: what was answered, what followed, what was measured.
public struct Assessment: Hashable, Codable, Sendable {
  /// Derived from the inputs, so that the same inputs have the same id: 12 hexadecimal digits.
  public var id: String
  public var scenario: ScenarioID
  public var sheet: AnswerSheet
  /// The scorecard from the answers alone.
  public var before: Scorecard
  /// The scorecard with measured evidence in the claims' place; nil without a pilot.
  public var after: Scorecard?
  /// How firmly the scorecard that holds stands; nil in records made before this was kept.
  public var sensitivity: Sensitivity?
  public var recommendation: Recommendation
  public var pilot: PilotResult?
  public var evidence: [EvidenceItem]
  public var versions: Versions
  /// When it was made, ISO 8601; nil where times are left out.
  public var createdAt: String?

  /// The scorecard that holds: the one with evidence if there is one.
  public var scorecard: Scorecard { after ?? before }
}

/// What a recomputation needs to give the same result.
public struct Versions: Hashable, Codable, Sendable {
  public var engine: String
  public var catalog: String
  public var rubrics: String
  public var seed: UInt64
  public var dataFingerprint: String?
}
