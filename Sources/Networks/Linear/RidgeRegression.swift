import Kernels

/// Linear regression with a penalty on the squared weights (Hoerl and Kennard, 1970).
///
/// Lowers Σ rowWeight · (y − x · w − b)² + l2 · Σ w²; the intercept b is not penalised.
public struct RidgeRegression: Codable, Hashable, Sendable {
  /// Shape [columns].
  public let weights: [Double]
  public let intercept: Double

  /// Solves the normal equations in double precision, in the smaller of the two forms they have.
  ///
  /// - Parameters:
  ///   - examples: one target a row.
  ///   - l2: 0 or more; with 0 and columns that depend on each other there is no single solution.
  ///   - shouldStop: asked between chunks of rows.
  /// - Throws: `NetworkError`; `.singular` without a single solution, `.stopped` if stopped.
  public static func fit(
    _ examples: ExampleSet, l2: Double, shouldStop: (() -> Bool)? = nil
  ) throws -> RidgeRegression {
    try NetworkError.require(l2 >= 0 && l2.isFinite, "l2", "0 ≤ l2 < ∞", l2)
    try examples.validateForLinearModel(classes: nil)
    let problem = try CentredProblem(examples, shouldStop: shouldStop)
    let weights =
      examples.columns <= examples.rows
      ? try problem.solveByColumns(l2: l2, shouldStop: shouldStop)
      : try problem.solveByRows(l2: l2, shouldStop: shouldStop)
    let shift = zip(weights, problem.means).reduce(0) { $0 + $1.0 * $1.1 }
    return RidgeRegression(weights: weights, intercept: problem.targetMean - shift)
  }

  /// Predicted numbers, shape [rows], from row-major [rows][columns] features.
  public func predict(_ features: [Float], rows: Int) -> [Float] {
    precondition(features.count == rows * weights.count, "features of another width")
    return (0..<rows).map { row in
      var sum = intercept
      for column in weights.indices {
        sum += weights[column] * Double(features[row * weights.count + column])
      }
      return Float(sum)
    }
  }
}

/// The problem with weighted means taken off features and targets, which removes the intercept.
private struct CentredProblem {
  let chunks: FeatureChunks
  let means: [Double]
  let targetMean: Double
  /// Square roots of the row weights, and the centred targets times them.
  let roots: [Double]
  let targets: [Double]

  init(_ examples: ExampleSet, shouldStop: (() -> Bool)?) throws {
    let rows = examples.rows
    let columns = examples.columns
    let meanWeight = examples.meanWeight
    let weights = (0..<rows).map { row in examples.weights.map { Double($0[row]) / meanWeight } ?? 1 }
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
    let targetMean =
      (0..<rows).reduce(0.0) { $0 + weights[$1] * Double(examples.targets[$1]) } / Double(rows)
    self.means = means.map { $0 / Double(rows) }
    self.targetMean = targetMean
    let roots = weights.map { $0.squareRoot() }
    self.roots = roots
    targets = (0..<rows).map { roots[$0] * (Double(examples.targets[$0]) - targetMean) }
  }

  /// (XᵀX + l2 I) w = Xᵀy, a system as large as the number of columns.
  func solveByColumns(l2: Double, shouldStop: (() -> Bool)?) throws -> [Double] {
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
    try solve(&matrix, &right, l2: l2, shouldStop: shouldStop)
    return right
  }

  /// (XXᵀ + l2 I) a = y and w = Xᵀa, a system as large as the number of rows.
  func solveByRows(l2: Double, shouldStop: (() -> Bool)?) throws -> [Double] {
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
    try solve(&matrix, &dual, l2: l2, shouldStop: shouldStop)
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

  private func solve(
    _ matrix: inout [Double], _ right: inout [Double], l2: Double, shouldStop: (() -> Bool)?
  ) throws {
    let size = right.count
    let largest = (0..<size).reduce(0.0) { max($0, matrix[$1 * size + $1]) }
    for index in 0..<size { matrix[index * size + index] += l2 }
    guard Cholesky.factor(&matrix, size: size, shouldStop: shouldStop) else {
      throw shouldStop?() == true ? NetworkError.stopped : NetworkError.singular
    }
    // A pivot that is rounding error beside the matrix means columns that depend on each other.
    let smallest = (0..<size).reduce(Double.infinity) { min($0, matrix[$1 * size + $1]) }
    guard size == 0 || smallest * smallest > 1e-13 * largest else { throw NetworkError.singular }
    Cholesky.solve(matrix, size: size, &right)
  }
}
