import Knowledge

/// A sum of points as it counts, and its span over everything the open questions could still be answered,
/// left open included.
///
/// The span is never too narrow; it can be too wide where branches exclude one another.
public struct PointsSpan: Hashable, Sendable {
  public var value: Double
  public var low: Double
  public var high: Double

  public init(value: Double, low: Double, high: Double) {
    self.value = value
    self.low = low
    self.high = high
  }

  static func + (left: PointsSpan, right: PointsSpan) -> PointsSpan {
    PointsSpan(value: left.value + right.value, low: left.low + right.low, high: left.high + right.high)
  }
}

/// What a sheet scores on a rubric of kind `points`.
public struct PointsScorecard: Hashable, Sendable {
  public struct Area: Hashable, Sendable {
    public var id: String
    public var side: PointsArea.Side
    public var points: PointsSpan
    /// Hidden questions included.
    public var maximum: Double
    public var questions: Int
  }

  /// The points of one answer; those of a side add up to its sum.
  public struct Contribution: Hashable, Sendable {
    public var question: QuestionID
    public var area: String
    public var side: PointsArea.Side
    public var options: [OptionID]
    public var points: Double
  }

  /// Impact points before mitigation.
  public var raw: PointsSpan
  public var mitigation: PointsSpan
  public var score: PointsSpan
  public var level: Int
  public var levelLow: Int
  public var levelHigh: Int
  public var levels: Int
  /// Whether the mitigation points took something off.
  public var isReduced: Bool
  /// The most impact points there are.
  public var maximum: Double
  public var mitigationMaximum: Double
  public var areas: [Area]
  public var contributions: [Contribution]
  /// The questions shown, in order.
  public var visible: [QuestionID]
  /// Scored questions shown without an answer.
  public var open: [QuestionID]
  /// Questions answered but not shown; they count nothing.
  public var hidden: [QuestionID]

  /// What mitigation and rounding add to the raw points: never above half a point.
  public var reduction: Double { score.value - raw.value }
}
