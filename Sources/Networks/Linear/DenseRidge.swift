import Kernels

/// Ridge regression of dense rows, with weighted means taken off features and targets, which removes the
/// intercept.
struct DenseRidge {
  let chunks: FeatureChunks
  let means: [Double]
  let targetMean: Double
  /// Square roots of the row weights, and the centred targets times them.
  let roots: [Double]
  let targets: [Double]
  private let l2: Double
  private let shouldStop: (() -> Bool)?

  /// - Throws: `NetworkError.stopped` if stopped.
  init(
    _ examples: ExampleSet, _ checked: LinearTargets, l2: Double, shouldStop: (() -> Bool)?
  ) throws {
    let rows = examples.rows
    let columns = examples.columns
    let weights = checked.weights.isEmpty ? [Double](repeating: 1, count: rows) : checked.weights
    chunks = FeatureChunks(features: examples.features, rows: rows, columns: columns)
    var means = [Double](repeating: 0, count: columns)
    let whole = chunks.forEach(shouldStop: shouldStop) { chunk, start, count in
      for row in 0..<count {
        for column in 0..<columns {
          means[column] += weights[start + row] * chunk[row * columns + column]
        }
      }
    }
    guard whole else { throw NetworkError.stopped }
    let targetMean = checked.weightedMean
    self.means = means.map { $0 / Double(rows) }
    self.targetMean = targetMean
    let roots = weights.map { $0.squareRoot() }
    self.roots = roots
    targets = (0..<rows).map { roots[$0] * (Double(checked.values[$0]) - targetMean) }
    self.l2 = l2
    self.shouldStop = shouldStop
  }

  /// The weights, shape [columns], from whichever equations are fewer.
  func solve() throws -> [Double] {
    chunks.columns <= chunks.rows ? try solveByColumns() : try solveByRows()
  }

  /// (XᵀX + l2 I) w = Xᵀy, a system as large as the number of columns.
  private func solveByColumns() throws -> [Double] {
    let size = chunks.columns
    var matrix = [Double](repeating: 0, count: size * size)
    var right = [Double](repeating: 0, count: size)
    let whole = chunks.forEach(centre: means, shouldStop: shouldStop) { chunk, start, count in
      scale(&chunk, start, count)
      MatrixProduct.addGram(
        size: size, inner: count, chunk, stride: size, transposingA: true, into: &matrix, stride: size)
      for row in 0..<count {
        for column in 0..<size { right[column] += chunk[row * size + column] * targets[start + row] }
      }
    }
    guard whole else { throw NetworkError.stopped }
    try NormalEquations.solve(&matrix, &right, l2: l2, shouldStop: shouldStop)
    return right
  }

  /// (XXᵀ + l2 I) a = y and w = Xᵀa, a system as large as the number of rows.
  private func solveByRows() throws -> [Double] {
    let (size, columns) = (chunks.rows, chunks.columns)
    var all: [Double] = []
    all.reserveCapacity(size * columns)
    var whole = chunks.forEach(centre: means, shouldStop: shouldStop) { chunk, start, count in
      scale(&chunk, start, count)
      all.append(contentsOf: chunk.prefix(count * columns))
    }
    guard whole else { throw NetworkError.stopped }
    var matrix = [Double](repeating: 0, count: size * size)
    MatrixProduct.addGram(size: size, inner: columns, all, stride: columns, into: &matrix, stride: size)
    var dual = targets
    try NormalEquations.solve(&matrix, &dual, l2: l2, shouldStop: shouldStop)
    var weights = [Double](repeating: 0, count: columns)
    whole = chunks.forEach(centre: means) { chunk, start, count in
      scale(&chunk, start, count)
      for row in 0..<count {
        for column in 0..<columns { weights[column] += chunk[row * columns + column] * dual[start + row] }
      }
    }
    return weights
  }

  private func scale(_ chunk: inout [Double], _ start: Int, _ count: Int) {
    for row in 0..<count where roots[start + row] != 1 {
      for column in 0..<chunks.columns { chunk[row * chunks.columns + column] *= roots[start + row] }
    }
  }
}
