import Foundation
import Kernels

extension BoostedTrees {
  /// Sums of the initial score and the trees' values: log odds for `binary`, logits for `softmax`.
  ///
  /// - Parameter features: rows × columns values, as in `TreeTable.features`.
  /// - Returns: [rows][outputs]; empty for no rows.
  public func scores(
    _ features: [Float], rows: Int, layout: TreeTable.Layout = .rowMajor,
    pool: WorkerPool = WorkerPool(threads: 1)
  ) -> [Double] {
    precondition(features.count == rows * columns.count, "features of another model")
    let outputs = objective.outputs
    var scores = [Double](repeating: 0, count: rows * outputs)
    let walker = TreeWalker(self)
    let (rowStride, columnStride) = layout == .rowMajor ? (columns.count, 1) : (1, rows)
    let block = 512
    features.withUnsafeBufferPointer { features in
      scores.withUnsafeMutableBufferPointer { scores in
        guard let features = features.baseAddress, let scores = scores.baseAddress else { return }
        pool.parallel((rows + block - 1) / block) { item in
          let first = item * block
          walker.score(
            features + first * rowStride, rowStride: rowStride, columnStride: columnStride,
            count: min(block, rows - first), into: scores + first * outputs)
        }
      }
    }
    return scores
  }

  /// Numbers, the probability of 1 for `binary`, or the classes' probabilities for `softmax`.
  ///
  /// - Returns: [rows][outputs]; empty for no rows.
  public func predict(
    _ features: [Float], rows: Int, layout: TreeTable.Layout = .rowMajor,
    pool: WorkerPool = WorkerPool(threads: 1)
  ) -> [Float] {
    let scores = scores(features, rows: rows, layout: layout, pool: pool)
    switch objective {
    case .squaredError, .absoluteError, .huber: return scores.map { Float($0) }
    case .binary: return scores.map { Float(1 / (1 + exp(-$0))) }
    case .softmax(let classes):
      var result: [Float] = []
      result.reserveCapacity(scores.count)
      for row in 0..<rows {
        let logits = scores[row * classes..<(row + 1) * classes]
        let top = logits.max() ?? 0
        let powers = logits.map { exp($0 - top) }
        let sum = powers.reduce(0, +)
        result.append(contentsOf: powers.map { Float($0 / sum) })
      }
      return result
    }
  }
}
