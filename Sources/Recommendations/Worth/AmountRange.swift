/// An amount of money as the value its likeliest inputs give, and the span that nine of ten draws fall into.
///
/// In the base currency. `low` ≤ `value` ≤ `high`; a negative amount is a loss.
public struct AmountRange: Hashable, Codable, Sendable {
  public var low: Double
  public var value: Double
  public var high: Double

  public init(low: Double, value: Double, high: Double) {
    self.low = low
    self.value = value
    self.high = high
  }
}

/// Something that is reached somewhere or never: a volume, a number of months, a gain in score.
///
/// Each end is nil where it is never reached; a nil `low` means that no draw reaches it.
public struct Reach: Hashable, Codable, Sendable {
  public var low: Double?
  public var value: Double?
  public var high: Double?

  public init(low: Double?, value: Double?, high: Double?) {
    self.low = low
    self.value = value
    self.high = high
  }

  /// Whether even the best of nine in ten draws does not reach it.
  public var isNever: Bool { low == nil && value == nil }
}
