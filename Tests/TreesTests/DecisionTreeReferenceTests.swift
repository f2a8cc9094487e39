import Foundation
import Testing
import Trees

// The numbers come from References/decision_trees.py (scikit-learn 1.9). It counts entropy in bits.

/// A tree in one line, as decision_trees.py prints it: questions with m where missing values go left, and
/// the rows of leaves.
private func line(_ tree: DecisionTree, at place: Int = 0) -> String {
  let node = tree.nodes[place]
  guard let split = node.split, case .atMost(let threshold) = split.question else { return "\(node.rows)" }
  let number = threshold == threshold.rounded() ? "\(Int(threshold))" : "\(threshold)"
  return "\(split.column)<=\(number)\(split.missingLeft ? "m" : "") "
    + line(tree, at: split.left) + " " + line(tree, at: split.right)
}

private struct Example: CustomTestStringConvertible, Sendable {
  let name: String
  let configuration: DecisionTreeConfiguration
  let columns: [Int]
  var isWeighted = false
  let line: String
  let squares: Double
  let importance: [Double]
  let impurity: Double

  var testDescription: String { name }
}

private let examples = [
  Example(
    name: "gini",
    configuration: DecisionTreeConfiguration(
      criterion: .gini(classes: 3), maximumDepth: 3, minimumLeafRows: 5), columns: [0, 1],
    line: "0<=76.5m 1<=46.5m 0<=10 25 151 0<=10.5 6 42 1<=12.5 1<=5.5m 9 7 1<=26.5 20 40",
    squares: 145.01541, importance: [0.657719, 0.342281], impurity: 0.6525111),
  Example(
    name: "entropy",
    configuration: DecisionTreeConfiguration(criterion: .entropy(classes: 2), maximumLeaves: 6),
    columns: [0, 1, 2], line: "0<=77.5m 0<=10 31 2<=19.5 0<=51.5m 51 31 1<=30.5m 60 56 71",
    squares: 201.62496, importance: [0.714216, 0.170155, 0.115629], impurity: 0.9728671 * log(2)),
  Example(
    name: "variance",
    configuration: DecisionTreeConfiguration(criterion: .variance, maximumLeaves: 7, minimumLeafRows: 8),
    columns: [0, 1, 2],
    line: "0<=77.5m 1<=46.5m 0<=10 25 0<=56.5m 106 50 2<=24.5 18 30 1<=14.5 17 54",
    squares: 1545.0086, importance: [0.689202, 0.215266, 0.095532], impurity: 0.7507472),
  Example(
    name: "weights",
    configuration: DecisionTreeConfiguration(criterion: .variance, maximumDepth: 3, minimumDecrease: 0.01),
    columns: [0, 1], isWeighted: true,
    line: "0<=77.5m 1<=46.5m 0<=8.5 23 158 0<=49.5m 36 12 1<=14.5 17 1<=43.5m 40 14",
    squares: 1556.0796, importance: [0.718654, 0.281346], impurity: 0.7175139),
]

@Test(arguments: examples)
private func `a tree equals scikit-learn's`(_ example: Example) throws {
  let rows = 300
  let targets =
    switch example.configuration.criterion {
    case .gini(let classes), .entropy(let classes): Formula.classes(rows, classes)
    case .variance: Formula.numbers(rows)
    }
  let table = Formula.table(
    rows, columns: example.columns, targets: targets,
    weights: example.isWeighted ? Formula.weights(rows) : nil)
  let tree = try growTree(example.configuration, on: table)
  #expect(line(tree) == example.line)
  let squares = tree.predict(table.features, rows: rows).reduce(0.0) { $0 + Double($1) * Double($1) }
  #expect(abs(squares - example.squares) < 1e-6 * example.squares)
  #expect(abs(tree.nodes[0].impurity - example.impurity) < 1e-6)
  let total = tree.featureImportance.reduce(0) { $0 + $1.gain }
  for (ours, theirs) in zip(tree.featureImportance, example.importance) {
    #expect(abs(ours.gain / total - theirs) < 2e-6)
  }
}
