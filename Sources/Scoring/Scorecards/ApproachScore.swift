import Knowledge

/// How well one approach suits the scenario, and why.
public struct ApproachScore: Hashable, Codable, Sendable {
  public var id: ApproachID
  /// 0–100, after vetoes.
  public var fit: ScoreRange
  public var risk: RiskLevels
  /// Fit minus the policy's weight times residual risk.
  public var rankingScore: Double
  public var rubrics: [RubricScore]
  public var criteria: [CriterionScore]
  public var risks: [RiskScore]
  public var vetoes: [VetoHit]
  /// 100 plus all `points` is the fit's value.
  public var contributions: [Contribution]
  /// All `points` add up to the residual risk's value.
  public var riskContributions: [Contribution]
  /// 100 plus all `points` is the fit's value, answer by answer; nil in records made before this was kept.
  public var answerContributions: [AnswerContribution]?
  /// The strongest facts for and against, largest first.
  public var reasons: [Reason]
}

public struct RubricScore: Hashable, Codable, Sendable {
  public var id: RubricID
  /// 0–100; nil when no criterion of the rubric applies.
  public var fit: ScoreRange?
  public var risk: RiskLevels
}

public struct CriterionScore: Hashable, Codable, Sendable {
  public var id: CriterionID
  public var rubric: RubricID
  /// Share within the rubric after criteria that do not apply have dropped out, 0–1.
  public var weight: Double
  /// 0–100; nil when the criterion does not apply.
  public var fit: ScoreRange?
  public var state: AnswerState
  public var questions: [QuestionID]
}

/// What a criterion's or risk's inputs rest on.
public enum AnswerState: String, Codable, CaseIterable, Hashable, Sendable {
  case answered, preset, unknown, measured
  case notApplicable = "not-applicable"
}

public struct RiskScore: Hashable, Codable, Sendable {
  public var id: RiskID
  public var rubric: RubricID
  /// 0–100 each.
  public var inherent: ScoreRange
  public var residual: ScoreRange
  public var mitigations: [MitigationCredit]
  public var questions: [QuestionID]
  /// All `points` add up to the residual's value, answer by answer; nil in records made before this was kept.
  public var answerContributions: [AnswerContribution]?
}

/// A mitigation in place and the share of its risk it removes, 0–1.
public struct MitigationCredit: Hashable, Codable, Sendable {
  public var id: MitigationID
  public var removed: Double

  public init(id: MitigationID, removed: Double) {
    self.id = id
    self.removed = removed
  }
}

/// A veto that applies, or might while answers are unknown.
public struct VetoHit: Hashable, Codable, Sendable {
  public var id: VetoID
  public var rubric: RubricID
  public var capFit: Double
  public var verdict: VerdictLevel?
  /// False when an unknown answer decides whether it applies; then it lowers only the worst case.
  public var certain: Bool
  public var questions: [QuestionID]
}

/// Signed points that one criterion, veto or risk brings.
public struct Contribution: Hashable, Codable, Sendable {
  public enum Origin: String, Codable, CaseIterable, Hashable, Sendable {
    case criterion, veto, risk
  }

  public var origin: Origin
  /// The criterion's, veto's or risk's id.
  public var id: String
  public var rubric: RubricID
  public var points: Double
  public var questions: [QuestionID]
}

/// One fact for or against an approach, worded by the catalog.
public struct Reason: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    case strength, weakness, unknown, veto, risk
  }

  public var kind: Kind
  /// The criterion's, veto's or risk's id.
  public var id: String
  /// How many points it costs, or secures in case of a strength.
  public var points: Double
  public var questions: [QuestionID]
}
