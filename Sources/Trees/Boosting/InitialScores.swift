import Foundation

extension BoostingObjective {
  /// The constant scores that boosting starts from: those with the lowest loss, or nearly.
  ///
  /// The mean for squared error, a median for absolute error and Huber's (Friedman, 2001), the log odds
  /// for 0 and 1, the logarithms of the classes' shares for softmax. Shares of 0 count as 10⁻¹⁵.
  func initialScores(_ targets: [Float], weights: [Float]?) -> [Double] {
    func weight(_ row: Int) -> Double { weights.map { Double($0[row]) } ?? 1 }
    switch self {
    case .squaredError, .binary:
      var (sum, total) = (0.0, 0.0)
      for row in targets.indices {
        sum += weight(row) * Double(targets[row])
        total += weight(row)
      }
      let mean = sum / total
      guard self == .binary else { return [mean] }
      let share = min(max(mean, 1e-15), 1 - 1e-15)
      return [log(share / (1 - share))]
    case .absoluteError, .huber:
      return [weightedMedian(targets.map(Double.init), weights: weights.map { $0.map(Double.init) })]
    case .softmax(let classes):
      var shares = [Double](repeating: 0, count: classes)
      for row in targets.indices { shares[Int(targets[row])] += weight(row) }
      let total = shares.reduce(0, +)
      return shares.map { log(max($0 / total, 1e-15)) }
    }
  }
}

/// The middle value: half of the weight lies at or below it and half at or above.
///
/// Where two values qualify, their mean. 0 for no values.
func weightedMedian(_ values: [Double], weights: [Double]?) -> Double {
  guard !values.isEmpty else { return 0 }
  guard let weights else {
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
  let order = values.indices.sorted { values[$0] < values[$1] }
  let half = weights.reduce(0, +) / 2
  var below = 0.0
  for (place, index) in order.enumerated() {
    below += weights[index]
    if below == half, place + 1 < order.count {
      return (values[index] + values[order[place + 1]]) / 2
    }
    if below >= half { return values[index] }
  }
  return values[order[order.count - 1]]
}
