/// One metric over fixed outcomes, prepared so that it can be computed again for any multiset of the rows.
///
/// Sorting and per-row work happen once, here; a bootstrap then only reweights.
public struct MetricEvaluator: Sendable {
  public let metric: Metric
  public let rows: Int
  private let compute: @Sendable ([Int32]) -> Double?

  /// Prepares `metric` over `outcomes`; nil if the metric is not defined for outcomes of that kind.
  public init?(_ metric: Metric, _ outcomes: Outcomes) {
    guard outcomes.metrics.contains(metric) else { return nil }
    outcomes.check()
    self.metric = metric
    rows = outcomes.rows
    switch metric {
    case .accuracy:
      let hits = zip(outcomes.predictedClasses, outcomes.labels).map { $0 == $1 ? 1.0 : 0.0 }
      compute = { weightedMean(hits, $0) }
    case .logLoss:
      let losses = logLosses(outcomes)
      compute = { weightedMean(losses, $0) }
    case .f1, .macroF1:
      let (predicted, labels, classes) = (outcomes.predictedClasses, outcomes.labels, outcomes.classes)
      compute = { counts in
        let matrix = ConfusionMatrix(
          predicted: predicted, actual: labels, classes: classes, counts: counts)
        return metric == .f1 ? matrix.f1(of: 1) : matrix.macroF1
      }
    case .areaUnderROC:
      let rankings = Ranking.oneAgainstRest(outcomes)
      compute = { counts in mean(rankings.map { $0.areaUnderROC(counts) }) }
    case .areaUnderPR:
      let rankings = Ranking.oneAgainstRest(outcomes)
      compute = { counts in mean(rankings.map { $0.averagePrecision(counts) }) }
    case .rmse, .meanAbsoluteError, .rSquared:
      let fit = NumberFit(outcomes)
      compute = { counts in fit.value(metric, counts) }
    case .chrF, .recallAtFive, .bitsPerCharacter, .meanAveragePrecision, .frechetDistance, .wordErrorRate,
      .logSpectralDistance, .meanSquaredError, .sharpeRatio, .optimalMoveShare, .meanReturn, .bitsPerNote:
      return nil
    }
  }

  /// A metric of examples of their own kind, given how it follows from row counts; see `value(counts:)`.
  public init(_ metric: Metric, rows: Int, compute: @escaping @Sendable (_ counts: [Int32]) -> Double?) {
    self.metric = metric
    self.rows = rows
    self.compute = compute
  }

  /// The mean of one number a row.
  public init(_ metric: Metric, meanOf values: [Double]) {
    self.init(metric, rows: values.count) { weightedMean(values, $0) }
  }

  /// A sum over the rows divided by another one, such as errors by words.
  /// - Parameters: one entry a row each; undefined where the rows' denominators add up to 0.
  public init(_ metric: Metric, sumOf numerators: [Double], over denominators: [Double]) {
    precondition(numerators.count == denominators.count, "one denominator a numerator")
    self.init(metric, rows: numerators.count) { counts in
      var (sum, total) = (0.0, 0.0)
      for row in counts.indices {
        sum += Double(counts[row]) * numerators[row]
        total += Double(counts[row]) * denominators[row]
      }
      return total == 0 ? nil : sum / total
    }
  }

  /// The metric over all rows, each once; nil where it is undefined (no rows, or one class only).
  public var value: Double? { value(counts: [Int32](repeating: 1, count: rows)) }

  /// The metric with row i taken `counts[i]` times; nil where it is undefined.
  public func value(counts: [Int32]) -> Double? {
    precondition(counts.count == rows, "one count a row")
    return compute(counts)
  }
}

extension Metric {
  /// The metric of these outcomes; nil where it is undefined for them.
  public func value(of outcomes: Outcomes) -> Double? {
    MetricEvaluator(self, outcomes)?.value
  }
}

/// Σ count · value / Σ count; nil if nothing counts.
func weightedMean(_ values: [Double], _ counts: [Int32]) -> Double? {
  var sum = 0.0
  var total: Int64 = 0
  for row in values.indices {
    sum += Double(counts[row]) * values[row]
    total += Int64(counts[row])
  }
  return total == 0 ? nil : sum / Double(total)
}

/// The mean of the values; nil if one of them is undefined or there are none.
func mean(_ values: [Double?]) -> Double? {
  var sum = 0.0
  for value in values {
    guard let value else { return nil }
    sum += value
  }
  return values.isEmpty ? nil : sum / Double(values.count)
}
