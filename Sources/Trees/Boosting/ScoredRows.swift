import CKernels
import Kernels

/// Rows with their scores so far, and the objective's gradients there.
final class ScoredRows {
  let rows: Int
  let codes: GrownTree.Codes
  let targets: [Float]
  /// Averaging 1.
  let weights: [Float]?
  // These three are [outputs][rows].
  let scores: Block<Double>
  let gradients: Block<Float>
  let hessians: Block<Float>
  private let objective: BoostingObjective
  private let pool: WorkerPool
  private let level: Int32

  /// Rows that one piece of work takes; a multiple of the passes' vectors.
  static let block = 8_192

  init(
    _ table: BinnedTable, codes: UnsafePointer<UInt8>, _ objective: BoostingObjective,
    initialScores: [Double], pool: WorkerPool, level: Int32
  ) {
    rows = table.rows
    self.codes = GrownTree.Codes(base: codes, rows: table.rows)
    targets = table.targets
    weights = scaledToMeanOne(table.weights)
    scores = Block(rows * objective.outputs, zero: 0)
    gradients = Block(rows * objective.outputs, zero: 0)
    hessians = Block(rows * objective.outputs, zero: 0)
    self.objective = objective
    self.pool = pool
    self.level = level
    for (output, score) in initialScores.enumerated() {
      (scores.base + output * rows).update(repeating: score, count: rows)
    }
  }

  /// Computes gradients and hessians at the present scores.
  ///
  /// - Returns: the mean loss, and the largest absolute gradient and hessian.
  func differentiate() -> (loss: Double, gradient: Float, hessian: Float) {
    let blocks = (rows + Self.block - 1) / Self.block
    var summaries = [ct_gradient_summary](
      repeating: ct_gradient_summary(loss: 0, gradient: 0, hessian: 0), count: blocks)
    summaries.withUnsafeMutableBufferPointer { summaries in
      guard let summaries = summaries.baseAddress else { return }
      pool.parallel(blocks) { item in
        let first = item * Self.block
        summaries[item] = self.differentiate(first, count: min(Self.block, self.rows - first))
      }
    }
    let loss = summaries.reduce(0) { $0 + $1.loss } / Double(rows)
    return (
      loss, summaries.reduce(0) { max($0, $1.gradient) }, summaries.reduce(0) { max($0, $1.hessian) }
    )
  }

  private func differentiate(_ first: Int, count: Int) -> ct_gradient_summary {
    targets.withUnsafeBufferPointer { targets in
      let weights = weights?.withUnsafeBufferPointer { $0.baseAddress.map { $0 + first } }
      guard let target = targets.baseAddress.map({ $0 + first }) else {
        return ct_gradient_summary(loss: 0, gradient: 0, hessian: 0)
      }
      let (score, gradient, hessian) = (scores.base + first, gradients.base + first, hessians.base + first)
      func pass(_ kind: Int, delta: Double = 0) -> ct_gradient_summary {
        ct_gradients(
          level, Int32(kind), Float(delta), score, target, weights, gradient, hessian, count)
      }
      return switch objective {
      case .squaredError: pass(CT_SQUARED)
      case .absoluteError: pass(CT_ABSOLUTE)
      case .huber(let delta): pass(CT_HUBER, delta: delta)
      case .binary: pass(CT_BINARY)
      case .softmax(let classes):
        ct_softmax_gradients(
          level, score, rows, classes, target, weights, gradient, hessian, count)
      }
    }
  }

  /// Writes each row's share of the sums that a tree is grown from.
  func pack(output: Int, _ units: SumUnits, into sums: UnsafeMutablePointer<ct_sum>) {
    let (gradients, hessians) = (gradients.base + output * rows, hessians.base + output * rows)
    pool.parallel((rows + Self.block - 1) / Self.block) { item in
      let first = item * Self.block
      ct_pack(
        self.level, gradients + first, hessians + first, units.gradientScale, units.hessianScale,
        units.countBits, sums + first, min(Self.block, self.rows - first))
    }
  }

  /// Adds a tree's values by following each of these rows (nil for all) down the tree.
  func add(_ tree: GrownTree, output: Int, rows chosen: [Int32]? = nil) {
    let count = chosen?.count ?? rows
    let scores = scores.base + output * rows
    pool.parallel((count + Self.block - 1) / Self.block) { item in
      for place in item * Self.block..<min((item + 1) * Self.block, count) {
        let row = chosen.map { Int($0[place]) } ?? place
        scores[row] += tree.leaves[tree.leaf(of: row, in: self.codes)].value
      }
    }
  }

  /// Adds a tree's values to the rows that it was grown on.
  func add(_ tree: GrownTree, output: Int, order: RowOrder) {
    let (scores, ordered) = (scores.base + output * rows, order.rows.base)
    pool.parallel(tree.leaves.count) { item in
      let leaf = tree.leaves[item]
      for place in leaf.first..<leaf.first + leaf.count { scores[Int(ordered[place])] += leaf.value }
    }
  }
}
