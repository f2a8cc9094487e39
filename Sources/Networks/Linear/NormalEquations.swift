import Kernels

/// The equations (A + l2 I) x = b of ridge regression, with A a product of a matrix with itself.
enum NormalEquations {
  /// Solves by Cholesky's factors; `right` becomes x, and `matrix` is used up.
  ///
  /// - Parameter matrix: row-major [size][size], of which only the lower triangle is read.
  /// - Throws: `NetworkError.singular` without a single solution, `.stopped` if stopped.
  static func solve(
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
