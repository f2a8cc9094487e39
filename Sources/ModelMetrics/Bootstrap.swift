/// A percentile bootstrap interval (Efron, 1979) of any metric that can be computed from row counts.
///
/// Each resample draws `rows` rows with replacement; `metric` is given how often each row was drawn. The
/// ends are the percentiles of the resampled values, interpolated between neighbours.
/// - Parameters:
///   - level: the share of resamples inside, more than 0 and less than 1.
///   - metric: may give nil where it is undefined for a resample, which is then left out.
/// - Returns: nil if the metric is undefined for the rows themselves or for every resample.
public func bootstrapInterval(
  rows: Int, resamples: Int = 2000, level: Double = 0.95,
  using generator: inout some RandomNumberGenerator, metric: (_ counts: [Int32]) -> Double?
) -> MetricInterval? {
  precondition(level > 0 && level < 1, "a level lies between 0 and 1, not \(level)")
  precondition(resamples >= 1, "at least one resample")
  guard rows > 0, let value = metric([Int32](repeating: 1, count: rows)) else { return nil }
  var counts = [Int32](repeating: 0, count: rows)
  var values: [Double] = []
  values.reserveCapacity(resamples)
  for _ in 0..<resamples {
    for row in 0..<rows { counts[row] = 0 }
    for _ in 0..<rows {
      // The high word of random × rows; the bias is below rows / 2⁶⁴.
      counts[Int(generator.next().multipliedFullWidth(by: UInt64(rows)).high)] += 1
    }
    if let resampled = metric(counts) { values.append(resampled) }
  }
  guard !values.isEmpty else { return nil }
  values.sort()
  return MetricInterval(
    value: value, low: percentile(values, (1 - level) / 2), high: percentile(values, (1 + level) / 2),
    level: level, resamples: values.count)
}

extension Metric {
  /// The metric with its bootstrap interval; nil where it is undefined for these outcomes.
  public func interval(
    of outcomes: Outcomes, resamples: Int = 2000, level: Double = 0.95,
    using generator: inout some RandomNumberGenerator
  ) -> MetricInterval? {
    guard let evaluator = MetricEvaluator(self, outcomes) else { return nil }
    return evaluator.interval(resamples: resamples, level: level, using: &generator)
  }

  /// How much better one predictor is than another on the same rows, by a paired bootstrap.
  ///
  /// Both are computed on the same resamples, so that what makes rows easy or hard for both cancels out.
  /// Positive is better for `candidate`, whichever way the metric runs.
  /// - Returns: nil where the metric is undefined for either.
  public func gainInterval(
    of candidate: Outcomes, over baseline: Outcomes, resamples: Int = 2000, level: Double = 0.95,
    using generator: inout some RandomNumberGenerator
  ) -> MetricInterval? {
    guard let first = MetricEvaluator(self, candidate), let second = MetricEvaluator(self, baseline)
    else { return nil }
    return first.gainInterval(over: second, resamples: resamples, level: level, using: &generator)
  }
}

extension MetricEvaluator {
  /// The metric with its bootstrap interval; nil where it is undefined.
  public func interval(
    resamples: Int = 2000, level: Double = 0.95, using generator: inout some RandomNumberGenerator
  ) -> MetricInterval? {
    bootstrapInterval(rows: rows, resamples: resamples, level: level, using: &generator) { value(counts: $0) }
  }

  /// How much better this one is than another on the same rows, by a paired bootstrap; positive is better.
  /// - Returns: nil where the metric is undefined for either.
  public func gainInterval(
    over other: MetricEvaluator, resamples: Int = 2000, level: Double = 0.95,
    using generator: inout some RandomNumberGenerator
  ) -> MetricInterval? {
    precondition(rows == other.rows, "both predictors need the same rows")
    return bootstrapInterval(rows: rows, resamples: resamples, level: level, using: &generator) { counts in
      guard let ours = value(counts: counts), let theirs = other.value(counts: counts) else { return nil }
      return metric.gain(of: ours, over: theirs)
    }
  }
}

/// The value below which `share` of the sorted values lie, interpolated; at least one value.
func percentile(_ sorted: [Double], _ share: Double) -> Double {
  let place = share * Double(sorted.count - 1)
  let below = Int(place)
  let above = min(below + 1, sorted.count - 1)
  return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
}
