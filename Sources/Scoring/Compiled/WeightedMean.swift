/// A weighted mean of intervals of which some may drop out, with the ends it can reach.
struct WeightedMean {
  private var sums = Interval(0)
  private var weight = 0.0
  private var optional: [(interval: Interval, weight: Double)] = []

  mutating func add(_ part: Interval, weight: Double) {
    sums = sums.joined(part) { $0 + weight * $1 }
    self.weight += weight
  }

  mutating func addOptional(_ part: Interval, weight: Double) {
    optional.append((part, weight))
  }

  /// The mean with its ends; nil when nothing was added, and the central value counts every part.
  var interval: Interval? {
    let all = optional.reduce(weight) { $0 + $1.weight }
    guard all > 0 else { return nil }
    let value = optional.reduce(sums.value) { $0 + $1.weight * $1.interval.value } / all
    guard !optional.isEmpty else { return sums.rising { $0 / all } }
    let low = extreme(sums.low, optional.map { ($0.interval.low, $0.weight) }, below: true)
    let high = extreme(sums.high, optional.map { ($0.interval.high, $0.weight) }, below: false)
    return Interval(low: min(low, value), value: value, high: max(high, value))
  }

  /// The least (or greatest) mean: a part moves a mean towards itself, so parts join in order as long
  /// as they lie beyond the mean so far.
  private func extreme(_ sum: Double, _ parts: [(Double, Double)], below: Bool) -> Double {
    var sum = sum
    var weight = weight
    for (number, share) in parts.sorted(by: { below ? $0.0 < $1.0 : $0.0 > $1.0 }) {
      let beyond = weight == 0 || (below ? number < sum / weight : number > sum / weight)
      guard beyond else { break }
      sum += share * number
      weight += share
    }
    return sum / weight
  }
}
