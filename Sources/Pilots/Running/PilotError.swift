import ModelMetrics

/// Why a pilot gave no result.
public enum PilotError: Error, Hashable, Sendable {
  /// The rows on which a metric was undefined.
  public enum Part: Hashable, Sendable {
    case test
    /// Counted from 1.
    case fold(Int)
  }

  /// No column varies in the training rows.
  case noFeatures
  /// Too few training rows to hold some out and make two folds.
  case tooFewRows(training: Int, needed: Int)
  /// The metric has no value there, for example because only one class occurs.
  case metricUndefined(Metric, Part)
  /// The test file has another task or other classes than the training data.
  case otherTask(expected: String, found: String)
  /// The caller stopped it; what was finished is in the journal.
  case cancelled
}
