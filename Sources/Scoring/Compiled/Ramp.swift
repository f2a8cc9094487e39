import Foundation
import Knowledge

/// Where a number lies between 0 (at `start`) and 1 (at `end`), held to that span.
///
/// Made once for numbers met again and again: the logarithms of its ends are kept.
struct Ramp: Sendable {
  let start: Double
  let end: Double
  private let scale: NumberScale
  /// The logarithm needs positive ends; with an end at zero, log(1 + x) keeps order and zero.
  private let isPositive: Bool
  private var origin = 0.0
  private var length = 0.0

  init(from start: Double, to end: Double, _ scale: NumberScale) {
    self.start = start
    self.end = end
    self.scale = scale
    isPositive = start > 0 && end > 0
    origin = measure(start)
    length = measure(end) - origin
  }

  func position(of number: Double) -> Double {
    if start == end { return number >= end ? 1 : 0 }
    return min(1, max(0, (measure(number) - origin) / length))
  }

  /// The positions of a supply's values; they fall where the ramp does.
  func positions(of supply: Interval) -> Interval {
    if supply.low == supply.high { return Interval(position(of: supply.value)) }
    return start <= end ? supply.rising(position) : supply.falling(position)
  }

  private func measure(_ number: Double) -> Double {
    switch scale {
    case .linear: number
    case .log: isPositive ? log(max(number, 1e-12)) : log1p(max(number, 0))
    }
  }
}
