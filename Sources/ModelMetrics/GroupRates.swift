/// How two-class predictions fall out for the members of one group.
public struct GroupRates: Hashable, Sendable {
  /// Rows of the group.
  public let rows: Int
  /// The share of rows predicted positive, 0–1; nil without rows.
  public let selected: Double?
  /// The share of positive rows predicted positive, 0–1; nil without positive rows.
  public let truePositive: Double?
  /// The share of negative rows predicted positive, 0–1; nil without negative rows.
  public let falsePositive: Double?
  /// The chance that a positive row scores above a negative one, 0–1; nil with one class only.
  public let areaUnderROC: Double?

  /// - Parameters:
  ///   - scores, labels: shape [rows of the group]; labels are 0 or 1.
  ///   - threshold: a score of this or more is predicted positive.
  public init(scores: [Float], labels: [Int], threshold: Float) {
    precondition(scores.count == labels.count, "one score a label")
    rows = labels.count
    let positives = zip(scores, labels).filter { $0.1 == 1 }
    let negatives = zip(scores, labels).filter { $0.1 == 0 }
    func share(_ pairs: [(Float, Int)]) -> Double? {
      pairs.isEmpty ? nil : Double(pairs.count { $0.0 >= threshold }) / Double(pairs.count)
    }
    selected = share(positives + negatives)
    truePositive = share(positives)
    falsePositive = share(negatives)
    areaUnderROC = Metric.areaUnderROC.value(of: .binary(probabilities: scores, labels: labels))
  }
}

/// The highest threshold at which no smaller share of the rows is predicted positive than are positive.
///
/// With equal scores at the threshold more rows than that may lie above it. Infinity without positive rows.
/// - Parameters scores, labels: shape [rows]; labels are 0 or 1.
public func baseRateThreshold(scores: [Float], labels: [Int]) -> Float {
  precondition(scores.count == labels.count, "one score a label")
  let positives = labels.count { $0 == 1 }
  guard positives > 0 else { return .infinity }
  return scores.sorted(by: >)[positives - 1]
}

/// The lowest share divided by the highest; nil for fewer than two shares, or where the highest is 0.
///
/// Below four fifths the selection of a group is taken as evidence of adverse impact in American employment
/// (29 CFR 1607.4(D)); elsewhere it is a convention and no law.
public func selectionRatio(_ shares: [Double]) -> Double? {
  guard shares.count > 1, let lowest = shares.min(), let highest = shares.max(), highest > 0
  else { return nil }
  return lowest / highest
}
