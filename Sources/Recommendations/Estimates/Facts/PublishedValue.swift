/// A published figure: a value, a range `9e6-23e6`, or a bound `>80`, `<48`.
public enum PublishedValue: Hashable, Sendable {
  case range(low: Double, high: Double)
  case above(Double)
  case below(Double)

  /// Nil for anything that is none of the three.
  public init?(_ text: String) {
    let text = trimmed(text)
    for sign in [">=", "≥", ">"] where text.hasPrefix(sign) {
      guard let bound = scaledNumber(trimmed(text.dropFirst(sign.count))) else { return nil }
      self = .above(bound)
      return
    }
    for sign in ["<=", "≤", "<"] where text.hasPrefix(sign) {
      guard let bound = scaledNumber(trimmed(text.dropFirst(sign.count))) else { return nil }
      self = .below(bound)
      return
    }
    let plain = text.hasPrefix("~") ? trimmed(text.dropFirst()) : text
    if let value = scaledNumber(plain), value >= 0 {
      self = .range(low: value, high: value)
      return
    }
    // A dash that is no sign of an exponent stands between two values.
    for (offset, character) in plain.enumerated().dropFirst() where character == "-" || character == "–" {
      let low = scaledNumber(trimmed(plain.prefix(offset)))
      let high = scaledNumber(trimmed(plain.dropFirst(offset + 1)))
      if let low, let high, low >= 0, low <= high {
        self = .range(low: low, high: high)
        return
      }
    }
    return nil
  }

  /// Where an estimate stands to the value; nil when it agrees.
  ///
  /// A value is widened by `tolerance` (a share, 0.35 for 35 %) as a ratio, and a count of examples by at
  /// least one; it agrees when it meets the estimate's band. A bound must hold for the estimate itself.
  func miss(_ estimate: Estimate, tolerance: Double) -> Miss? {
    switch self {
    case .above(let bound): return estimate.likely >= bound ? nil : .low(by: bound / estimate.likely)
    case .below(let bound): return estimate.likely <= bound ? nil : .high(by: estimate.likely / bound)
    case .range(let low, let high):
      let step: Double = estimate.unit == .examples ? 1 : 0
      let least = min(low / (1 + tolerance), low - step)
      let most = max(high * (1 + tolerance), high + step)
      if estimate.high < least { return .low(by: least / estimate.high) }
      if estimate.low > most { return .high(by: estimate.low / most) }
      return nil
    }
  }

  /// How far the nearer end of the band is from the widened value, as a factor.
  enum Miss: Hashable {
    case low(by: Double)
    case high(by: Double)
  }
}
