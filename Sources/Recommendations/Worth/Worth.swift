import Knowledge

/// What a scenario brings and what each approach costs, with the parts that answers leave open named.
public struct Worth: Hashable, Codable, Sendable {
  /// Months within which building and running have to be paid back.
  public static let horizonMonths = 12.0

  /// The currency of every amount here.
  public var currency: String
  /// The currency the person answered in, with its rate; nil when it is the base, or no money was answered.
  public var answeredIn: AnsweredCurrency?
  /// The date of the prices.
  public var pricesDate: String
  /// Cases a month as answered; nil when unknown.
  public var cases: Double?
  /// What a month brings beyond today's way when the score wanted is reached; nil when no part is known.
  public var monthly: AmountRange?
  /// What one case brings, at the likely figures.
  public var perCase: Double?
  /// How the value is made up.
  public var parts: [ValuePart]
  /// Answers without which the value is not complete.
  public var missing: [QuestionID]
  /// True when the score is no share of right results, so that errors can only be guessed from it.
  public var scoreIsNoShare: Bool
  /// In the order of their rank.
  public var approaches: [ApproachWorth]
  /// The cheapest approach that is good enough by all that is known; nil when none is.
  public var cheapestSufficient: ApproachID?
  /// Whether "cheapest" goes by cost; false when answers leave costs open and the catalog's order decides.
  public var cheapestByCost: Bool
}

public struct AnsweredCurrency: Hashable, Codable, Sendable {
  public var code: String
  /// Units of the base currency for one unit.
  public var rate: Double

  public init(code: String, rate: Double) {
    self.code = code
    self.rate = rate
  }
}

/// One part of a month's value.
public struct ValuePart: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    /// Work that is no longer done.
    case time
    /// More right results.
    case right
    /// Fewer wrong results, or, where nothing is done today, the wrong ones that come.
    case wrong
  }

  public var kind: Kind
  /// Nil when an answer is missing.
  public var monthly: AmountRange?
  /// The formula with its numbers.
  public var how: LocalizedText
  public var causedBy: [QuestionID]
  public var missing: [QuestionID]
  public var basis: [Basis]
}

/// What one approach costs, brings and would have to bring.
public struct ApproachWorth: Hashable, Codable, Sendable {
  /// Why an approach is not good enough by what is known.
  public enum Shortfall: String, Codable, CaseIterable, Hashable, Sendable {
    /// Under the bounds of "pilot first".
    case fit, risk
    case veto
    /// Measured, or known of today's way, under the score wanted.
    case score
  }

  /// Which score its value goes by.
  public enum ScoreOrigin: String, Codable, CaseIterable, Hashable, Sendable {
    /// It is taken to reach the score wanted.
    case target
    /// Measured on the person's own data.
    case measured
    /// It is what is done today.
    case today
  }

  public var id: ApproachID
  public var shortfalls: [Shortfall]
  public var scoreOrigin: ScoreOrigin
  public var items: [CostItem]
  /// Nil when an answer is missing for one of the items.
  public var once: AmountRange?
  public var monthly: AmountRange?
  /// Building it and running it for a year.
  public var whole: AmountRange?
  /// Answers without which cost or value is not complete.
  public var missing: [QuestionID]
  /// At the likely figures, of the items that are known.
  public var shape: CostShape
  public var monthlyValue: AmountRange?
  /// Cases a month from which it pays within a year; nil when it cannot be told.
  public var breakEven: Reach?
  /// Months until it has paid for itself at the volume answered; nil when it cannot be told.
  public var payback: Reach?
  /// Points of the score, 0–100, by which it must beat the cheapest sufficient approach to pay what it costs
  /// more; nil when it costs no more, or it cannot be told.
  public var gainNeeded: Reach?
  /// Points of the score that are left above the cheapest sufficient approach; nil when not known.
  public var gainLeft: Double?

  public var isSufficient: Bool { shortfalls.isEmpty }
}

/// One line of an approach's cost.
public struct CostItem: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    case labelling, training, integration
    case serving, review, upkeep, retraining

    /// Whether it is paid once, and not every month.
    public var isOnce: Bool { self == .labelling || self == .training || self == .integration }
  }

  public var kind: Kind
  /// Once, or a month; nil when an answer is missing.
  public var amount: AmountRange?
  /// The formula with its numbers.
  public var how: LocalizedText
  public var causedBy: [QuestionID]
  public var missing: [QuestionID]
  public var basis: [Basis]
}
