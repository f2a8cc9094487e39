import CKernels
import Kernels

/// Boosting as it goes on.
final class BoostingRun {
  private let configuration: BoostingConfiguration
  private let table: BinnedTable
  private let grower: TreeGrower
  private let training: ScoredRows
  private let validation: ScoredRows?
  private let sums: Block<ct_sum>
  private let initialScores: [Double]
  private var rowGenerator: SeededGenerator
  private var columnGenerator: SeededGenerator
  /// At the present scores of the training rows.
  private var slope: (loss: Double, gradient: Float, hessian: Float)
  private var trees: [RegressionTree] = []
  private var history: [BoostingRound] = []
  private var best: (round: Int, loss: Double) = (0, .infinity)
  private var stoppedEarly = false
  private var exhausted = false
  var interrupted = false

  init(
    _ configuration: BoostingConfiguration, _ table: BinnedTable, codes: UnsafePointer<UInt8>,
    validation: BinnedTable?, watchedCodes: UnsafePointer<UInt8>?, pool: WorkerPool, level: Int32
  ) {
    self.configuration = configuration
    self.table = table
    grower = TreeGrower(table, codes: codes, configuration, pool: pool, level: level)
    let objective = configuration.objective
    initialScores = objective.initialScores(table.targets, weights: table.weights)
    training = ScoredRows(
      table, codes: codes, objective, initialScores: initialScores, pool: pool, level: level)
    if let validation, let watchedCodes {
      self.validation = ScoredRows(
        validation, codes: watchedCodes, objective, initialScores: initialScores, pool: pool,
        level: level)
    } else {
      self.validation = nil
    }
    sums = Block(table.rows, zero: .zero)
    rowGenerator = SeededGenerator(seed: configuration.seed, purpose: "rows")
    columnGenerator = SeededGenerator(seed: configuration.seed, purpose: "columns")
    slope = training.differentiate()
  }

  var goesOn: Bool {
    history.count < configuration.rounds && !stoppedEarly && !exhausted && !interrupted
  }

  /// Grows the trees of one round.
  ///
  /// - Returns: nil if no tree could split anything; then nothing was added.
  func grow() -> BoostingRound? {
    let rows = drawnRows()
    let units = SumUnits(
      rows: rows?.drawn.count ?? table.rows, gradient: slope.gradient, hessian: slope.hessian)
    var grown: [RegressionTree] = []
    for output in 0..<configuration.objective.outputs {
      training.pack(output: output, units, into: sums.base)
      var tree = grower.grow(
        sums: sums.base, units: units, chosen: rows?.drawn, columns: drawnColumns())
      finish(&tree, output: output)
      if !tree.nodes.isEmpty {
        training.add(tree, output: output, order: grower.order)
        if let left = rows?.left { training.add(tree, output: output, rows: left) }
        validation?.add(tree, output: output)
      }
      grown.append(RegressionTree(tree, bins: table.bins))
    }
    guard grown.contains(where: { $0.splits > 0 }) else {
      exhausted = true
      return nil
    }
    trees += grown
    slope = training.differentiate()
    return record()
  }

  private func record() -> BoostingRound {
    let record = BoostingRound(
      round: history.count + 1, trainingLoss: slope.loss,
      validationLoss: validation?.differentiate().loss)
    history.append(record)
    if let loss = record.validationLoss {
      if loss < best.loss { best = (record.round, loss) }
      if let patience = configuration.earlyStoppingRounds, record.round - best.round >= patience {
        stoppedEarly = true
      }
    }
    return record
  }

  /// Shrinks the leaves' values; with absolute error they first become medians.
  private func finish(_ tree: inout GrownTree, output: Int) {
    guard !tree.nodes.isEmpty else {
      tree.leaves[0].value = 0
      return
    }
    if configuration.objective == .absoluteError {
      let (ordered, scores) = (grower.order.rows.base, training.scores.base)
      for index in tree.leaves.indices {
        let leaf = tree.leaves[index]
        let rows = (leaf.first..<leaf.first + leaf.count).map { Int(ordered[$0]) }
        let errors = rows.map { Double(training.targets[$0]) - scores[$0] }
        let weights = training.weights.map { all in rows.map { Double(all[$0]) } }
        tree.leaves[index].value = leaf.bounds.clamped(weightedMedian(errors, weights: weights))
      }
    }
    for index in tree.leaves.indices { tree.leaves[index].value *= configuration.learningRate }
  }

  private func drawnRows() -> (drawn: [Int32], left: [Int32])? {
    guard configuration.rowFraction < 1 else { return nil }
    let count = max(1, Int((configuration.rowFraction * Double(table.rows)).rounded()))
    let drawn = rowGenerator.ascendingSample(count, of: table.rows)
    var left: [Int32] = []
    left.reserveCapacity(table.rows - count)
    var place = 0
    for row in 0..<Int32(table.rows) {
      if place < drawn.count, drawn[place] == row { place += 1 } else { left.append(row) }
    }
    return (drawn, left)
  }

  private func drawnColumns() -> [Int] {
    let columns = table.columns.count
    guard configuration.columnFraction < 1 else { return Array(0..<columns) }
    let count = max(1, Int((configuration.columnFraction * Double(columns)).rounded()))
    return columnGenerator.ascendingSample(count, of: columns).map(Int.init)
  }

  func outcome() throws(TreeError) -> BoostingOutcome {
    if history.isEmpty, interrupted { throw .stopped }
    let bestRound = validation == nil ? history.count : best.round
    let kept = configuration.earlyStoppingRounds == nil ? history.count : bestRound
    let model = BoostedTrees(
      objective: configuration.objective, columns: table.columns, bins: table.bins,
      initialScores: initialScores,
      trees: Array(trees.prefix(kept * configuration.objective.outputs)))
    return BoostingOutcome(
      model: model, history: history, bestRound: bestRound, stoppedEarly: stoppedEarly,
      exhausted: exhausted, interrupted: interrupted)
  }
}
