import Foundation

/// Rows whose predicted probability lies in one range, and how often class 1 happened among them.
public struct CalibrationBin: Hashable, Codable, Sendable {
  /// Lower end, included; upper end, excluded except in the last bin.
  public let low: Double
  public let high: Double
  public let rows: Int
  public let meanProbability: Double
  public let observedShare: Double
}

/// Predicted probabilities against observed shares, in bins of equal width; empty bins are left out.
public func calibrationBins(probabilities: [Float], labels: [Int], bins: Int = 10) -> [CalibrationBin] {
  precondition(bins >= 1, "at least one bin")
  Outcomes.binary(probabilities: probabilities, labels: labels).check()
  var rows = [Int](repeating: 0, count: bins)
  var sums = [Double](repeating: 0, count: bins)
  var hits = [Int](repeating: 0, count: bins)
  for (probability, label) in zip(probabilities, labels) {
    let bin = min(max(Int(Double(probability) * Double(bins)), 0), bins - 1)
    rows[bin] += 1
    sums[bin] += Double(probability)
    hits[bin] += label
  }
  return (0..<bins).filter { rows[$0] > 0 }.map { bin in
    CalibrationBin(
      low: Double(bin) / Double(bins), high: Double(bin + 1) / Double(bins), rows: rows[bin],
      meanProbability: sums[bin] / Double(rows[bin]),
      observedShare: Double(hits[bin]) / Double(rows[bin]))
  }
}

/// The gap between probability and observed share, averaged over rows, 0 to 1; lower is better.
///
/// Nil for no rows. Naeini, Cooper and Hauskrecht (2015).
public func expectedCalibrationError(_ bins: [CalibrationBin]) -> Double? {
  let total = bins.reduce(0) { $0 + $1.rows }
  guard total > 0 else { return nil }
  return bins.reduce(0.0) { $0 + Double($1.rows) * abs($1.meanProbability - $1.observedShare) }
    / Double(total)
}

/// The mean of (probability − label)², 0 to 1, lower is better (Brier, 1950); nil for no rows.
public func brierError(probabilities: [Float], labels: [Int]) -> Double? {
  Outcomes.binary(probabilities: probabilities, labels: labels).check()
  guard !labels.isEmpty else { return nil }
  return zip(probabilities, labels).reduce(0.0) { sum, row in
    let gap = Double(row.0) - Double(row.1)
    return sum + gap * gap
  } / Double(labels.count)
}

/// −ln of the probability given to each row's true class, held to at least 10⁻⁷.
///
/// Floats near 1 are that far apart: a probability that rounds to 1 must not cost an infinite loss.
func logLosses(_ outcomes: Outcomes) -> [Double] {
  let given: [Double]
  switch outcomes {
  case .binary(let probabilities, let labels):
    given = zip(probabilities, labels).map { $1 == 1 ? Double($0) : 1 - Double($0) }
  case .multiclass(let probabilities, let labels, let classes):
    given = labels.indices.map { Double(probabilities[$0 * classes + labels[$0]]) }
  case .regression:
    given = []
  }
  return given.map { -log(min(max($0, 1e-7), 1)) }
}
