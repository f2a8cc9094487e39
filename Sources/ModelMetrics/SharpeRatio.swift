/// The mean return divided by its standard deviation, times √(periods a year) (Sharpe, 1994).
///
/// Returns are those above what a safe investment pays; where that is left out, the ratio says so nowhere and the
/// reader must. The deviation is the sample's, divided by n − 1. Higher is better.
public enum SharpeRatio {
  /// The ratio of some returns; nil for fewer than two, or where they are all equal.
  public static func value(of returns: [Double], periodsPerYear: Double) -> Double? {
    var sums = ReturnSums()
    returns.forEach { sums.add($0) }
    return sums.ratio(periodsPerYear: periodsPerYear)
  }

  /// The ratio for any multiset of blocks of returns, each a run of neighbouring periods.
  public static func evaluator(blocks: [[Double]], periodsPerYear: Double) -> MetricEvaluator {
    let sums = blocks.map { block in block.reduce(into: ReturnSums()) { $0.add($1) } }
    return MetricEvaluator(.sharpeRatio, rows: blocks.count) { counts in
      var all = ReturnSums()
      for block in counts.indices where counts[block] > 0 {
        all.add(sums[block], times: Double(counts[block]))
      }
      return all.ratio(periodsPerYear: periodsPerYear)
    }
  }
}

/// Sums over returns that the ratio follows from.
private struct ReturnSums: Sendable {
  var count = 0.0
  var sum = 0.0
  var squares = 0.0

  mutating func add(_ value: Double) {
    count += 1
    sum += value
    squares += value * value
  }

  mutating func add(_ other: ReturnSums, times: Double) {
    count += times * other.count
    sum += times * other.sum
    squares += times * other.squares
  }

  func ratio(periodsPerYear: Double) -> Double? {
    guard count >= 2 else { return nil }
    let mean = sum / count
    let variance = (squares - count * mean * mean) / (count - 1)
    // What rounding leaves of equal returns is no spread.
    guard variance > 1e-14 * squares / count else { return nil }
    return mean / variance.squareRoot() * periodsPerYear.squareRoot()
  }
}
