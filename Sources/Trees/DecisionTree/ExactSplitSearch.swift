import Kernels

/// One way to split a leaf of a decision tree.
struct ExactSplit {
  let column: Int
  var question: DecisionTree.Question
  var missingLeft: Bool
  /// As in `DecisionTree.Split`.
  var decrease: Double
}

/// Looks for the split of a leaf that lowers impurity most, over all columns and thresholds.
struct ExactSplitSearch {
  let configuration: DecisionTreeConfiguration
  let table: TreeTable
  /// Averaging 1.
  private let weights: [Float]?
  private let origin: Double
  private let totalWeight: Double

  init(_ configuration: DecisionTreeConfiguration, _ table: TreeTable) {
    self.configuration = configuration
    self.table = table
    weights = scaledToMeanOne(table.weights)
    totalWeight = Double(table.rows)
    origin = table.targets.reduce(0.0) { $0 + Double($1) } / Double(max(table.rows, 1))
  }

  /// A feature, not-a-number if it is missing; infinite values count as the largest finite ones.
  func value(_ row: Int, _ column: Int) -> Float {
    let value = table.features[row * table.rowStride + column * table.columnStride]
    let most = Float.greatestFiniteMagnitude
    return value > most ? most : value < -most ? -most : value
  }

  func sums(_ rows: some Sequence<UInt32>) -> ImpuritySums {
    var sums = ImpuritySums(configuration.criterion, origin: origin)
    for row in rows { add(Int(row), to: &sums) }
    return sums
  }

  func add(_ row: Int, to sums: inout ImpuritySums) {
    sums.add(target: table.targets[row], weight: weights.map { Double($0[row]) } ?? 1)
  }

  func sendsLeft(_ row: Int, _ split: ExactSplit) -> Bool {
    let value = value(row, split.column)
    if value.isNaN { return split.missingLeft }
    switch split.question {
    case .atMost(let threshold): return value <= threshold
    case .among(let levels): return levels.contains(Int32(value))
    }
  }

  /// The best split of a leaf; among equals that of the first column.
  ///
  /// - Returns: nil if no split is legal and lowers impurity enough.
  func best(
    _ sorted: SortedRows, first: Int, count: Int, _ sums: ImpuritySums, pool: WorkerPool
  ) -> ExactSplit? {
    var found = [ExactSplit?](repeating: nil, count: table.columns.count)
    found.withUnsafeMutableBufferPointer { found in
      guard let found = found.baseAddress else { return }
      pool.parallel(table.columns.count) { column in
        let rows = sorted.rows(column: column, first: first, count: count)
        found[column] =
          table.columns[column].isCategorical
          ? bestLevels(column, rows, sums) : bestThreshold(column, rows, sums)
      }
    }
    return found.compactMap(\.self).reduce(nil) { best, next in
      best.map { $0.decrease >= next.decrease } ?? false ? best : next
    }
  }

  /// By how much these sides lower impurity; nil if one is too small or it is too little.
  func decrease(_ whole: ImpuritySums, _ left: ImpuritySums, _ right: ImpuritySums) -> Double? {
    let least = configuration.minimumLeafRows
    guard left.rows >= least, right.rows >= least else { return nil }
    let before = whole.weightedImpurity
    let lowered = before - left.weightedImpurity - right.weightedImpurity
    // Less than rounding can feign is none, but a split of no use may still open the way to a useful
    // one below it, as in an exclusive or.
    let decrease = max(lowered, 0) / totalWeight
    return lowered > -1e-9 * before && decrease >= configuration.minimumDecrease ? decrease : nil
  }

  private func bestThreshold(
    _ column: Int, _ rows: ArraySlice<UInt32>, _ whole: ImpuritySums
  ) -> ExactSplit? {
    let present = rows.lastIndex { !value(Int($0), column).isNaN }.map { $0 + 1 } ?? rows.startIndex
    let missing = sums(rows[present...])
    var best: ExactSplit?
    func tryAll(missingLeft: Bool) {
      var left = ImpuritySums(configuration.criterion, origin: origin)
      if missingLeft { left.add(missing) }
      var right = left
      for place in rows.startIndex..<present {
        add(Int(rows[place]), to: &left)
        let here = value(Int(rows[place]), column)
        let isLast = place + 1 == present
        // After the last value only rows without one can lie on the right.
        if isLast && (missingLeft || missing.rows == 0) { continue }
        let next = isLast ? Float.infinity : value(Int(rows[place + 1]), column)
        guard here < next else { continue }
        right.become(whole, less: left)
        guard let decrease = decrease(whole, left, right), decrease > best?.decrease ?? -1 else {
          continue
        }
        let threshold = isLast ? Float.greatestFiniteMagnitude : ColumnBins.middle(here, next)
        best = ExactSplit(
          column: column, question: .atMost(threshold),
          missingLeft: missing.rows > 0 ? missingLeft : left.rows >= right.rows, decrease: decrease)
      }
    }
    tryAll(missingLeft: false)
    if missing.rows > 0 { tryAll(missingLeft: true) }
    return best
  }

  /// The best cut of the levels in the order of their mean target (or share of a class), which is the best
  /// of all splits for two classes and for variance (Breiman et al., 1984, theorem 4.5); with more classes
  /// the order by each class is tried.
  private func bestLevels(
    _ column: Int, _ rows: ArraySlice<UInt32>, _ whole: ImpuritySums
  ) -> ExactSplit? {
    // Rows without a value make up a level of their own, −1.
    var levels: [Int32: ImpuritySums] = [:]
    for row in rows {
      let value = value(Int(row), column)
      add(
        Int(row),
        to: &levels[
          value.isNaN ? -1 : Int32(value),
          default: ImpuritySums(configuration.criterion, origin: origin)])
    }
    let classes = configuration.criterion.outputs
    var best: ExactSplit?
    for target in classes <= 2 ? [classes - 1] : Array(0..<classes) {
      let order = levels.sorted { first, second in
        let (low, high) = (first.value.rating(of: target), second.value.rating(of: target))
        return low == high ? first.key < second.key : low < high
      }
      var left = ImpuritySums(configuration.criterion, origin: origin)
      var right = left
      for place in 0..<order.count - 1 {
        left.add(order[place].value)
        right.become(whole, less: left)
        guard let decrease = decrease(whole, left, right), decrease > best?.decrease ?? -1 else {
          continue
        }
        let named = order[...place].map(\.key)
        let missingLeft = levels[-1] == nil ? left.rows >= right.rows : named.contains(-1)
        best = ExactSplit(
          column: column, question: .among(named.filter { $0 >= 0 }.sorted()), missingLeft: missingLeft,
          decrease: decrease)
      }
    }
    return best
  }
}
