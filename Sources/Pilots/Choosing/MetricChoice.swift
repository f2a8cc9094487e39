import ModelMetrics

/// Which metric a pilot is judged by.
struct MetricChoice {
  let metric: Metric
  /// The metric asked for, where it does not suit the task.
  let refused: String?

  /// The metric asked for if it suits the task; otherwise area under ROC for two classes, accuracy for
  /// several of like size, macro F1 when one is rare, and root mean squared error for numbers.
  /// - Parameter rarestShare: the rarest class's share of the rows, 0–1.
  init(asked: String?, task: PilotTask, rarestShare: Double?) {
    if let asked, let metric = Metric(rawValue: asked), task.metrics.contains(metric) {
      self.metric = metric
      refused = nil
      return
    }
    refused = asked
    switch task {
    case .binary: metric = .areaUnderROC
    case .multiclass(let classes):
      // Under half of its fair share a class hardly moves the accuracy.
      let isRare = (rarestShare ?? 1) * Double(classes) < 0.5
      metric = isRare ? .macroF1 : .accuracy
    case .regression: metric = .rmse
    }
  }
}

extension Metric {
  /// The best value there is.
  var perfect: Double { higherIsBetter ? 1 : 0 }

  /// The lowest value there is; nil where it has no bottom.
  var lowest: Double? { self == .rSquared || isUnbounded ? nil : 0 }

  /// The highest value there is; nil for errors and where there is no top.
  var highest: Double? { higherIsBetter && !isUnbounded ? 1 : nil }
}
