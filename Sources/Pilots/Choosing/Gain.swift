import Kernels
import ModelMetrics

/// How much a model gains over the baseline on the same test rows.
public struct Gain: Hashable, Sendable {
  /// In the metric's units, positive is better.
  public let absolute: MeasuredScore
  /// As a share of what was left to gain, (model − baseline) ÷ (perfect − baseline).
  public let relative: MeasuredScore

  /// Intervals from a paired bootstrap; nil where the metric is undefined for the rows.
  public init?(of model: Outcomes, over baseline: Outcomes, metric: Metric, seed: UInt64) {
    var generator = SeededGenerator(seed: seed, purpose: "gain")
    guard let ours = MetricEvaluator(metric, model), let theirs = MetricEvaluator(metric, baseline),
      let absolute = metric.gainInterval(
        of: model, over: baseline, resamples: resamples(model.rows), using: &generator)
    else { return nil }
    self.absolute = MeasuredScore(absolute)
    let relative = bootstrapInterval(rows: model.rows, resamples: resamples(model.rows), using: &generator) {
      counts in
      guard let value = ours.value(counts: counts), let base = theirs.value(counts: counts) else {
        return nil
      }
      return metric.relativeGain(of: value, over: base)
    }
    guard let relative else { return nil }
    self.relative = MeasuredScore(relative)
  }
}

extension Metric {
  /// (value − base) ÷ (perfect − base); 0 when there was nothing left to gain.
  func relativeGain(of value: Double, over base: Double) -> Double {
    let left = perfect - base
    return left == 0 ? 0 : (value - base) / left
  }
}

extension MeasuredScore {
  init(_ interval: MetricInterval) {
    self.init(value: interval.value, low: interval.low, high: interval.high)
  }
}

/// Bootstrap resamples for so many rows: 2,000, fewer for many rows, where the interval is steady anyway.
func resamples(_ rows: Int) -> Int {
  min(2_000, max(200, 10_000_000 / max(rows, 1)))
}
