/// Solves A x = b for a symmetric positive definite A in double precision.
///
/// A = L Lᵀ (Cholesky), in blocks of 64 columns so that nearly all work is matrix products.
public enum Cholesky {
  private static let block = 64

  /// Overwrites the lower triangle of `matrix`, row-major [size][size], with its factor L.
  ///
  /// - Parameter shouldStop: asked once a block; when it says yes the factor is left unfinished.
  /// - Returns: false if the matrix is not positive definite or the work was stopped.
  public static func factor(
    _ matrix: inout [Double], size: Int, shouldStop: (() -> Bool)? = nil
  ) -> Bool {
    precondition(matrix.count == size * size, "a matrix of size \(size) needs \(size * size) values")
    return matrix.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return true }
      for start in stride(from: 0, to: size, by: block) {
        if shouldStop?() == true { return false }
        let width = min(block, size - start)
        let corner = base + start * size + start
        guard factorBlock(corner, width: width, stride: size) else { return false }
        let below = size - start - width
        if below > 0 {
          let panel = corner + width * size
          MatrixProduct.divideByTransposedLower(
            rows: below, size: width, corner, stride: size, panel, stride: size)
          MatrixProduct.addGram(
            size: below, inner: width, factor: -1, panel, stride: size, into: panel + width, stride: size)
        }
      }
      return true
    }
  }

  /// Solves L Lᵀ x = b in place, given the factor that `factor` left.
  public static func solve(_ factor: [Double], size: Int, _ vector: inout [Double]) {
    precondition(vector.count == size, "\(size) unknowns need \(size) right-hand values")
    for row in 0..<size {
      var rest = vector[row]
      for column in 0..<row { rest -= factor[row * size + column] * vector[column] }
      vector[row] = rest / factor[row * size + row]
    }
    for row in stride(from: size - 1, through: 0, by: -1) {
      // Row by row of L, so that memory is read in order.
      vector[row] /= factor[row * size + row]
      for column in 0..<row { vector[column] -= factor[row * size + column] * vector[row] }
    }
  }

  private static func factorBlock(
    _ a: UnsafeMutablePointer<Double>, width: Int, stride: Int
  ) -> Bool {
    for column in 0..<width {
      var pivot = a[column * stride + column]
      for inner in 0..<column { pivot -= a[column * stride + inner] * a[column * stride + inner] }
      guard pivot > 0, pivot.isFinite else { return false }
      let root = pivot.squareRoot()
      a[column * stride + column] = root
      for row in (column + 1)..<max(width, column + 1) {
        var value = a[row * stride + column]
        for inner in 0..<column { value -= a[row * stride + inner] * a[column * stride + inner] }
        a[row * stride + column] = value / root
      }
    }
    return true
  }
}
