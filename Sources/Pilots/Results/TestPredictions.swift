import Datasets

/// What the winner predicted for each test row; too many numbers for the result itself.
public struct TestPredictions: Sendable {
  /// Class names in index order; empty for regression.
  public let classes: [String]
  /// Numbers of the rows among the labelled ones of the data (or of the test file), from 1.
  public let rows: [Int]
  /// One entry a row: the class index, or the value for regression.
  public let actual: [Double]
  /// Shape [rows][classes], probabilities that add up to 1; for regression [rows][1], the value.
  public let scores: [[Double]]

  init(_ final: FinalModel, rows: PilotRows, targets: [Float], classes: [String]) {
    self.classes = classes
    self.rows = rows.test.map { $0 + 1 }
    actual = targets.map(Double.init)
    let values = final.predictions.map(Double.init)
    if classes.isEmpty {
      scores = values.map { [$0] }
    } else if values.count == targets.count {
      // A binary model gives the second class's probability alone.
      scores = values.map { [1 - $0, $0] }
    } else {
      scores = stride(from: 0, to: values.count, by: classes.count).map {
        Array(values[$0..<$0 + classes.count])
      }
    }
  }

  /// The index of the most probable class of a row; the first one of several.
  public func predictedClass(_ row: Int) -> Int {
    scores[row].indices.reduce(0) { scores[row][$1] > scores[row][$0] ? $1 : $0 }
  }
}
