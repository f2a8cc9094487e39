import Kernels
import ModelMetrics

/// How much a model gains over the baseline on the same test rows.
public struct Gain: Hashable, Sendable {
  /// In the metric's units, positive is better.
  public let absolute: MeasuredScore
  /// As a share of what was left to gain, (model − baseline) ÷ (perfect − baseline).
  public let relative: MeasuredScore
  /// Whether it is more than noise: the interval lies above 0 and, for the average precision, the score
  /// above what 39 of 40 random orders of the rows reach.
  public private(set) var isReal: Bool

  /// Intervals from a paired bootstrap; nil where the metric is undefined for the rows.
  public init?(of model: Outcomes, over baseline: Outcomes, metric: Metric, seed: UInt64) {
    guard let ours = MetricEvaluator(metric, model), let theirs = MetricEvaluator(metric, baseline)
    else { return nil }
    self.init(of: ours, over: theirs, perfect: metric.perfect, seed: seed)
    guard isReal, metric == .areaUnderPR, let score = ours.value else { return }
    var generator = SeededGenerator(seed: seed, purpose: "chance")
    let chance = chanceAveragePrecision(
      rows: model.rows, positives: model.labels.filter { $0 == 1 }.count, share: 0.975,
      draws: resamples(model.rows), using: &generator)
    isReal = score > chance
  }

  /// - Parameter perfect: the best value that can be had, for the relative gain.
  init?(of ours: MetricEvaluator, over theirs: MetricEvaluator, perfect: Double, seed: UInt64) {
    var generator = SeededGenerator(seed: seed, purpose: "gain")
    let resamples = resamples(ours.rows)
    guard let absolute = ours.gainInterval(over: theirs, resamples: resamples, using: &generator)
    else { return nil }
    self.absolute = MeasuredScore(absolute)
    isReal = absolute.low > 0
    let relative = bootstrapInterval(rows: ours.rows, resamples: resamples, using: &generator) { counts in
      guard let value = ours.value(counts: counts), let base = theirs.value(counts: counts) else {
        return nil
      }
      // 0 when there was nothing left to gain.
      return perfect == base ? 0 : (value - base) / (perfect - base)
    }
    guard let relative else { return nil }
    self.relative = MeasuredScore(relative)
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
