/// A score with the span that unknown answers leave open; low ≤ value ≤ high.
public struct ScoreRange: Hashable, Codable, Sendable {
  public var value: Double
  public var low: Double
  public var high: Double

  public init(value: Double, low: Double, high: Double) {
    self.value = value
    self.low = low
    self.high = high
  }

  /// A score nothing unknown touches.
  public init(_ value: Double) {
    self.init(value: value, low: value, high: value)
  }

  public var isCertain: Bool { low == high }
}

/// Risk before and after mitigations, each 0–100, higher is worse.
public struct RiskLevels: Hashable, Codable, Sendable {
  public var inherent: ScoreRange
  public var residual: ScoreRange

  public init(inherent: ScoreRange, residual: ScoreRange) {
    self.inherent = inherent
    self.residual = residual
  }
}
