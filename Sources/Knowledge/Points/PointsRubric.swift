/// How answers become points, points a score, and the score a level.
///
/// Score = impact points, less one reduction when the mitigation points reach what the rule needs.
public struct PointsRubric: Hashable, Sendable {
  /// What an answer without a counterpart among the options does.
  public enum UnknownOptions: String, CaseIterable, Hashable, Sendable {
    /// The sheet is refused.
    case refuse
    /// The answer is left out, and named.
    case drop
  }

  /// What a question without an answer counts; the range shows what it could still count.
  public enum Unanswered: String, CaseIterable, Hashable, Sendable {
    case zero
  }

  public var id: RubricID
  public var title: TranslatedText
  public var unanswered: Unanswered
  public var unknownOptions: UnknownOptions
  public var areas: [PointsArea]
  /// Shares of the impact maximum, 0–1, rising; a score on a bound belongs to the level below it.
  public var levelBounds: [Double]
  public var mitigation: PointsMitigation?
  public var basis: [Basis]

  /// The sum of one side's area maxima.
  public func maximum(_ side: PointsArea.Side) -> Double {
    areas.filter { $0.side == side }.reduce(0) { $0 + $1.maximum }
  }

  /// The score two sums of points make.
  public func score(impact: Double, mitigation points: Double) -> Double {
    guard let mitigation, mitigation.applies(at: points) else { return impact }
    return mitigation.rounding.rounded(impact * (1 - mitigation.reduction))
  }

  /// The level of a score, from 1 up to one more than there are bounds.
  public func level(of score: Double) -> Int {
    let maximum = maximum(.impact)
    return 1 + levelBounds.count { score > $0 * maximum + decimalSlack }
  }
}

/// A part of the questionnaire whose points are shown together.
public struct PointsArea: Hashable, Sendable {
  public enum Side: String, CaseIterable, Hashable, Sendable {
    case impact, mitigation
  }

  public var id: String
  public var title: TranslatedText
  public var side: Side
  /// The most its questions can give, hidden ones included.
  public var maximum: Double
  public var points: [QuestionID: [OptionID: Double]]
  public var basis: [Basis]
}

/// One reduction of the score, all or nothing.
public struct PointsMitigation: Hashable, Sendable {
  /// Share of `of` that the mitigation points must reach, 0–1.
  public var needs: Double
  /// The points `needs` is a share of.
  public var of: Double
  /// Share of the impact points taken off, 0–1.
  public var reduction: Double
  public var rounding: PointsRounding
  public var basis: [Basis]

  public func applies(at points: Double) -> Bool { points >= needs * of - decimalSlack }
}

/// How a reduced score is rounded.
public enum PointsRounding: String, CaseIterable, Hashable, Sendable {
  case halfUp = "half-up"
  case down
  case none

  func rounded(_ number: Double) -> Double {
    switch self {
    case .halfUp: (number + 0.5 + decimalSlack).rounded(.down)
    case .down: (number + decimalSlack).rounded(.down)
    case .none: number
    }
  }
}

/// Forgives what binary fractions lose of decimal ones: 0.85 × 70 must be 59.5, and not a hair below.
private let decimalSlack = 1e-9

extension PointsQuestion {
  /// The most a question can give: its best option, at least 0; with several choices all that add.
  func maximum(_ points: [OptionID: Double]) -> Double {
    kind == .choices
      ? points.values.reduce(0) { $0 + max(0, $1) } : max(0, points.values.max() ?? 0)
  }
}
