/// Predictions beside what happened, row by row.
public enum Outcomes: Sendable {
  /// The probability (or any rising score) of class 1 and the true class, 0 or 1; both of shape [rows].
  ///
  /// A probability of 0.5 or more predicts class 1.
  case binary(probabilities: [Float], labels: [Int])
  /// Probabilities row-major [rows][classes] and the true class, 0 ..< classes, of shape [rows].
  ///
  /// The most probable class is predicted, the first of equals.
  case multiclass(probabilities: [Float], labels: [Int], classes: Int)
  /// Predicted and actual numbers, both of shape [rows].
  case regression(predicted: [Float], actual: [Float])

  public var rows: Int {
    switch self {
    case .binary(_, let labels), .multiclass(_, let labels, _): labels.count
    case .regression(_, let actual): actual.count
    }
  }

  /// The metrics defined for outcomes of this kind.
  public var metrics: [Metric] {
    switch self {
    case .binary: [.accuracy, .areaUnderROC, .macroF1, .f1, .logLoss, .areaUnderPR]
    case .multiclass: [.accuracy, .areaUnderROC, .macroF1, .logLoss]
    case .regression: [.rmse, .meanAbsoluteError, .rSquared]
    }
  }

  /// Classes that labels may name; 0 for numbers.
  public var classes: Int {
    switch self {
    case .binary: 2
    case .multiclass(_, _, let classes): classes
    case .regression: 0
    }
  }

  /// The predicted class of each row; empty for numbers.
  public var predictedClasses: [Int] {
    switch self {
    case .binary(let probabilities, _):
      return probabilities.map { $0 >= 0.5 ? 1 : 0 }
    case .multiclass(let probabilities, let labels, let classes):
      return labels.indices.map { row in
        var best = 0
        for candidate in 1..<max(classes, 1)
        where probabilities[row * classes + candidate] > probabilities[row * classes + best] {
          best = candidate
        }
        return best
      }
    case .regression:
      return []
    }
  }

  /// The true class of each row; empty for numbers.
  public var labels: [Int] {
    switch self {
    case .binary(_, let labels), .multiclass(_, let labels, _): labels
    case .regression: []
    }
  }

  /// Traps where shapes differ or a label names no class; both are mistakes of the caller.
  func check() {
    switch self {
    case .binary(let probabilities, let labels):
      precondition(probabilities.count == labels.count, "one probability a label")
      precondition(labels.allSatisfy { $0 == 0 || $0 == 1 }, "binary labels are 0 or 1")
    case .multiclass(let probabilities, let labels, let classes):
      precondition(classes >= 2 && probabilities.count == labels.count * classes, "one probability a class")
      precondition(labels.allSatisfy { $0 >= 0 && $0 < classes }, "labels are below \(classes)")
    case .regression(let predicted, let actual):
      precondition(predicted.count == actual.count, "one prediction a row")
    }
  }
}
