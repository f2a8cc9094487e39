import Testing
import Trees

private func table(
  _ features: [Float], _ targets: [Float], weights: [Float]? = nil, _ column: TreeColumn = .numeric()
) -> TreeTable {
  TreeTable(rows: targets.count, columns: [column], features: features, targets: targets, weights: weights)
}

private struct Refused: CustomTestStringConvertible, Sendable {
  let name: String
  var change: @Sendable (inout BoostingConfiguration) -> Void
  let range: String
  let value: String

  init(
    _ name: String, _ range: String, _ value: String,
    _ change: @escaping @Sendable (inout BoostingConfiguration) -> Void
  ) {
    (self.name, self.range, self.value, self.change) = (name, range, value, change)
  }

  var testDescription: String { name }
}

private let refused = [
  Refused("rounds", "≥ 1", "0") { $0.rounds = 0 },
  Refused("learningRate", "0 < learningRate ≤ 1", "0.0") { $0.learningRate = 0 },
  Refused("learningRate", "0 < learningRate ≤ 1", "nan") { $0.learningRate = .nan },
  Refused("leaves", "2…65536", "1") { $0.leaves = 1 },
  Refused("maximumDepth", "≥ 1", "0") { $0.maximumDepth = 0 },
  Refused("minimumLeafRows", "≥ 1", "0") { $0.minimumLeafRows = 0 },
  Refused("minimumLeafHessian", "0 ≤ minimumLeafHessian < ∞", "-1.0") { $0.minimumLeafHessian = -1 },
  Refused("l1", "0 ≤ l1 < ∞", "-0.5") { $0.l1 = -0.5 },
  Refused("l2", "0 ≤ l2 < ∞", "inf") { $0.l2 = .infinity },
  Refused("minimumGain", "0 ≤ minimumGain < ∞", "-1.0") { $0.minimumGain = -1 },
  Refused("rowFraction", "0 < rowFraction ≤ 1", "1.5") { $0.rowFraction = 1.5 },
  Refused("columnFraction", "0 < columnFraction ≤ 1", "0.0") { $0.columnFraction = 0 },
  Refused("earlyStoppingRounds", "≥ 1", "0") { $0.earlyStoppingRounds = 0 },
  Refused("bins", "2…255", "256") { $0.binning.bins = 256 },
  Refused("minimumBinRows", "≥ 1", "0") { $0.binning.minimumBinRows = 0 },
  Refused("sampleRows", "≥ 1", "0") { $0.binning.sampleRows = 0 },
  Refused("categorical.maximumLevels", "≥ 1", "0") { $0.categorical.maximumLevels = 0 },
  Refused("categorical.minimumLevelRows", "≥ 1", "0") { $0.categorical.minimumLevelRows = 0 },
  Refused("categorical.smoothing", "0 ≤ smoothing < ∞", "-1.0") { $0.categorical.smoothing = -1 },
  Refused("categorical.l2", "0 ≤ l2 < ∞", "-1.0") { $0.categorical.l2 = -1 },
  Refused("categorical.oneVersusRestLevels", "≥ 0", "-1") { $0.categorical.oneVersusRestLevels = -1 },
  Refused("objective.delta", "0 < delta < ∞", "0.0") { $0.objective = .huber(delta: 0) },
  Refused("objective.classes", "2…10000", "1") { $0.objective = .softmax(classes: 1) },
]

@Test(arguments: refused)
private func `a setting outside its range is named`(_ example: Refused) throws {
  var configuration = BoostingConfiguration(objective: .binary)
  try configuration.validate()
  example.change(&configuration)
  let expected = TreeError.illegalParameter(
    name: example.name, legalRange: example.range, value: example.value)
  #expect(throws: expected) { try configuration.validate() }
  #expect(throws: expected) { try boostTrees(configuration, on: table([1, 2], [0, 1])) }
}

@Test func `a decision tree's settings are checked too`() {
  func refusal(_ configuration: DecisionTreeConfiguration) -> String {
    do {
      _ = try growTree(configuration, on: table([1, 2], [0, 1]))
      return ""
    } catch { return "\(error)" }
  }
  typealias Configuration = DecisionTreeConfiguration
  #expect(
    refusal(Configuration(criterion: .gini(classes: 1))) == "criterion.classes is 1; it must be 2…10000")
  #expect(
    refusal(Configuration(criterion: .variance, maximumDepth: 0)) == "maximumDepth is 0; it must be ≥ 1")
  #expect(
    refusal(Configuration(criterion: .variance, maximumLeaves: 1)) == "maximumLeaves is 1; it must be ≥ 2")
  #expect(
    refusal(Configuration(criterion: .variance, minimumLeafRows: 0))
      == "minimumLeafRows is 0; it must be ≥ 1")
  #expect(
    refusal(Configuration(criterion: .variance, minimumDecrease: -1))
      == "minimumDecrease is -1.0; it must be 0 ≤ minimumDecrease < ∞")
}

@Test func `rows that cannot be learnt from are refused`() {
  func both(
    _ rows: TreeTable, _ objective: BoostingObjective, _ criterion: SplitCriterion, _ error: TreeError
  ) {
    #expect(throws: error) { try boostTrees(BoostingConfiguration(objective: objective), on: rows) }
    #expect(throws: error) { try growTree(DecisionTreeConfiguration(criterion: criterion), on: rows) }
  }
  both(table([], []), .squaredError, .variance, .noRows)
  both(TreeTable(rows: 1, columns: [], features: [], targets: [1]), .squaredError, .variance, .noColumns)
  both(table([1, 2], [1, 2], weights: [0, 0]), .squaredError, .variance, .noWeight)
  both(
    table([1, 2], [1, 2], weights: [1, -1]), .squaredError, .variance, .weightOutOfRange(row: 1, value: -1))
  let numbers = "−10³⁰ ≤ target ≤ 10³⁰"
  both(
    table([1, 2], [1, .infinity]), .squaredError, .variance,
    .targetOutOfRange(row: 1, value: .infinity, legalRange: numbers))
  both(
    table([1, 2], [0, 2]), .binary, .gini(classes: 2),
    .targetOutOfRange(row: 1, value: 2, legalRange: "0, 1"))
  both(
    table([1, 2], [0, 0.5]), .softmax(classes: 4), .gini(classes: 4),
    .targetOutOfRange(row: 1, value: 0.5, legalRange: "0, 1, …, 3"))
  both(
    table([1, 2.5], [0, 1], .categorical), .binary, .gini(classes: 2),
    .illegalLevel(row: 1, column: 0, value: 2.5))
  #expect(throws: TreeError.self) {
    try boostTrees(BoostingConfiguration(objective: .squaredError), on: table([1], [.nan]))
  }
}

@Test func `what cannot be kept is refused`() {
  let rising = table([1, 2], [0, 1], .numeric(monotone: .increasing))
  #expect(throws: TreeError.monotoneNotKept(column: 0)) {
    try boostTrees(BoostingConfiguration(objective: .softmax(classes: 2)), on: rising)
  }
  #expect(throws: TreeError.monotoneNotKept(column: 0)) {
    try growTree(DecisionTreeConfiguration(criterion: .variance), on: rising)
  }
  #expect(throws: TreeError.noValidationRows) {
    try boostTrees(
      BoostingConfiguration(objective: .binary, earlyStoppingRounds: 3), on: table([1, 2], [0, 1]))
  }
  #expect(throws: TreeError.shapeMismatch(what: "columns", expected: 1, found: 2)) {
    try boostTrees(
      BoostingConfiguration(objective: .binary), on: table([1, 2], [0, 1]),
      validation: TreeTable(
        rows: 1, columns: [.numeric(), .numeric()], features: [1, 2], targets: [1]))
  }
}

@Test func `every error has words in both languages`() {
  let errors: [TreeError] = [
    .illegalParameter(name: "l2", legalRange: "0 ≤ l2 < ∞", value: "-1"), .noRows, .noColumns, .noWeight,
    .shapeMismatch(what: "columns", expected: 2, found: 3),
    .targetOutOfRange(row: 4, value: .nan, legalRange: "0, 1"), .weightOutOfRange(row: 4, value: -1),
    .illegalLevel(row: 4, column: 7, value: 0.5), .monotoneNotKept(column: 7), .noValidationRows, .stopped,
  ]
  #expect(errors[5].description == "the target of row 4 (counting from 0) is nan; it must be 0, 1")
  #expect(errors[5].chineseDescription == "第 4 行（从 0 数起）的目标值为 nan，合法范围是：0, 1")
  for error in errors {
    let isChinese = error.chineseDescription.unicodeScalars.contains {
      $0.value > 0x4e00 && $0.value < 0x9fff
    }
    #expect(isChinese && error.description.allSatisfy { $0.isASCII || "≤<∞…−¹⁰³".contains($0) })
  }
  #expect(Set(errors.map(\.description)).count == errors.count)
}
