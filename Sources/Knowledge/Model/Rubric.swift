/// One point of view on a scenario: its criteria, risks, vetoes and what measured evidence replaces.
public struct Rubric: Hashable, Codable, Sendable {
  public var id: RubricID
  public var title: LocalizedText
  public var summary: LocalizedText
  /// Share of the whole fit, 0–1; over all rubrics they add up to 1.
  public var weight: Double
  public var criteria: [Criterion]
  public var measurements: [Measurement]
  public var risks: [Risk]
  public var vetoes: [Veto]
  public var basis: [Basis]
}

/// One comparison of what the scenario supplies with what an approach demands.
public struct Criterion: Hashable, Codable, Sendable {
  public var id: CriterionID
  public var title: LocalizedText
  public var explanation: LocalizedText
  /// A sentence for reports when this is a strength.
  public var good: LocalizedText
  /// A sentence for reports when this is a weakness.
  public var poor: LocalizedText
  /// Share within its rubric, 0–1.
  public var weight: Double
  public var scale: NumberScale
  public var supply: Supply
  public var basis: [Basis]
}

/// What a scenario supplies to a criterion.
public indirect enum Supply: Hashable, Codable, Sendable {
  /// A number question's number; money in the base currency.
  case number(QuestionID)
  /// A choice question's option; demands say how far each is accepted.
  case option(QuestionID)
  /// A level 0–1 for every option.
  case levels(QuestionID, [OptionID: Double])
  /// A number for every option.
  case numbers(QuestionID, [OptionID: Double])
  case difference(QuestionID, QuestionID)
  case product(QuestionID, QuestionID, factor: Double)
  case combined(Combination, [Supply])

  public enum Combination: String, Codable, CaseIterable, Hashable, Sendable {
    case min, max, mean, product
  }

  /// Every question it reads, in order of appearance.
  public var questions: [QuestionID] {
    switch self {
    case .number(let question), .option(let question), .levels(let question, _),
      .numbers(let question, _):
      [question]
    case .difference(let first, let second), .product(let first, let second, _): [first, second]
    case .combined(_, let parts): parts.flatMap(\.questions)
    }
  }
}

/// What an approach demands from a criterion's supply.
public enum Demand: Hashable, Codable, Sendable {
  case nothing
  /// Satisfied = min(1, supply ÷ level).
  case level(Double)
  /// 0 at `minimum`, 1 at `comfortable`, along the criterion's scale; less is better when minimum > comfortable.
  case span(minimum: Double, comfortable: Double)
  /// How far each option satisfies, 0–1.
  case accepts([OptionID: Double])
}

/// Something that can go wrong: likelihood × impact, lowered by mitigations.
public struct Risk: Hashable, Codable, Sendable {
  public var id: RiskID
  public var title: LocalizedText
  public var explanation: LocalizedText
  /// Likelihood before any driver, 0–1.
  public var base: Double
  /// Level supplies; likelihood = 1 − (1 − base) × Π (1 − driver).
  public var drivers: [Supply]
  public var impact: Supply
  public var mitigations: [Mitigation]
  public var basis: [Basis]
}

/// Something in place that removes a share of one risk.
public struct Mitigation: Hashable, Codable, Sendable {
  public var id: MitigationID
  public var title: LocalizedText
  /// A level supply: the share of the risk removed, 0–1.
  public var removed: Supply
  public var basis: [Basis]
}

/// A fact that no other strength can outweigh.
public struct Veto: Hashable, Codable, Sendable {
  public var id: VetoID
  public var when: Condition
  public var approaches: [ApproachID]
  /// The fit cannot pass this, 0–100.
  public var capFit: Double
  /// The verdict cannot be better than this; nil when only the fit is capped.
  public var verdict: VerdictLevel?
  public var reason: LocalizedText
  public var basis: [Basis]
}

/// The verdict levels knowledge files may name, best first.
public enum VerdictLevel: String, Codable, CaseIterable, Hashable, Sendable {
  case go
  case pilotFirst = "pilot-first"
  case redesign
  case noGo = "no-go"
}

/// Which measured fact replaces which claim.
public struct Measurement: Hashable, Codable, Sendable {
  /// Which data an observation must come from to count.
  public enum Origin: String, Codable, CaseIterable, Hashable, Sendable {
    case userData = "user-data"
    case any
  }

  public enum Replacement: Hashable, Codable, Sendable {
    /// The number itself becomes the answer.
    case number(QuestionID)
    /// The option whose band holds the number becomes the answer; bounds rise, the last is infinite.
    case bands(QuestionID, [Band])
    /// The number becomes the criterion's supply.
    case supply(CriterionID)
    /// The number becomes the demand's minimum, for the approach that was piloted.
    case demand(CriterionID, comfortableFactor: Double)
  }

  public struct Band: Hashable, Codable, Sendable {
    /// Numbers below this belong to the band; infinity for the last.
    public var below: Double
    public var option: OptionID

    public init(below: Double, option: OptionID) {
      self.below = below
      self.option = option
    }
  }

  public var observation: ObservationID
  public var origin: Origin
  public var replaces: Replacement
  public var basis: [Basis]
}
