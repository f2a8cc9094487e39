import ModelMetrics

/// Mean and spread of one number a fold.
public struct FoldStatistics: Hashable, Sendable {
  public let mean: Double
  /// Standard deviation of the folds ÷ √folds; 0 for a single fold.
  public let standardError: Double
  public let count: Int

  public init(_ values: [Double]) {
    count = values.count
    let mean = values.reduce(0, +) / Double(max(values.count, 1))
    self.mean = mean
    guard values.count > 1 else {
      standardError = 0
      return
    }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    standardError = (squares / Double(values.count - 1) / Double(values.count)).squareRoot()
  }

  /// Mean ± t × standard error, 95 %, kept inside the metric's range.
  ///
  /// Folds share training rows, so the true spread is somewhat wider (Bengio and Grandvalet, 2004).
  public func interval(within metric: Metric? = nil) -> MeasuredScore {
    let reach = standardError * studentQuantile(degrees: count - 1)
    var (low, high) = (mean - reach, mean + reach)
    if let lowest = metric?.lowest { low = max(low, lowest) }
    if let highest = metric?.highest { high = min(high, highest) }
    return MeasuredScore(value: mean, low: min(low, mean), high: max(high, mean))
  }
}

/// The 97.5 % point of Student's t distribution, by degrees of freedom; 0 for none.
private func studentQuantile(degrees: Int) -> Double {
  let table = [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145,
    2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
  ]
  guard degrees > 0 else { return 0 }
  return degrees <= table.count ? table[degrees - 1] : 1.96 + 2.6 / Double(degrees)
}
