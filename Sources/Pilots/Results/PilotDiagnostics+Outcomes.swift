import ModelMetrics

extension PilotDiagnostics {
  /// At most this many points of predicted against actual; evenly spread over the rows when there are more.
  private static let mostPredictions = 500

  /// The numbers behind the charts, from predictions beside what happened.
  init(losses: [EpochLoss], outcomes: Outcomes) {
    self.init(losses: losses, roc: [], calibration: [], confusion: [], predictions: [])
    switch outcomes {
    case .binary(let probabilities, let labels):
      roc =
        [CurvePoint(x: 0, y: 0)]
        + rocPoints(probabilities: probabilities, labels: labels).map {
          CurvePoint(x: $0.falsePositiveRate, y: $0.truePositiveRate)
        }
      calibration = calibrationBins(probabilities: probabilities, labels: labels).map {
        CurvePoint(x: $0.meanProbability, y: $0.observedShare)
      }
      confusion = Self.table(outcomes)
    case .multiclass:
      confusion = Self.table(outcomes)
    case .regression(let predicted, let actual):
      let step = max(1, (actual.count + Self.mostPredictions - 1) / Self.mostPredictions)
      predictions = stride(from: 0, to: actual.count, by: step).map {
        CurvePoint(x: Double(actual[$0]), y: Double(predicted[$0]))
      }
    }
  }

  private static func table(_ outcomes: Outcomes) -> [[Int]] {
    let matrix = ConfusionMatrix(
      predicted: outcomes.predictedClasses, actual: outcomes.labels, classes: outcomes.classes)
    return (0..<matrix.classes).map { actual in
      (0..<matrix.classes).map { matrix[actual: actual, predicted: $0] }
    }
  }
}
