import Foundation
import Kernels
import Testing
import Trees

@Test func `the same seed gives the same bytes for any threads and instruction set`() throws {
  // Enough rows for several blocks, and drawn rows and columns.
  let rows = 40_000
  let table = Formula.table(rows, columns: [0, 1, 2, 3], targets: Formula.classes(rows, 2))
  var configuration = BoostingConfiguration(objective: .binary, rounds: 4, seed: 7)
  for (rowFraction, columnFraction) in [(1, 1), (0.6, 0.5)] {
    (configuration.rowFraction, configuration.columnFraction) = (rowFraction, columnFraction)
    let first = try boostTrees(configuration, on: table)
    for threads in [1, 2, 3, 4] {
      let again = try boostTrees(configuration, on: table, pool: WorkerPool(threads: threads))
      #expect(again.model == first.model, "\(threads) threads")
      #expect(again.history == first.history, "\(threads) threads")
    }
    for set in InstructionSet.available {
      #expect(try boostTrees(configuration, on: table, instructionSet: set).model == first.model, "\(set)")
    }
  }
  let drawn = try boostTrees(configuration, on: table).model
  configuration.seed = 8
  #expect(try boostTrees(configuration, on: table).model != drawn)
}

@Test func `three classes are the same for any threads and instruction set`() throws {
  let table = Formula.table(9_000, columns: [0, 1, 2, 3], targets: Formula.classes(9_000, 3))
  let configuration = BoostingConfiguration(objective: .softmax(classes: 3), rounds: 3)
  let first = try boostTrees(configuration, on: table)
  #expect(try boostTrees(configuration, on: table, pool: WorkerPool(threads: 2)).model == first.model)
  for set in InstructionSet.available {
    #expect(try boostTrees(configuration, on: table, instructionSet: set).model == first.model, "\(set)")
  }
}

@Test func `the training loss is that of the predictions`() throws {
  let rows = 700
  func outcome(_ objective: BoostingObjective, _ targets: [Float]) throws -> ([Float], Double) {
    let table = Formula.table(rows, columns: [0, 1, 2], targets: targets)
    let outcome = try boostTrees(BoostingConfiguration(objective: objective, rounds: 8), on: table)
    let losses = outcome.history.map(\.trainingLoss)
    #expect(losses == losses.sorted(by: >))
    return (outcome.model.predict(table.features, rows: rows), losses[7])
  }
  func mean(_ loss: (Int) -> Double) -> Double { (0..<rows).reduce(0) { $0 + loss($1) } / Double(rows) }
  let numbers = Formula.numbers(rows)
  let two = Formula.classes(rows, 2)
  let three = Formula.classes(rows, 3)
  let (square, squareLoss) = try outcome(.squaredError, numbers)
  #expect(abs(mean { pow(Double(square[$0] - numbers[$0]), 2) } - squareLoss) < 1e-6)
  let (absolute, absoluteLoss) = try outcome(.absoluteError, numbers)
  #expect(abs(mean { abs(Double(absolute[$0] - numbers[$0])) } - absoluteLoss) < 1e-6)
  let (huber, huberLoss) = try outcome(.huber(delta: 0.3), numbers)
  let huberMean = mean { row in
    let error = abs(Double(huber[row] - numbers[row]))
    return error <= 0.3 ? error * error / 2 : 0.3 * (error - 0.15)
  }
  #expect(abs(huberMean - huberLoss) < 1e-6)
  let (binary, binaryLoss) = try outcome(.binary, two)
  #expect(abs(mean { -log(Double(two[$0] == 1 ? binary[$0] : 1 - binary[$0])) } - binaryLoss) < 1e-5)
  let (shares, softmaxLoss) = try outcome(.softmax(classes: 3), three)
  #expect(abs(mean { -log(Double(shares[$0 * 3 + Int(three[$0])])) } - softmaxLoss) < 1e-5)
  for row in 0..<rows { #expect(abs(shares[row * 3] + shares[row * 3 + 1] + shares[row * 3 + 2] - 1) < 1e-6) }
}

@Test func `absolute error predicts medians`() throws {
  let table = TreeTable(
    rows: 8, columns: [.numeric()], features: [1, 1, 1, 2, 2, 2, 2, 2],
    targets: [0, 1, 50, 7, 8, 9, 10, 900])
  let configuration = BoostingConfiguration(
    objective: .absoluteError, rounds: 1, learningRate: 1, leaves: 2, minimumLeafRows: 1)
  let model = try boostTrees(configuration, on: table).model
  // It starts at the median of all, (8 + 9) / 2, and ends at the median of either side.
  #expect(model.initialScores == [8.5])
  #expect(model.predict([1, 2], rows: 2) == [1, 9])
}

@Test func `in boosting a row that weighs two counts as two rows`() throws {
  let rows = 300
  let table = Formula.table(rows, columns: [0, 1], targets: Formula.numbers(rows))
  let weighted = TreeTable(
    rows: rows, columns: table.columns, features: table.features, targets: table.targets,
    weights: (0..<rows).map { $0 % 3 == 0 ? 2 : 1 })
  let twice = table.subset((0..<rows).flatMap { $0 % 3 == 0 ? [$0, $0] : [$0] })
  let configuration = BoostingConfiguration(
    objective: .squaredError, rounds: 10, leaves: 8, minimumLeafRows: 1, minimumLeafHessian: 0,
    binning: BinningConfiguration(minimumBinRows: 1))
  let first = try boostTrees(configuration, on: weighted).model.predict(table.features, rows: rows)
  let second = try boostTrees(configuration, on: twice).model.predict(table.features, rows: rows)
  for (one, other) in zip(first, second) { #expect(abs(one - other) < 1e-5) }
}

@Test func `early stopping keeps the best round`() throws {
  // Targets that no column foretells: the validation loss soon rises.
  let rows = 400
  let noise = (0..<2 * rows).map { Float(Formula.even(50_000 + $0) < 0.5 ? 0 : 1) }
  let all = Formula.table(2 * rows, columns: [0, 1, 2], targets: noise)
  let (training, validation) = (all.subset(Array(0..<rows)), all.subset(Array(rows..<2 * rows)))
  var configuration = BoostingConfiguration(objective: .binary, rounds: 200, earlyStoppingRounds: 6)
  let outcome = try boostTrees(configuration, on: training, validation: validation)
  let losses = outcome.history.compactMap(\.validationLoss)
  #expect(outcome.stoppedEarly && !outcome.interrupted && !outcome.exhausted)
  #expect(losses.min() == losses[outcome.bestRound - 1])
  #expect(losses.count == outcome.bestRound + 6 && outcome.model.rounds == outcome.bestRound)
  // The history's loss is that of the model kept, on rows it never saw.
  let predicted = outcome.model.predict(validation.features, rows: rows)
  let loss = (0..<rows).reduce(0.0) {
    $0 - log(Double(validation.targets[$1] == 1 ? predicted[$1] : 1 - predicted[$1]))
  }
  #expect(abs(loss / Double(rows) - losses[outcome.bestRound - 1]) < 1e-6)
  configuration.earlyStoppingRounds = nil
  configuration.rounds = 20
  let full = try boostTrees(configuration, on: training, validation: validation)
  #expect(full.model.rounds == 20 && full.model.prefix(rounds: outcome.bestRound) == outcome.model)
}

@Test func `drawn rows leave the others to be followed down the tree`() throws {
  // With a learning rate of 1 and one round the training loss covers all rows, drawn or not.
  let rows = 500
  let table = Formula.table(rows, columns: [0, 1, 2, 3], targets: Formula.numbers(rows))
  let configuration = BoostingConfiguration(objective: .squaredError, rounds: 6, rowFraction: 0.4)
  let outcome = try boostTrees(configuration, on: table)
  #expect(outcome.model.trees[0].splitRows[0] == 200)
  let predicted = outcome.model.predict(table.features, rows: rows)
  let loss = (0..<rows).reduce(0.0) { $0 + pow(Double(predicted[$1] - table.targets[$1]), 2) }
  #expect(abs(loss / Double(rows) - outcome.history[5].trainingLoss) < 1e-6)
}

@Test func `levels beyond the bins are predicted as they were trained`() throws {
  // 12 levels in 4 bins: the 8 rarer ones are treated as missing, in training and in use.
  let rows = 500
  let table = Formula.table(rows, columns: [3], targets: Formula.numbers(rows))
  let configuration = BoostingConfiguration(
    objective: .squaredError, rounds: 4,
    categorical: CategoricalSplits(oneVersusRestLevels: 0, smoothing: 1, minimumLevelRows: 1),
    binning: BinningConfiguration(bins: 4))
  let outcome = try boostTrees(configuration, on: table)
  #expect(outcome.model.levels[0].count == 4)
  let predicted = outcome.model.predict(table.features, rows: rows)
  let loss = (0..<rows).reduce(0.0) { $0 + pow(Double(predicted[$1] - table.targets[$1]), 2) }
  #expect(abs(loss / Double(rows) - outcome.history[3].trainingLoss) < 1e-6)
}

@Test func `a tree uses only the columns it drew`() throws {
  let table = Formula.table(600, columns: [0, 1, 2, 3], targets: Formula.numbers(600))
  let configuration = BoostingConfiguration(objective: .squaredError, rounds: 12, columnFraction: 0.25)
  let model = try boostTrees(configuration, on: table).model
  for tree in model.trees { #expect(Set(tree.columns).count == 1) }
  #expect(Set(model.trees.map { $0.columns[0] }).count > 1)
}

@Test func `rounds are told of, and the caller can end them`() throws {
  let table = Formula.table(300, columns: [0, 1], targets: Formula.numbers(300))
  let configuration = BoostingConfiguration(objective: .squaredError, rounds: 10)
  var told: [Int] = []
  let outcome = try boostTrees(
    configuration, on: table, shouldStop: { told.count == 3 }, onRound: { told.append($0.round) })
  #expect(told == [1, 2, 3] && outcome.interrupted && outcome.model.rounds == 3)
  #expect(throws: TreeError.stopped) { try boostTrees(configuration, on: table, shouldStop: { true }) }
  struct Refusal: Error {}
  #expect(throws: Refusal.self) {
    try boostTrees(configuration, on: table, onRound: { _ in throw Refusal() })
  }
}

@Test func `training ends when no split gains any more`() throws {
  let table = TreeTable(
    rows: 4, columns: [.numeric()], features: [1, 2, 3, 4], targets: [0, 0, 8, 8])
  let configuration = BoostingConfiguration(
    objective: .squaredError, learningRate: 1, minimumLeafRows: 1, minimumLeafHessian: 0,
    binning: BinningConfiguration(minimumBinRows: 1))
  let outcome = try boostTrees(configuration, on: table)
  #expect(outcome.exhausted && outcome.model.rounds == 1)
  #expect(outcome.model.predict([1, 4], rows: 2) == [0, 8])
}

@Test func `a target of one value is predicted from the start`() throws {
  let table = TreeTable(rows: 3, columns: [.numeric()], features: [1, 2, 3], targets: [1, 1, 1])
  let binary = try boostTrees(BoostingConfiguration(objective: .binary), on: table)
  #expect(binary.exhausted && binary.model.predict([5], rows: 1)[0] > 0.999)
  let numbers = try boostTrees(BoostingConfiguration(objective: .squaredError), on: table)
  #expect(numbers.model.predict([5], rows: 1) == [1])
}

@Test func `a model survives being written and read`() throws {
  let table = Formula.table(500, columns: [0, 1, 2, 3], targets: Formula.classes(500, 3))
  let configuration = BoostingConfiguration(objective: .softmax(classes: 3), rounds: 4)
  let model = try boostTrees(configuration, on: table).model
  let read = try JSONDecoder().decode(BoostedTrees.self, from: JSONEncoder().encode(model))
  #expect(read == model)
  #expect(read.predict(table.features, rows: 500) == model.predict(table.features, rows: 500))
  let settings = try JSONDecoder().decode(
    BoostingConfiguration.self, from: JSONEncoder().encode(configuration))
  #expect(settings == configuration)
}

@Test func `importance goes to the columns that matter`() throws {
  // Column 0 decides everything, column 1 nothing.
  let table = TreeTable(
    rows: 400, columns: [.numeric(), .numeric()],
    features: (0..<400).flatMap { [Float($0 % 20), Float(Formula.even($0))] },
    targets: (0..<400).map { Float($0 % 20) })
  let model = try boostTrees(BoostingConfiguration(objective: .squaredError, rounds: 5), on: table).model
  let importance = model.featureImportance
  #expect(importance[0].gain > 100 * importance[1].gain)
  #expect(importance.reduce(0) { $0 + $1.splits } == model.trees.reduce(0) { $0 + $1.splits })
}
