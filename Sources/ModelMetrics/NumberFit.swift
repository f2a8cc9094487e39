/// Predicted against actual numbers, prepared for the regression metrics.
struct NumberFit: Sendable {
  private let actual: [Double]
  private let absolute: [Double]
  private let squared: [Double]

  init(_ outcomes: Outcomes) {
    guard case .regression(let predicted, let actual) = outcomes else {
      (self.actual, absolute, squared) = ([], [], [])
      return
    }
    let gaps = zip(predicted, actual).map { Double($0) - Double($1) }
    self.actual = actual.map { Double($0) }
    absolute = gaps.map { abs($0) }
    squared = gaps.map { $0 * $0 }
  }

  func value(_ metric: Metric, _ counts: [Int32]) -> Double? {
    switch metric {
    case .rmse: weightedMean(squared, counts)?.squareRoot()
    case .meanAbsoluteError: weightedMean(absolute, counts)
    case .rSquared: rSquared(counts)
    default: nil
    }
  }

  /// Nil where all actual numbers are the same: there is nothing to explain.
  private func rSquared(_ counts: [Int32]) -> Double? {
    guard let error = weightedMean(squared, counts), let centre = weightedMean(actual, counts),
      let spread = weightedMean(actual.map { ($0 - centre) * ($0 - centre) }, counts), spread > 0
    else { return nil }
    return 1 - error / spread
  }
}
