/// One threshold of a binary score: rows that score at least this much are taken as class 1.
public struct ThresholdPoint: Hashable, Codable, Sendable {
  public let threshold: Float
  /// The share of class 0 that is taken by mistake.
  public let falsePositiveRate: Double
  /// The share of class 1 that is found; the same as recall.
  public let truePositiveRate: Double
  /// The share of taken rows that are class 1.
  public let precision: Double
}

/// The receiver operating characteristic, from the highest threshold to the lowest.
///
/// One point for every distinct score; points in the middle of a straight run are left out, so that the
/// curve is the same with fewer points. The curve starts at (0, 0), which has no point of its own.
/// - Returns: empty unless both classes occur.
public func rocPoints(probabilities: [Float], labels: [Int]) -> [ThresholdPoint] {
  let points = thresholdPoints(probabilities: probabilities, labels: labels)
  return points.indices.filter { index in
    guard index > 0, index < points.count - 1 else { return true }
    let (before, here, after) = (points[index - 1], points[index], points[index + 1])
    let bend =
      (here.falsePositiveRate - before.falsePositiveRate) * (after.truePositiveRate - here.truePositiveRate)
      - (after.falsePositiveRate - here.falsePositiveRate) * (here.truePositiveRate - before.truePositiveRate)
    return abs(bend) > 1e-12
  }.map { points[$0] }
}

/// Precision and recall at every distinct score, from the highest threshold to the lowest.
///
/// - Returns: empty unless both classes occur.
public func thresholdPoints(probabilities: [Float], labels: [Int]) -> [ThresholdPoint] {
  Outcomes.binary(probabilities: probabilities, labels: labels).check()
  let ranking = Ranking(scores: probabilities, positive: labels.map { $0 == 1 })
  let positiveTotal = labels.reduce(0, +)
  let negativeTotal = labels.count - positiveTotal
  guard positiveTotal > 0, negativeTotal > 0 else { return [] }
  var (found, mistaken) = (0, 0)
  var points: [ThresholdPoint] = []
  ranking.forEachTie([Int32](repeating: 1, count: labels.count)) { place, positives, negatives in
    found += positives
    mistaken += negatives
    points.append(
      ThresholdPoint(
        threshold: ranking.scores[place], falsePositiveRate: Double(mistaken) / Double(negativeTotal),
        truePositiveRate: Double(found) / Double(positiveTotal),
        precision: Double(found) / Double(found + mistaken)))
  }
  return points
}
