/// A figure as its lowest, likely and highest value; low ≤ likely ≤ high, none of them negative.
public struct FigureRange: Hashable, Codable, Sendable {
  public var low: Double
  public var likely: Double
  public var high: Double

  public init(_ low: Double, _ likely: Double, _ high: Double) {
    self.low = low
    self.likely = likely
    self.high = high
  }

  /// A figure without a spread.
  public init(_ value: Double) {
    self.init(value, value, value)
  }
}

/// A figure with its ground.
public struct PricedFigure: Hashable, Codable, Sendable {
  public var range: FigureRange
  public var basis: [Basis]
}

/// A figure for every option of a choice question.
public struct PricedOptions: Hashable, Codable, Sendable {
  public var question: QuestionID
  public var ranges: [OptionID: FigureRange]
  public var basis: [Basis]

  /// From the lowest to the highest over all options, with the middle one's likely figure: what an
  /// unknown answer stands for.
  public var span: FigureRange {
    let likely = ranges.values.map(\.likely).sorted()
    guard let low = ranges.values.map(\.low).min(), let high = ranges.values.map(\.high).max() else {
      return FigureRange(0)
    }
    return FigureRange(low, likely[likely.count / 2], high)
  }
}

/// How much work an approach is for the people who build and keep it.
public struct PricedEffort: Hashable, Codable, Sendable {
  /// Months of one experienced engineer until it is in daily use.
  public var build: FigureRange
  /// Hours of one experienced engineer a month from then on, where little changes.
  public var upkeep: FigureRange
  public var basis: [Basis]
}

/// What work, labels, machines and services cost, at one date; amounts in `currency`.
public struct Prices: Hashable, Codable, Sendable {
  public var currency: String
  /// Year, year-month or full date the figures were set for.
  public var date: String
  /// What an hour of the people who do the task today costs their employer.
  public var taskHour: PricedFigure
  /// What an hour of those who check results costs.
  public var reviewHour: PricedFigure
  /// Minutes to check one result.
  public var reviewMinutes: PricedFigure
  public var engineerMonth: PricedFigure
  /// A million tokens read or written by a hosted model, small (up to some 15 billion parameters) or large.
  public var smallInput: PricedFigure
  public var smallOutput: PricedFigure
  public var largeInput: PricedFigure
  public var largeOutput: PricedFigure
  /// A small server that stands by for a month, without a graphics card.
  public var serverMonth: PricedFigure
  public var kilowattHour: PricedFigure
  /// Trainings run until the settings are found.
  public var trainings: PricedFigure
  /// The share of a machine's peak that answering single cases reaches, above 0 and at most 1.
  public var servingUse: PricedFigure
  /// One more labelled example, by where labels come from.
  public var label: PricedOptions
  /// An hour of the machine answered, without electricity where `machineWatts` is above 0.
  public var machineHour: PricedOptions
  /// What the machine draws while computing, where its electricity is paid for apart.
  public var machineWatts: PricedOptions
  /// Tokens read for one case where the target names no length.
  public var inputTokens: PricedOptions
  public var outputTokens: PricedOptions
  /// Effort of a team with such skills as a multiple of an experienced one's.
  public var skillFactor: PricedOptions
  /// Upkeep as a multiple of that where little changes.
  public var driftFactor: PricedOptions
  public var retrainingsAMonth: PricedOptions
  /// The share of results that a person checks, 0–1.
  public var reviewShare: PricedOptions
  public var efforts: [ApproachID: PricedEffort]
}
