import Knowledge

/// What the answers (and observations) say about a scenario.
public struct Scorecard: Hashable, Codable, Sendable {
  public var scenario: ScenarioID
  public var verdict: Verdict
  public var verdictReasons: [VerdictReason]
  /// The fewest answers that would settle a `cannot-tell`; empty otherwise.
  public var settledBy: [QuestionID]
  /// How surely those answers settle it; nil where the verdict is settled.
  public var settling: Settling?
  /// The approach that ranks first; `no-ai` is possible.
  public var recommended: ApproachID
  /// The approach the verdict, fit and risk below are about: the best one that uses a model.
  public var judged: ApproachID
  /// 0–100, higher is better.
  public var fit: ScoreRange
  public var risk: RiskLevels
  /// Scores of the judged approach by rubric, in the rubrics' order.
  public var rubrics: [RubricScore]
  /// All approaches, best first.
  public var approaches: [ApproachScore]
  public var completeness: Completeness
}

public enum Verdict: String, Codable, CaseIterable, Hashable, Sendable {
  case go
  case pilotFirst = "pilot-first"
  case redesign
  case noGo = "no-go"
  case cannotTell = "cannot-tell"
}

/// How many of the visible questions have an answer.
public struct Completeness: Hashable, Codable, Sendable {
  public var asked: Int
  public var answered: Int
  /// Answered by the scenario's presets.
  public var preset: Int
  public var unknown: Int
  public var notApplicable: Int
}

/// Why the verdict is what it is.
public struct VerdictReason: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    /// The fit reaches `bound`.
    case fitReaches = "fit-reaches"
    /// The fit is under the `bound` that the next better verdict asks for.
    case fitBelow = "fit-below"
    case riskWithin = "risk-within"
    case riskAbove = "risk-above"
    /// `reference` is the veto.
    case veto
    /// What the next better verdict requires is missing; `questions` would supply it.
    case requirementMissing = "requirement-missing"
    /// Best and worst case lie on two sides of a boundary.
    case rangeCrosses = "range-crosses"
    /// Rules or people rank first.
    case rulesSuffice = "rules-suffice"
  }

  public var kind: Kind
  public var reference: String?
  public var bound: Double?
  public var actual: Double?
  public var questions: [QuestionID]
  /// The verdict this reason speaks of, for example the next better one.
  public var verdict: Verdict?

  public init(
    _ kind: Kind, reference: String? = nil, bound: Double? = nil, actual: Double? = nil,
    questions: [QuestionID] = [], verdict: Verdict? = nil
  ) {
    self.kind = kind
    self.reference = reference
    self.bound = bound
    self.actual = actual
    self.questions = questions
    self.verdict = verdict
  }
}
