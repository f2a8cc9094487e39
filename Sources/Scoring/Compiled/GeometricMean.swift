import Foundation

/// A weighted geometric mean of points, 0–100.
///
/// Each value v is mapped to floor + (1 − floor/100) v first, so that a zero does not wipe out everything
/// and every gain still counts; the result is mapped back.
struct GeometricMean {
  private let floor: Double
  private var logarithms = Interval(0)
  private var weight = 0.0

  init(floor: Double) { self.floor = floor }

  mutating func add(_ points: Interval, weight: Double) {
    self.weight += weight
    if points.low == points.high {
      let share = weight * logarithm(points.value)
      logarithms = logarithms.rising { $0 + share }
    } else {
      logarithms = logarithms.joined(points.rising(logarithm)) { $0 + weight * $1 }
    }
  }

  /// The central value only; `value` is then the mean's.
  mutating func add(_ points: Double, weight: Double) {
    self.weight += weight
    logarithms.value += weight * logarithm(points)
  }

  var value: Double { weight > 0 ? mapBack(logarithms.value / weight) : 0 }

  var interval: Interval { weight > 0 ? logarithms.rising { mapBack($0 / weight) } : Interval(0) }

  private func logarithm(_ points: Double) -> Double { log(floor + (1 - floor / 100) * points) }

  private func mapBack(_ mean: Double) -> Double {
    min(100, max(0, (exp(mean) - floor) / (1 - floor / 100)))
  }
}
