/// The average precision that random orders of the rows stay at or under with probability `share`.
///
/// With few positives one of them near the top by luck lifts the average precision far above their share of
/// the rows, and a bootstrap, which repeats that row, does not see it as luck. Random orders do. Their mean
/// has a closed form (Bestgen, 2015, "Exact expected average precision of the random baseline for system
/// evaluation"); a quantile is drawn.
/// - Parameters:
///   - rows: all rows, `positives` of them positive; at least one is.
///   - share: from 0 to 1.
///   - draws: at least 1 random order.
public func chanceAveragePrecision(
  rows: Int, positives: Int, share: Double, draws: Int, using generator: inout some RandomNumberGenerator
) -> Double {
  precondition(positives >= 1 && positives <= rows, "from one positive to all rows")
  precondition(draws >= 1, "at least one order")
  var values = (0..<draws).map { _ in
    var found = 0
    var sum = 0.0
    for rank in 0..<rows where found < positives {
      let isPositive = Int.random(in: 0..<(rows - rank), using: &generator) < positives - found
      guard isPositive else { continue }
      found += 1
      sum += Double(found) / Double(rank + 1)
    }
    return sum / Double(positives)
  }
  values.sort()
  return percentile(values, share)
}
