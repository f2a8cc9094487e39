import Testing
import Trees

/// One round at learning rate 1 on a single column, without floors on rows and hessians.
private func stump(
  _ values: [Float], _ targets: [Float], _ kind: TreeColumn = .numeric(), leaves: Int = 2,
  _ change: (inout BoostingConfiguration) -> Void = { _ in }
) throws -> BoostedTrees {
  var configuration = BoostingConfiguration(
    objective: .squaredError, rounds: 1, learningRate: 1, leaves: leaves, minimumLeafRows: 1,
    minimumLeafHessian: 0, binning: BinningConfiguration(minimumBinRows: 1))
  change(&configuration)
  let table = TreeTable(rows: values.count, columns: [kind], features: values, targets: targets)
  return try boostTrees(configuration, on: table).model
}

@Test func `a split's gain and values follow the formula`() throws {
  // Mean 5, gradients 5, 5, −5, −5, hessians 1: the gain is 10²/2 + (−10)²/2 − 0²/4 = 100.
  let tree = try stump([1, 2, 3, 4], [0, 0, 10, 10]).trees[0]
  #expect(tree.thresholds == [2.5] && tree.gains == [100] && tree.values == [-5, 5])
  #expect(tree.splitRows == [4] && tree.leafRows == [2, 2])
}

@Test func `penalties enter gain and values`() throws {
  let ridge = try stump([1, 2, 3, 4], [0, 0, 10, 10]) { $0.l2 = 2 }.trees[0]
  // 100 / (2 + 2) on either side; −10 / 4.
  #expect(ridge.gains == [50] && ridge.values == [-2.5, 2.5])
  let lasso = try stump([1, 2, 3, 4], [0, 0, 10, 10]) { $0.l1 = 4 }.trees[0]
  // (10 − 4)² / 2 on either side; (10 − 4) / 2.
  #expect(lasso.gains == [36] && lasso.values == [-3, 3])
}

@Test func `the learning rate shrinks values`() throws {
  let model = try stump([1, 2, 3, 4], [0, 0, 10, 10]) { $0.learningRate = 0.5 }
  #expect(model.trees[0].values == [-2.5, 2.5])
  #expect(model.predict([1, 4], rows: 2) == [2.5, 7.5])
}

@Test func `a split that gains too little, or has too few rows, is not made`() throws {
  #expect(try stump([1, 2, 3, 4], [0, 0, 10, 10]) { $0.minimumGain = 99.9 }.trees.count == 1)
  #expect(try stump([1, 2, 3, 4], [0, 0, 10, 10]) { $0.minimumGain = 100 }.trees.isEmpty)
  // The best split parts the last row; with two rows a leaf it is the middle.
  #expect(try stump([1, 2, 3, 4], [0, 0, 0, 8]).trees[0].thresholds == [3.5])
  #expect(
    try stump([1, 2, 3, 4], [0, 0, 0, 8]) { $0.minimumLeafRows = 2 }.trees[0].thresholds == [2.5])
  #expect(
    try stump([1, 2, 3, 4], [0, 0, 0, 8]) { $0.minimumLeafHessian = 1.5 }.trees[0].thresholds == [2.5])
  #expect(try stump([1, 2, 3], [5, 5, 5]).trees.isEmpty)
}

@Test func `the leaf that gains most is split first`() throws {
  // After the cut at 4.5 the right side still differs by 20, the left only by 2.
  let (x, y) = ([1, 2, 3, 4, 5, 6, 7, 8] as [Float], [0, 0, 2, 2, 80, 80, 100, 100] as [Float])
  let three = try stump(x, y, leaves: 3).trees[0]
  #expect(three.thresholds == [4.5, 6.5])
  #expect(try stump(x, y, leaves: 4).trees[0].thresholds == [4.5, 6.5, 2.5])
  #expect(try stump(x, y, leaves: 4) { $0.maximumDepth = 1 }.trees[0].thresholds == [4.5])
}

@Test func `missing values go where they gain most`() throws {
  // They behave like the large values, so they go right; like the small ones, left.
  let right = try stump([1, 2, 8, 9, .nan, .nan], [0, 0, 6, 6, 6, 6])
  #expect(right.trees[0].thresholds == [5] && right.trees[0].missingLeft == [false])
  #expect(right.predict([.nan, 1, 9], rows: 3) == [6, 0, 6])
  let left = try stump([1, 2, 8, 9, .nan, .nan], [0, 0, 6, 6, 0, 0])
  #expect(left.trees[0].missingLeft == [true])
  #expect(left.predict([.nan, 1, 9], rows: 3) == [0, 0, 6])
  // Only whether the value is there matters.
  let apart = try stump([1, 2, 8, 9, .nan, .nan], [0, 0, 0, 0, 6, 6])
  #expect(apart.predict([.nan, -1e30, .infinity], rows: 3) == [6, 0, 0])
}

@Test func `values missing only later go to the side with more rows`() throws {
  let model = try stump([1, 2, 3, 9], [0, 0, 0, 8])
  #expect(model.predict([.nan], rows: 1) == [0])
  #expect(try stump([1, 7, 8, 9], [8, 0, 0, 0]).predict([.nan], rows: 1) == [0])
}

@Test func `levels part whatever their codes`() throws {
  // Levels 0, 2, 4 and 6 are high, 1, 3 and 5 low; one split tells them apart.
  let codes = (0..<70).map { Float($0 % 7) }
  let targets: [Float] = codes.map { Int($0) % 2 == 0 ? 7 : 0 }
  let model = try stump(codes, targets, .categorical) {
    $0.categorical = CategoricalSplits(smoothing: 0, l2: 0, minimumLevelRows: 1)
  }
  #expect(model.trees[0].levelSets == [[0, 2, 4, 6]])
  #expect(model.predict((0..<7).map { Float($0) }, rows: 7) == [7, 0, 7, 0, 7, 0, 7])
  // A level that was never seen, and none at all, stay on the side that is not named.
  #expect(model.predict([99, .nan], rows: 2) == [0, 0])
}

@Test func `with few levels one parts from the rest`() throws {
  let codes: [Float] = [0, 0, 1, 1, 2, 2]
  let tree = try stump(codes, [0, 0, 9, 9, 0, 0], .categorical).trees[0]
  #expect(tree.levelSets == [[1]] && tree.values == [6, -3])
}

@Test func `the first split is the best of all`() throws {
  // Every threshold of every column, by the definition of squared error itself.
  let rows = 80
  let table = Formula.table(rows, columns: [0, 1], targets: Formula.numbers(rows))
  var configuration = BoostingConfiguration(
    objective: .squaredError, rounds: 1, learningRate: 1, leaves: 2, minimumLeafRows: 7)
  configuration.binning.minimumBinRows = 1
  let tree = try boostTrees(configuration, on: table).model.trees[0]
  func squares(_ targets: [Float]) -> Double {
    let mean = targets.reduce(0.0) { $0 + Double($1) } / Double(targets.count)
    return targets.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
  }
  var best = (gain: 0.0, column: 0)
  for column in 0..<2 {
    for threshold in Set((0..<rows).map { table.features[$0 * 2 + column] }) {
      let left = (0..<rows).filter { table.features[$0 * 2 + column] <= threshold }
      guard left.count >= 7, rows - left.count >= 7 else { continue }
      let right = (0..<rows).filter { table.features[$0 * 2 + column] > threshold }
      let gain =
        squares(table.targets) - squares(left.map { table.targets[$0] })
        - squares(right.map { table.targets[$0] })
      if gain > best.gain { best = (gain, column) }
    }
  }
  #expect(Int(tree.columns[0]) == best.column)
  #expect(abs(Double(tree.gains[0]) - best.gain) < 1e-5 * best.gain)
}
