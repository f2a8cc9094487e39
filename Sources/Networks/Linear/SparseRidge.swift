import Kernels

/// Ridge regression of sparse rows; the means are taken off in the products, never off the rows.
struct SparseRidge {
  /// Weighted means of the columns.
  let means: [Double]
  let targetMean: Double
  private let features: SparseRows
  /// Averaging 1; empty when all rows count alike.
  private let rowWeights: [Double]
  /// Xᵀ · rowWeight · (y − mean), the equations' right side.
  private let right: [Double]
  private let l2: Double
  private let shouldStop: (() -> Bool)?

  /// So many columns still have their equations solved directly, in about the time of the other way.
  private static let mostColumns = 1_000
  /// How small the residual of the equations must become beside their right side.
  private static let accuracy = 1e-11

  init(_ features: SparseRows, _ targets: LinearTargets, l2: Double, shouldStop: (() -> Bool)?) {
    self.features = features
    self.l2 = l2
    self.shouldStop = shouldStop
    rowWeights = targets.weights
    targetMean = targets.weightedMean
    var means = [Double](repeating: 0, count: features.columns)
    var right = means
    for row in 0..<features.rows {
      let weight = targets.weight(row)
      let target = weight * (Double(targets.values[row]) - targetMean)
      for place in features.starts[row]..<features.starts[row + 1] {
        let value = Double(features.values[place])
        means[Int(features.indices[place])] += weight * value
        right[Int(features.indices[place])] += target * value
      }
    }
    self.means = means.map { $0 / Double(features.rows) }
    self.right = right
  }

  /// The weights, shape [columns].
  func solve() throws -> [Double] {
    // Centred rows span less than as many dimensions as there are rows.
    if l2 == 0 && features.columns >= features.rows { throw NetworkError.singular }
    return features.columns <= Self.mostColumns ? try solveDirectly() : try solveByConjugateGradients()
  }

  /// (XᵀX − n m mᵀ + l2 I) w = Xᵀy.
  ///
  /// Taking the means' product off afterwards loses (mean / deviation)² × 10⁻¹⁶, little for columns of
  /// which most values are 0.
  private func solveDirectly() throws -> [Double] {
    let size = features.columns
    var matrix = [Double](repeating: 0, count: size * size)
    for row in 0..<features.rows {
      if row % 1_000 == 0, shouldStop?() == true { throw NetworkError.stopped }
      let places = features.starts[row]..<features.starts[row + 1]
      let weight = rowWeights.isEmpty ? 1 : rowWeights[row]
      for place in places {
        let value = weight * Double(features.values[place])
        let line = Int(features.indices[place]) * size
        for other in places.lowerBound...place {
          matrix[line + Int(features.indices[other])] += value * Double(features.values[other])
        }
      }
    }
    for line in 0..<size {
      let mean = Double(features.rows) * means[line]
      for column in 0...line { matrix[line * size + column] -= mean * means[column] }
    }
    var solution = right
    try NormalEquations.solve(&matrix, &solution, l2: l2, shouldStop: shouldStop)
    return solution
  }

  /// The same equations by conjugate gradients (Hestenes and Stiefel, 1952), one pass over the rows a step.
  private func solveByConjugateGradients() throws -> [Double] {
    // One entry more than columns: where the sweep has its intercept.
    var residual = right + [0]
    var search = residual
    var solution = [Double](repeating: 0, count: residual.count)
    var product = solution
    var square = DoubleVectors.dot(residual, residual)
    let goal = Self.accuracy * Self.accuracy * square
    // In exact arithmetic as many steps are enough as there are rows or columns; rounding costs some more.
    let mostSteps = 3 * min(features.rows, features.columns) + 100
    for _ in 0..<mostSteps where square > goal {
      try multiply(&search, into: &product)
      let bend = DoubleVectors.dot(search, product)
      guard bend > 0 else { throw NetworkError.singular }
      DoubleVectors.add(square / bend, search, to: &solution)
      DoubleVectors.add(-square / bend, product, to: &residual)
      let next = DoubleVectors.dot(residual, residual)
      DoubleVectors.scale(&search, by: next / square, adding: residual)
      square = next
    }
    guard square <= 1e6 * goal else { throw NetworkError.singular }
    solution.removeLast()
    return solution
  }

  /// product = (XᵀX − n m mᵀ + l2 I) · vector by centred sums of the rows, with 0 in the last entry.
  private func multiply(_ vector: inout [Double], into product: inout [Double]) throws {
    let columns = features.columns
    // The intercept that takes the means off.
    vector[columns] = 0
    for column in 0..<columns { vector[columns] -= means[column] * vector[column] }
    for index in product.indices { product[index] = 0 }
    let whole = SparseSweep(features: features).sweep(
      outputs: 1, times: vector, into: &product, shouldStop: shouldStop
    ) { start, count, sums in
      guard !rowWeights.isEmpty else { return }
      for row in 0..<count { sums[row] *= rowWeights[start + row] }
    }
    guard whole else { throw NetworkError.stopped }
    let rest = product[columns]
    for column in 0..<columns { product[column] += l2 * vector[column] - means[column] * rest }
    product[columns] = 0
  }
}
