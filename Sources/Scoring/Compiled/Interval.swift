import Foundation

/// A number's worst, central and best value; what unknown answers leave open.
struct Interval: Sendable, Hashable {
  var low: Double
  var value: Double
  var high: Double

  init(_ value: Double) {
    self.init(low: value, value: value, high: value)
  }

  init(low: Double, value: Double, high: Double) {
    self.low = low
    self.value = value
    self.high = high
  }

  /// The image under a function that never falls.
  func rising(_ function: (Double) -> Double) -> Interval {
    Interval(low: function(low), value: function(value), high: function(high))
  }

  /// The image under a function that never rises: the ends change places.
  func falling(_ function: (Double) -> Double) -> Interval {
    Interval(low: function(high), value: function(value), high: function(low))
  }

  /// Two intervals joined by a function that rises in both.
  func joined(_ other: Interval, _ function: (Double, Double) -> Double) -> Interval {
    Interval(
      low: function(low, other.low), value: function(value, other.value),
      high: function(high, other.high))
  }

  var range: ScoreRange { ScoreRange(value: value, low: low, high: high) }
}
