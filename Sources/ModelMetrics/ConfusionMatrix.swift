/// How often each class was predicted for each true class.
public struct ConfusionMatrix: Hashable, Codable, Sendable {
  public let classes: Int
  /// Row-major [actual][predicted].
  public let counts: [Int]

  /// Counts the rows; both arrays of shape [rows], values 0 ..< classes.
  public init(predicted: [Int], actual: [Int], classes: Int) {
    self.init(
      predicted: predicted, actual: actual, classes: classes,
      counts: [Int32](repeating: 1, count: actual.count))
  }

  /// Counts row i `counts[i]` times.
  init(predicted: [Int], actual: [Int], classes: Int, counts: [Int32]) {
    precondition(predicted.count == actual.count, "one prediction a row")
    var table = [Int](repeating: 0, count: classes * classes)
    for row in actual.indices { table[actual[row] * classes + predicted[row]] += Int(counts[row]) }
    self.classes = classes
    self.counts = table
  }

  /// Rows of true class `actual` that were predicted as `predicted`.
  public subscript(actual actual: Int, predicted predicted: Int) -> Int {
    counts[actual * classes + predicted]
  }

  /// The share of predictions of this class that are right; nil if it was never predicted.
  public func precision(of label: Int) -> Double? {
    let predicted = (0..<classes).reduce(0) { $0 + self[actual: $1, predicted: label] }
    return predicted == 0 ? nil : Double(self[actual: label, predicted: label]) / Double(predicted)
  }

  /// The share of this class's rows that were found; nil if it has none.
  public func recall(of label: Int) -> Double? {
    let actual = (0..<classes).reduce(0) { $0 + self[actual: label, predicted: $1] }
    return actual == 0 ? nil : Double(self[actual: label, predicted: label]) / Double(actual)
  }

  /// 2 · hits / (actual + predicted); nil if the class neither occurs nor is predicted.
  public func f1(of label: Int) -> Double? {
    let both = (0..<classes).reduce(0) {
      $0 + self[actual: label, predicted: $1] + self[actual: $1, predicted: label]
    }
    return both == 0 ? nil : 2 * Double(self[actual: label, predicted: label]) / Double(both)
  }

  /// F1 averaged over the classes that occur or are predicted; nil if there are no rows.
  public var macroF1: Double? {
    mean((0..<classes).compactMap { f1(of: $0) }.map { Optional($0) })
  }

  /// The share of rows on the diagonal; nil if there are no rows.
  public var accuracy: Double? {
    let total = counts.reduce(0, +)
    let hits = (0..<classes).reduce(0) { $0 + self[actual: $1, predicted: $1] }
    return total == 0 ? nil : Double(hits) / Double(total)
  }
}
