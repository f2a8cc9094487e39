/// A figure as its lowest, likely and highest value.
struct Band: Hashable, Sendable {
  var low: Double
  var likely: Double
  var high: Double

  init(_ low: Double, _ likely: Double, _ high: Double) {
    self.low = low
    self.likely = likely
    self.high = high
  }

  init(_ value: Double) {
    self.init(value, value, value)
  }

  static func + (left: Band, right: Band) -> Band {
    Band(left.low + right.low, left.likely + right.likely, left.high + right.high)
  }

  static func * (left: Band, right: Band) -> Band {
    Band(left.low * right.low, left.likely * right.likely, left.high * right.high)
  }

  static func * (factor: Double, band: Band) -> Band { Band(factor) * band }

  /// The quotient of two positive bands: the lowest over the highest, and so on.
  static func / (left: Band, right: Band) -> Band {
    Band(left.low / right.high, left.likely / right.likely, left.high / right.low)
  }
}
