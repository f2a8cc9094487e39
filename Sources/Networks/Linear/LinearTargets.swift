import Kernels

/// The targets and row weights of a linear model's rows, checked once.
struct LinearTargets {
  let values: [Float]
  /// Averaging 1; empty when all rows count alike.
  let weights: [Double]

  /// - Throws: `NetworkError` for rows that cannot work.
  init(_ examples: ExampleSet, classes: Int?) throws {
    guard examples.rows == 0 || examples.targets.count == examples.rows else {
      throw NetworkError.shapeMismatch(
        what: "targets", expected: 1, found: examples.targets.count / examples.rows)
    }
    try self.init(examples.targets, examples.weights, classes: classes)
    if let bad = examples.features.firstIndex(where: { !$0.isFinite }) {
      throw NetworkError.nonFiniteFeature(row: bad / examples.columns, column: bad % examples.columns)
    }
  }

  /// - Throws: `NetworkError` for rows that cannot work.
  init(_ examples: SparseExampleSet, classes: Int?) throws {
    try self.init(examples.targets, examples.weights, classes: classes)
    let features = examples.features
    if let bad = features.values.firstIndex(where: { !$0.isFinite }) {
      let row = (features.starts.firstIndex { $0 > bad } ?? features.rows) - 1
      throw NetworkError.nonFiniteFeature(row: row, column: Int(features.indices[bad]))
    }
  }

  /// - Parameter classes: what class indices stay below; nil for numbers.
  private init(_ targets: [Float], _ weights: [Float]?, classes: Int?) throws {
    guard !targets.isEmpty else { throw NetworkError.noRows }
    for (row, target) in targets.enumerated() {
      if let classes {
        guard target >= 0 && target < Float(classes) && target == target.rounded() else {
          throw NetworkError.targetOutOfRange(
            row: row, value: target, legalRange: "0, 1, …, \(classes - 1)")
        }
      } else if !target.isFinite {
        throw NetworkError.targetOutOfRange(row: row, value: target, legalRange: "−∞ < target < ∞")
      }
    }
    values = targets
    guard let weights else {
      self.weights = []
      return
    }
    for (row, weight) in weights.enumerated() {
      try NetworkError.require(weight >= 0 && weight.isFinite, "weights[\(row)]", "0 ≤ weight < ∞", weight)
    }
    let mean = weights.reduce(0.0) { $0 + Double($1) } / Double(weights.count)
    guard mean > 0 else { throw NetworkError.noWeight }
    self.weights = weights.map { Double($0) / mean }
  }

  /// The mean target, each row counting by its weight.
  var weightedMean: Double {
    values.indices.reduce(0.0) { $0 + weight($1) * Double(values[$1]) } / Double(values.count)
  }

  /// What a row counts, 1 on average.
  func weight(_ row: Int) -> Double { weights.isEmpty ? 1 : weights[row] }
}
