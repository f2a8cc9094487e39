import Datasets
import ModelMetrics

/// What is learnt, in the terms the models and metrics need.
enum PilotTask: Hashable, Sendable {
  case binary
  case multiclass(classes: Int)
  case regression

  init(_ dataset: Dataset) {
    switch dataset.task {
    case .binary: self = .binary
    case .multiclass: self = .multiclass(classes: dataset.classes.count)
    case .regression: self = .regression
    }
  }

  var name: String {
    switch self {
    case .binary: "binary"
    case .multiclass: "multiclass"
    case .regression: "regression"
    }
  }

  /// Number of classes; 0 for regression.
  var classes: Int {
    switch self {
    case .binary: 2
    case .multiclass(let classes): classes
    case .regression: 0
    }
  }

  /// Predictions beside the true targets.
  func outcomes(_ predictions: [Float], _ targets: [Float]) -> Outcomes {
    switch self {
    case .binary: .binary(probabilities: predictions, labels: targets.map { Int($0) })
    case .multiclass(let classes):
      .multiclass(probabilities: predictions, labels: targets.map { Int($0) }, classes: classes)
    case .regression: .regression(predicted: predictions, actual: targets)
    }
  }

  /// The metrics that can be computed for the task.
  var metrics: [Metric] {
    switch self {
    case .binary: Outcomes.binary(probabilities: [], labels: []).metrics
    case .multiclass(let classes):
      Outcomes.multiclass(probabilities: [], labels: [], classes: classes).metrics
    case .regression: Outcomes.regression(predicted: [], actual: []).metrics
    }
  }
}
