import Kernels
import Testing
import Trees

/// Rows drawn at random, and targets that wave against every direction asked for.
private func table(seed: UInt64, rows: Int = 500) -> TreeTable {
  var generator = SeededGenerator(seed: seed)
  var features: [Float] = []
  var targets: [Float] = []
  for _ in 0..<rows {
    let row = (0..<3).map { _ in Float(generator.uniform(-1, 1)) }
    let level = Float(generator.index(below: 6))
    let isMissing = generator.uniform() < 0.1
    features += [row[0], row[1], isMissing ? .nan : row[2], level]
    let wave = (row[0] * 9).rounded().truncatingRemainder(dividingBy: 2)
    let signal = row[0] - row[1] * row[2] + wave + (level == 3 ? 1 : 0)
    targets.append(signal + Float(generator.uniform(-0.5, 0.5)))
  }
  return TreeTable(
    rows: rows,
    columns: [
      .numeric(monotone: .increasing), .numeric(monotone: .decreasing), .numeric(), .categorical,
    ], features: features, targets: targets)
}

@Test(arguments: 1...6)
func `a monotone column never moves predictions the other way`(_ seed: Int) throws {
  let table = table(seed: UInt64(seed))
  let binary = TreeTable(
    rows: table.rows, columns: table.columns, features: table.features,
    targets: table.targets.map { $0 > 0 ? 1 : 0 })
  let settings: [(BoostingObjective, TreeTable)] = [
    (.squaredError, table), (.absoluteError, table), (.binary, binary),
  ]
  for (objective, table) in settings {
    let configuration = BoostingConfiguration(
      objective: objective, rounds: 25, learningRate: 0.3, leaves: 12, minimumLeafRows: 3, rowFraction: 0.8,
      categorical: CategoricalSplits(smoothing: 1, l2: 1, minimumLevelRows: 5), seed: UInt64(seed))
    let model = try boostTrees(configuration, on: table).model
    #expect(model.featureImportance.allSatisfy { $0.splits > 0 })
    for (column, direction) in [(0, 1.0), (1, -1.0)] {
      for row in 0..<60 {
        let fixed = Array(table.features[row * 4..<row * 4 + 4])
        let moved = (0...40).flatMap { step in
          fixed.enumerated().map { $0.offset == column ? Float(step) / 20 - 1 : $0.element }
        }
        let scores = model.scores(moved, rows: 41)
        for (lower, upper) in zip(scores, scores.dropFirst()) { #expect(direction * (upper - lower) >= 0) }
      }
    }
  }
}

@Test func `without a direction the same rows do move against it`() throws {
  let bounded = table(seed: 1)
  let free = TreeTable(
    rows: bounded.rows, columns: [.numeric(), .numeric(), .numeric(), .categorical],
    features: bounded.features, targets: bounded.targets)
  let model = try boostTrees(BoostingConfiguration(objective: .squaredError, rounds: 25), on: free).model
  let line = (0...40).flatMap { step -> [Float] in [Float(step) / 20 - 1, 0, 0, 0] }
  let scores = model.scores(line, rows: 41)
  #expect(zip(scores, scores.dropFirst()).contains { $1 < $0 })
}
