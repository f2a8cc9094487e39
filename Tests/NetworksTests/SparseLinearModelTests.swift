import Foundation
import Kernels
import Networks
import Testing

/// Numbers from scikit-learn, References/linear_models.py.
struct SparseLinearModelTests {
  /// A tenth of the values of a wide table; the first column is common and far from zero.
  private static func sparse(rows: Int, columns: Int, start: Int) -> SparseRows {
    var values = Formula.features(rows: rows, columns: columns, start: start)
    for index in values.indices {
      let (row, column) = (index / columns, index % columns)
      let kept = Formula.even(start + 500_000 + index) < 0.1
      if column == 0 {
        values[index] = row % 3 == 0 ? 0 : 2 + (kept ? values[index] : 0)
      } else if !kept {
        values[index] = 0
      }
    }
    return SparseRows(dense: values, rows: rows, columns: columns)
  }

  private let features = sparse(rows: 150, columns: 40, start: 40_000)
  private let rowWeights = (0..<150).map { Float(0.5 + Formula.even(61_000 + $0)) }

  /// The first eight columns' sum with some noise.
  private var signal: [Double] {
    let dense = features.dense()
    return (0..<150).map { row in
      let sum = (0..<8).reduce(0.0) { $0 + Double(dense[row * 40 + $1]) }
      return sum - 1.5 + 0.5 * (2 * Formula.even(60_000 + row) - 1)
    }
  }

  private func examples(_ targets: [Double], weighted: Bool = false) -> SparseExampleSet {
    SparseExampleSet(
      features: features, targets: targets.map { Float($0) }, weights: weighted ? rowWeights : nil)
  }

  private func dense(_ examples: SparseExampleSet) -> ExampleSet {
    ExampleSet(
      rows: examples.rows, columns: examples.columns, features: examples.features.dense(),
      targets: examples.targets, weights: examples.weights)
  }

  /// Whether all numbers agree to a millionth of the largest.
  private func agree(_ found: [Double], _ expected: [Double]) -> Bool {
    let scale = expected.reduce(0) { max($0, abs($1)) }
    return found.count == expected.count && zip(found, expected).allSatisfy { abs($0 - $1) < 1e-6 * scale }
  }

  @Test func `ridge regression of few columns agrees with scikit-learn and with dense rows`() throws {
    let rows = examples(signal.map { 2 * $0 + 1 }, weighted: true)
    let model = try RidgeRegression.fit(rows, l2: 0.7)
    #expect(
      agree(
        model.weights.prefix(6) + [model.intercept],
        [1.9050950342, 1.1301705366, 1.7501853368, 1.5936776174, 1.7292194351, 1.4530874636, -1.9237244484]))
    let other = try RidgeRegression.fit(dense(rows), l2: 0.7)
    #expect(agree(model.weights + [model.intercept], other.weights + [other.intercept]))
    let predicted = model.predict(features).map(Double.init)
    #expect(agree(predicted, other.predict(features.dense(), rows: 150).map(Double.init)))
  }

  @Test(arguments: [false, true])
  func `ridge regression of many columns agrees with dense rows`(_ weighted: Bool) throws {
    let wide = Self.sparse(rows: 90, columns: 1_100, start: 70_000)
    let first = wide.dense()
    let targets = (0..<90).map { row in
      Double(Float(2 * Formula.even(62_000 + row) + 1)) + Double(first[row * 1_100])
    }
    let rows = SparseExampleSet(
      features: wide, targets: targets.map { Float($0) },
      weights: weighted ? Array(rowWeights.prefix(90)) : nil)
    let model = try RidgeRegression.fit(rows, l2: 0.3)
    let other = try RidgeRegression.fit(dense(rows), l2: 0.3)
    #expect(agree(model.weights + [model.intercept], other.weights + [other.intercept]))
    if !weighted {
      let sum = model.weights.reduce(0, +)
      #expect(
        agree(
          model.weights.prefix(6) + [sum, model.intercept],
          [
            0.7707805819, 0.0374804284, 0.0300171244, 0.0157942455, -0.0187549485, -0.045410173,
            1.4558943964, 2.296775559,
          ]))
    }
  }

  @Test func `logistic regression of two classes agrees with scikit-learn and with dense rows`() throws {
    let rows = examples(signal.map { $0 > 0 ? 1 : 0 }, weighted: true)
    let model = try LogisticRegression.fit(rows, classes: 2, l2: 0.5, tolerance: 1e-10)
    #expect(model.converged)
    #expect(
      agree(
        model.weights.prefix(6) + model.intercepts,
        [3.3707194443, 1.1870681374, 0.4334883329, 1.6368424939, 1.1239439143, 0.4312554148, -4.8469883289]))
    let predicted = model.predict(features).map(Double.init)
    #expect(agree(Array(predicted.prefix(3)), [0.0289788615, 0.9896600885, 0.7422014977]))
    let other = try LogisticRegression.fit(dense(rows), classes: 2, l2: 0.5, tolerance: 1e-10)
    #expect(agree(model.weights + model.intercepts, other.weights + other.intercepts))
    #expect(agree(predicted, other.predict(features.dense(), rows: 150).map(Double.init)))
  }

  @Test func `logistic regression of three classes agrees with scikit-learn and with dense rows`() throws {
    let rows = examples(signal.map { $0 < -0.4 ? 0 : $0 < 0.4 ? 1 : 2 })
    let model = try LogisticRegression.fit(rows, classes: 3, l2: 1, tolerance: 1e-10)
    #expect(model.converged)
    #expect(
      agree(
        model.weights.prefix(9) + model.intercepts,
        [
          -2.1290536246, 0.35573429815, 1.7733193265, -0.36011879235, -0.47572670951, 0.83584550186,
          -0.0017807846335, -0.35118772233, 0.3529685069, 2.8278447302, -0.2150335637, -2.6128111665,
        ]))
    let predicted = model.predict(features).map(Double.init)
    let expected = [0.9611356217, 0.0317226372, 0.0071417411, 0.0031802648, 0.1579366506, 0.8388830846]
    #expect(agree(Array(predicted.prefix(6)), expected))
    let other = try LogisticRegression.fit(dense(rows), classes: 3, l2: 1, tolerance: 1e-10)
    #expect(agree(model.weights + model.intercepts, other.weights + other.intercepts))
  }

  @Test func `columns that no row has and rows that have none change nothing`() throws {
    let narrow = SparseRows(dense: [1, 0, 2, -1, 0, -2, 0, 0], rows: 4, columns: 2)
    let wide = SparseRows.joined([narrow, SparseRows(dense: [0, 0, 0, 0], rows: 4, columns: 1)])
    let targets: [Float] = [1, 1, 0, 0]
    let small = try LogisticRegression.fit(SparseExampleSet(features: narrow, targets: targets), classes: 2)
    let large = try LogisticRegression.fit(SparseExampleSet(features: wide, targets: targets), classes: 2)
    #expect(small.weights + [0] == large.weights && small.intercepts == large.intercepts)
    // The last row is all zeros, so that the intercept alone speaks.
    let last = try #require(large.predict(wide).last)
    #expect(agree([logit(Double(last))], large.intercepts))
  }

  @Test func `a row repeated counts like a row of double weight`() throws {
    let rows = examples(signal.map { $0 > 0 ? 1 : 0 })
    let repeated = rows.subset(Array(0..<150) + [3, 3, 8])
    var weights = [Float](repeating: 1, count: 150)
    weights[3] = 3
    weights[8] = 2
    let weighted = SparseExampleSet(features: features, targets: rows.targets, weights: weights)
    // Weights are scaled to an average of 1, so that the penalty has to shrink with them.
    let one = try LogisticRegression.fit(repeated, classes: 2, l2: 1, tolerance: 1e-10)
    let other = try LogisticRegression.fit(weighted, classes: 2, l2: 150 / 153, tolerance: 1e-10)
    #expect(agree(one.weights + one.intercepts, other.weights + other.intercepts))
    let ridge = try RidgeRegression.fit(repeated, l2: 1)
    let otherRidge = try RidgeRegression.fit(weighted, l2: 150 / 153)
    #expect(agree(ridge.weights + [ridge.intercept], otherRidge.weights + [otherRidge.intercept]))
  }

  @Test func `without a penalty more columns than rows have no single solution`() throws {
    let wide = Self.sparse(rows: 5, columns: 1_001, start: 90_000)
    let rows = SparseExampleSet(features: wide, targets: [1, 2, 3, 4, 5])
    #expect(throws: NetworkError.singular) { try RidgeRegression.fit(rows, l2: 0) }
    let doubled = SparseExampleSet(
      features: SparseRows(dense: [0, 0, 1, 1, 3, 3, 0, 0], rows: 4, columns: 2), targets: [1, 3, 7, 1])
    #expect(throws: NetworkError.singular) { try RidgeRegression.fit(doubled, l2: 0) }
    let line = SparseExampleSet(
      features: SparseRows(dense: [0, 1, 3], rows: 3, columns: 1), targets: [1, 3, 7])
    let model = try RidgeRegression.fit(line, l2: 0)
    #expect(agree(model.weights + [model.intercept], [2, 1]))
  }

  @Test func `a stopped fit says so, and bad rows are refused`() throws {
    let rows = examples(signal.map { $0 > 0 ? 1 : 0 })
    let stopped = try LogisticRegression.fit(rows, classes: 2, shouldStop: { true })
    #expect(stopped.interrupted && !stopped.converged && stopped.weights.allSatisfy { $0 == 0 })
    #expect(throws: NetworkError.stopped) { try RidgeRegression.fit(rows, l2: 1, shouldStop: { true }) }
    let endless = SparseExampleSet(
      features: SparseRows(dense: [0, 1, 0, 0, .infinity, 0], rows: 3, columns: 2), targets: [0, 1, 1])
    #expect(throws: NetworkError.nonFiniteFeature(row: 2, column: 0)) {
      try LogisticRegression.fit(endless, classes: 2)
    }
    #expect(throws: NetworkError.targetOutOfRange(row: 0, value: 2, legalRange: "0, 1, …, 1")) {
      try LogisticRegression.fit(
        SparseExampleSet(features: SparseRows(dense: [1], rows: 1, columns: 1), targets: [2]), classes: 2)
    }
    #expect(throws: NetworkError.noRows) {
      try RidgeRegression.fit(
        SparseExampleSet(features: SparseRows(dense: [], rows: 0, columns: 3), targets: []), l2: 1)
    }
  }

  private func logit(_ probability: Double) -> Double { log(probability / (1 - probability)) }
}
