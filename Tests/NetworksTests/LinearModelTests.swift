import Networks
import Testing

// Numbers from scikit-learn, References/linear_models.py.
private let features = Formula.features(rows: 120, columns: 4, start: 5000)
private let noise = (0..<120).map { 2 * Formula.even(9000 + $0) - 1 }
private let rowWeights = (0..<120).map { Float(0.5 + Formula.even(9500 + $0)) }

private func column(_ c: Int, _ row: Int) -> Double { Double(features[row * 4 + c]) }

private func examples(_ targets: [Double], weighted: Bool = false) -> ExampleSet {
  ExampleSet(
    rows: 120, columns: 4, features: features, targets: targets.map { Float($0) },
    weights: weighted ? rowWeights : nil)
}

private let numbers = (0..<120).map { row in
  1.5 * column(0, row) - 2 * column(1, row) + 0.25 * column(2, row) + 3 + 0.5 * noise[row]
}
private let labels = (0..<120).map { column(0, $0) - column(1, $0) + noise[$0] > 0 ? 1.0 : 0 }
private let threeLabels = (0..<120).map { row -> Double in
  let value = column(0, row) + 0.5 * column(2, row) + 0.5 * noise[row]
  return value < -0.3 ? 0 : value < 0.4 ? 1 : 2
}

private func expectClose(
  _ found: [Double], _ expected: [Double], _ tolerance: Double,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found.count == expected.count, sourceLocation: sourceLocation)
  for (f, e) in zip(found, expected) { #expect(abs(f - e) < tolerance, sourceLocation: sourceLocation) }
}

@Test func `ridge regression agrees with scikit-learn`() throws {
  let plain = try RidgeRegression.fit(examples(numbers), l2: 1)
  expectClose(
    plain.weights + [plain.intercept],
    [1.41268551, -1.986398884, 0.266144633, -0.098031464, 3.054849573], 1e-8)
  let weighted = try RidgeRegression.fit(examples(numbers, weighted: true), l2: 2.5)
  expectClose(
    weighted.weights + [weighted.intercept],
    [1.345928529, -1.923623293, 0.265736121, -0.124473506, 3.056032287], 1e-8)
}

@Test func `more columns than rows take the other form of the equations`() throws {
  let wide = ExampleSet(
    rows: 6, columns: 9, features: Formula.features(rows: 6, columns: 9, start: 7000),
    targets: numbers.prefix(6).map { Float($0) })
  let model = try RidgeRegression.fit(wide, l2: 0.5)
  expectClose(
    model.weights + [model.intercept],
    [
      -0.048207225, 0.015639782, -0.934738564, 0.520987238, 0.786700849, 0.544077302, -0.255570281,
      0.048390517, 0.263678145, 2.168001032,
    ], 1e-8)
}

@Test func `without a penalty a line is found exactly, and a doubled column is refused`() throws {
  let line = ExampleSet(rows: 3, columns: 1, features: [0, 1, 3], targets: [1, 3, 7])
  let model = try RidgeRegression.fit(line, l2: 0)
  expectClose(model.weights + [model.intercept], [2, 1], 1e-12)
  #expect(model.predict([10, -1], rows: 2) == [21, -1])
  let doubled = ExampleSet(
    rows: 3, columns: 2, features: [0, 0, 1, 1, 3, 3], targets: [1, 3, 7])
  #expect(throws: NetworkError.singular) { try RidgeRegression.fit(doubled, l2: 0) }
  let shared = try RidgeRegression.fit(doubled, l2: 1e-6)
  expectClose(shared.weights, [1, 1], 1e-4)
  #expect(throws: NetworkError.stopped) {
    try RidgeRegression.fit(line, l2: 1, shouldStop: { true })
  }
}

@Test func `logistic regression of two classes agrees with scikit-learn`() throws {
  let plain = try LogisticRegression.fit(examples(labels), classes: 2, l2: 1)
  #expect(plain.converged)
  expectClose(
    plain.weights + plain.intercepts,
    [1.910810079, -2.090202906, 0.584397303, -0.45497013, 0.146635956], 2e-5)
  expectClose(
    plain.predict(Array(features.prefix(12)), rows: 3).map { Double($0) },
    [0.150908951, 0.476686629, 0.732578936], 1e-5)
  let weighted = try LogisticRegression.fit(examples(labels, weighted: true), classes: 2, l2: 0.5)
  expectClose(
    weighted.weights + weighted.intercepts,
    [2.183039995, -2.42486619, 0.493709386, -0.602100184, 0.116137929], 4e-5)
}

@Test func `logistic regression of three classes agrees with scikit-learn`() throws {
  let model = try LogisticRegression.fit(examples(threeLabels), classes: 3, l2: 1)
  #expect(model.converged)
  expectClose(
    model.weights + model.intercepts,
    [
      -2.839584993, 0.153679672, 2.685905321, 0.046097987, -0.059602482, 0.013504496, -1.46471748,
      -0.323848488, 1.788565968, 0.402210113, 0.077887069, -0.480097182, -0.272292357, 0.494521451,
      -0.222229093,
    ], 5e-5)
  expectClose(
    model.predict(Array(features.prefix(8)), rows: 2).map { Double($0) },
    [0.20239089, 0.476223249, 0.321385861, 0.38606555, 0.453467362, 0.160467088], 1e-5)
}

@Test func `classes that a line parts are no trouble with a penalty`() throws {
  let parted = ExampleSet(rows: 4, columns: 1, features: [-2, -1, 1, 2], targets: [0, 0, 1, 1])
  let model = try LogisticRegression.fit(parted, classes: 2, l2: 0.01)
  #expect(model.converged && model.weights[0] > 1)
  #expect(model.predict([-3, 3], rows: 2).map { $0 > 0.5 } == [false, true])
}

@Test func `a stopped fit says so, and bad settings are refused`() throws {
  let stopped = try LogisticRegression.fit(examples(labels), classes: 2, shouldStop: { true })
  #expect(stopped.interrupted && !stopped.converged && stopped.weights == [0, 0, 0, 0])
  #expect(throws: NetworkError.illegalParameter(name: "classes", legalRange: "≥ 2", value: "1")) {
    try LogisticRegression.fit(examples(labels), classes: 1)
  }
  #expect(throws: NetworkError.targetOutOfRange(row: 2, value: 2, legalRange: "0, 1, …, 1")) {
    let three = ExampleSet(rows: 3, columns: 1, features: [1, 2, 3], targets: [0, 1, 2])
    return try LogisticRegression.fit(three, classes: 2)
  }
}
