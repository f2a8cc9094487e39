import ModelMetrics

/// The fixed weights that would have had the highest Sharpe ratio, known only afterwards.
enum BestFixedWeights {
  /// - Parameter returns: [period][asset], at least two periods.
  /// - Returns: the ratio; 0 where none of the weights has one.
  static func ratio(_ returns: [[Double]], periodsPerYear: Double) -> Double {
    let assets = returns[0].count
    func ratio(_ weights: [Double]) -> Double? {
      let earned = returns.map { row in zip(row, weights).reduce(0.0) { $0 + $1.0 * $1.1 } }
      return SharpeRatio.value(of: earned, periodsPerYear: periodsPerYear)
    }
    var weights = [Double](repeating: 1 / Double(assets), count: assets)
    var best = ratio(weights) ?? -.infinity
    // The ratio has one peak over the simplex where it is positive: mixing towards single assets by ever smaller
    // steps, or away from them, climbs it.
    var step = 0.5
    while step > 1e-4 {
      var improved = false
      for asset in 0..<assets {
        for direction in [step, -step] {
          var moved = weights.map { $0 * (1 - direction) }
          moved[asset] += direction
          guard moved[asset] >= 0, let value = ratio(moved), value > best + 1e-12 else { continue }
          (weights, best, improved) = (moved, value, true)
        }
      }
      if !improved { step /= 2 }
    }
    return best.isFinite ? best : 0
  }
}
