import Foundation
import Kernels
import Testing
import Trees

private func tree(
  _ features: [Float], _ targets: [Float], _ columns: [TreeColumn],
  _ configuration: DecisionTreeConfiguration,
  weights: [Float]? = nil
) throws -> DecisionTree {
  try growTree(
    configuration,
    on: TreeTable(
      rows: targets.count, columns: columns, features: features, targets: targets, weights: weights))
}

@Test func `gini is lowered as computed by hand`() throws {
  // 3 of 4 rows are class 1: gini 1 − (1/16 + 9/16) = 0.375. After the cut at 1.5 both sides are pure.
  let grown = try tree(
    [1, 2, 3, 4], [0, 1, 1, 1], [.numeric()], DecisionTreeConfiguration(criterion: .gini(classes: 2)))
  #expect(grown.nodes[0].impurity == 0.375 && grown.nodes[0].value == [0.25, 0.75])
  #expect(grown.nodes[0].split?.question == .atMost(1.5))
  #expect(grown.nodes[0].split?.decrease == 0.375)
  #expect(grown.leaves == 2 && grown.depth == 1)
  #expect(grown.predict([1, 2], rows: 2) == [1, 0, 0, 1])
}

@Test func `variance is lowered as computed by hand`() throws {
  // Variance about 5 is 25; about 0 and 10 it is 0. The origin of the targets must not matter.
  for origin in [0, 1e6] as [Float] {
    let grown = try tree(
      [1, 2, 3, 4], [0, 0, 10, 10].map { $0 + origin }, [.numeric()],
      DecisionTreeConfiguration(criterion: .variance))
    #expect(grown.nodes[0].impurity == 25 && grown.nodes[0].split?.decrease == 25)
    #expect(grown.predict([0, 9], rows: 2) == [origin, origin + 10])
  }
}

@Test func `an exclusive or is solved though its first split gains nothing`() throws {
  let grown = try tree(
    [0, 0, 0, 1, 1, 0, 1, 1], [0, 1, 1, 0], [.numeric(), .numeric()],
    DecisionTreeConfiguration(criterion: .gini(classes: 2)))
  #expect(grown.predict([0, 0, 0, 1, 1, 0, 1, 1], rows: 4) == [1, 0, 0, 1, 0, 1, 1, 0])
}

@Test func `missing values go where they lower impurity more`() throws {
  let right = try tree(
    [1, 2, 8, 9, .nan], [0, 0, 1, 1, 1], [.numeric()],
    DecisionTreeConfiguration(criterion: .gini(classes: 2)))
  #expect(right.leaves == 2 && right.predict([.nan], rows: 1) == [0, 1])
  let apart = try tree(
    [1, 2, 8, 9, .nan], [0, 0, 0, 0, 1], [.numeric()],
    DecisionTreeConfiguration(criterion: .gini(classes: 2)))
  #expect(apart.leaves == 2 && apart.predict([.nan, .infinity], rows: 2) == [0, 1, 1, 0])
}

@Test(arguments: 1...5)
func `levels part as well as any two groups could`(_ seed: Int) throws {
  // All 2⁶ − 2 groups of six levels, for variance, where the cut of the ordered levels is the best.
  var generator = SeededGenerator(seed: UInt64(seed))
  let codes = (0..<90).map { _ in Float(generator.index(below: 6)) }
  let effects = (0..<6).map { _ in Float(generator.uniform(-1, 1)) }
  let targets = codes.map { effects[Int($0)] + Float(generator.uniform(-1, 1)) }
  let grown = try tree(
    codes, targets, [.categorical], DecisionTreeConfiguration(criterion: .variance, maximumLeaves: 2))
  func squares(_ group: Int) -> Double {
    let inside = codes.indices.filter { group >> Int(codes[$0]) & 1 == 1 }.map { Double(targets[$0]) }
    let mean = inside.reduce(0, +) / Double(max(inside.count, 1))
    return inside.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }
  let best = (1..<63).map { squares(63) - squares($0) - squares(63 - $0) }.max() ?? 0
  #expect(abs((grown.nodes[0].split?.decrease ?? 0) - best / 90) < 1e-6)
}

@Test func `a row that weighs two counts as two rows`() throws {
  let rows = 120
  let table = Formula.table(rows, columns: [0, 1, 2, 3], targets: Formula.classes(rows, 3))
  let weighted = TreeTable(
    rows: rows, columns: table.columns, features: table.features, targets: table.targets,
    weights: (0..<rows).map { $0 % 3 == 0 ? 2 : 1 })
  let twice = table.subset((0..<rows).flatMap { $0 % 3 == 0 ? [$0, $0] : [$0] })
  let configuration = DecisionTreeConfiguration(criterion: .gini(classes: 3), maximumDepth: 3)
  let first = try growTree(configuration, on: weighted).predict(table.features, rows: rows)
  let second = try growTree(configuration, on: twice).predict(table.features, rows: rows)
  for (one, other) in zip(first, second) { #expect(abs(one - other) < 1e-6) }
}

@Test func `bounds on leaves hold`() throws {
  let rows = 300
  let table = Formula.table(rows, columns: [0, 1, 2, 3], targets: Formula.numbers(rows))
  let grown = try growTree(
    DecisionTreeConfiguration(
      criterion: .variance, maximumDepth: 4, maximumLeaves: 9, minimumLeafRows: 11, minimumDecrease: 0.005),
    on: table)
  let leaves = grown.nodes.filter { $0.split == nil }
  #expect(grown.leaves == leaves.count && leaves.count <= 9 && leaves.count > 4 && grown.depth <= 4)
  #expect(leaves.allSatisfy { $0.rows >= 11 } && leaves.reduce(0) { $0 + $1.rows } == rows)
  #expect(grown.nodes.compactMap(\.split).allSatisfy { $0.decrease >= 0.005 })
}

@Test func `any number of threads grows the same tree, and it survives being written`() throws {
  let table = Formula.table(800, columns: [0, 1, 2, 3], targets: Formula.classes(800, 3))
  let configuration = DecisionTreeConfiguration(criterion: .entropy(classes: 3), minimumLeafRows: 4)
  let first = try growTree(configuration, on: table)
  for threads in [2, 4] {
    #expect(try growTree(configuration, on: table, pool: WorkerPool(threads: threads)) == first)
  }
  let read = try JSONDecoder().decode(DecisionTree.self, from: JSONEncoder().encode(first))
  #expect(read == first)
  #expect(read.predict(table.features, rows: 800) == first.predict(table.features, rows: 800))
}

@Test func `growth ends when asked to`() throws {
  let table = Formula.table(200, columns: [0, 1], targets: Formula.numbers(200))
  var asked = 0
  let grown = try growTree(DecisionTreeConfiguration(criterion: .variance), on: table) {
    asked += 1
    return asked > 3
  }
  #expect(grown.leaves == 4)
}
