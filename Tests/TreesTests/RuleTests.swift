import Testing
import Trees

@Test func `rules say the way to each leaf, a column once`() throws {
  // Class 1 only between 2.5 and 4.5, where the level is 3.
  let rows: [(Float, Float, Float)] = [
    (1, 3, 0), (2, 3, 0), (3, 3, 1), (4, 3, 1), (5, 3, 0), (6, 3, 0), (3, 0, 0), (4, 0, 0), (3, 1, 0),
  ]
  let table = TreeTable(
    rows: rows.count, columns: [.numeric(), .categorical], features: rows.flatMap { [$0.0, $0.1] },
    targets: rows.map(\.2))
  let tree = try growTree(DecisionTreeConfiguration(criterion: .gini(classes: 2)), on: table)
  let positive = tree.rules.filter { $0.value == [0, 1] }
  #expect(positive.count == 1 && positive[0].rows == 2)
  let conditions = positive[0].conditions.sorted { $0.column < $1.column }
  #expect(conditions.map(\.values) == [.range(above: 2.5, atMost: 4.5), .noneOf([0, 1])])
}

@Test func `every row satisfies exactly one rule, that of its leaf`() throws {
  let rows = 400
  let table = Formula.table(rows, columns: [0, 1, 2, 3], targets: Formula.classes(rows, 3))
  let tree = try growTree(
    DecisionTreeConfiguration(criterion: .gini(classes: 3), minimumLeafRows: 3), on: table)
  let rules = tree.rules
  #expect(rules.count == tree.leaves && rules.reduce(0) { $0 + $1.rows } == rows)
  let predicted = tree.predict(table.features, rows: rows)
  for row in 0..<rows {
    let values = table.features[row * 4..<row * 4 + 4].map(\.self)
    let matching = rules.filter { rule in rule.conditions.allSatisfy { holds($0, values[$0.column]) } }
    #expect(matching.count == 1)
    #expect(matching.first?.value == Array(predicted[row * 3..<row * 3 + 3]))
  }
  for rule in rules { #expect(Set(rule.conditions.map(\.column)).count == rule.conditions.count) }
}

private func holds(_ condition: RuleCondition, _ value: Float) -> Bool {
  if value.isNaN { return condition.missingToo }
  return switch condition.values {
  case .range(let above, let atMost): value > above ?? -.infinity && value <= atMost ?? .infinity
  case .among(let levels): levels.contains(Int32(value))
  case .noneOf(let levels): !levels.contains(Int32(value))
  }
}

@Test func `a single leaf has one rule without conditions`() throws {
  let table = TreeTable(rows: 2, columns: [.numeric()], features: [1, 2], targets: [3, 3])
  let tree = try growTree(DecisionTreeConfiguration(criterion: .variance), on: table)
  #expect(tree.rules.count == 1 && tree.rules[0].conditions.isEmpty)
  #expect(tree.rules[0].value == [3] && tree.rules[0].rows == 2)
}
