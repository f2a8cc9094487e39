/// How far normal distributions are from a fixed one, in the sense of Fréchet: |m − n|² + trace(C + D − 2 √(C D))
/// for means m, n and covariances C, D (Dowson and Landau, 1982); 0 for equal ones.
public struct FrechetDistance: Sendable {
  private let fixed: NormalFit
  /// The Cholesky factor of the fixed covariance, row-major.
  private let factor: [Double]

  public init(to fixed: NormalFit) {
    self.fixed = fixed
    factor = fixed.factor
  }

  /// The squared distance, as the measure of made pictures named after it is defined; 0 or more.
  public func callAsFunction(_ other: NormalFit) -> Double {
    precondition(other.columns == fixed.columns, "distributions over as many numbers")
    let size = fixed.columns
    var sum = 0.0
    for column in 0..<size {
      let gap = other.mean[column] - fixed.mean[column]
      sum += gap * gap
      sum += other.covariance[column * size + column] + fixed.covariance[column * size + column]
    }
    // √(C D) has the square roots of the eigenvalues of Lᵀ D L on its diagonal, with C = L Lᵀ.
    let roots = symmetricEigenvalues(sandwich(other.covariance), size: size)
    return max(sum - 2 * roots.reduce(0) { $0 + max($1, 0).squareRoot() }, 0)
  }

  /// Lᵀ · D · L.
  private func sandwich(_ covariance: [Double]) -> [Double] {
    let size = fixed.columns
    var right = [Double](repeating: 0, count: size * size)
    var result = right
    covariance.withUnsafeBufferPointer { d in
      factor.withUnsafeBufferPointer { l in
        for row in 0..<size {
          for inner in 0..<size {
            let value = d[row * size + inner]
            for column in 0...inner { right[row * size + column] += value * l[inner * size + column] }
          }
        }
        for inner in 0..<size {
          for row in 0...inner {
            let value = l[inner * size + row]
            for column in 0..<size { result[row * size + column] += value * right[inner * size + column] }
          }
        }
      }
    }
    return result
  }
}

/// The eigenvalues of a symmetric matrix, in no order: reflections make it tridiagonal (Householder, 1958),
/// then shifted QL steps split them off one by one (Bowdler and others, 1968).
/// - Parameter matrix: row-major [size][size]; its lower triangle is read.
public func symmetricEigenvalues(_ matrix: [Double], size: Int) -> [Double] {
  precondition(matrix.count == size * size, "a square matrix")
  var (diagonal, beside) = tridiagonal(matrix, size: size)
  for place in 0..<size {
    // Thirty steps are far more than ever needed; rounding may keep the last digit from settling.
    for _ in 0..<30 {
      var end = place
      while end < size - 1 {
        let scale = abs(diagonal[end]) + abs(diagonal[end + 1])
        if abs(beside[end]) <= 1e-15 * scale { break }
        end += 1
      }
      if end == place { break }
      var g = (diagonal[place + 1] - diagonal[place]) / (2 * beside[place])
      let r = (g * g + 1).squareRoot()
      g = diagonal[end] - diagonal[place] + beside[place] / (g + (g < 0 ? -r : r))
      var (sine, cosine, shift) = (1.0, 1.0, 0.0)
      var split = false
      for row in stride(from: end - 1, through: place, by: -1) {
        let (f, b) = (sine * beside[row], cosine * beside[row])
        let length = (f * f + g * g).squareRoot()
        beside[row + 1] = length
        if length == 0 {
          diagonal[row + 1] -= shift
          beside[end] = 0
          split = true
          break
        }
        (sine, cosine) = (f / length, g / length)
        g = diagonal[row + 1] - shift
        let sum = (diagonal[row] - g) * sine + 2 * cosine * b
        shift = sine * sum
        diagonal[row + 1] = g + shift
        g = cosine * sum - b
      }
      if split { continue }
      diagonal[place] -= shift
      beside[place] = g
      beside[end] = 0
    }
  }
  return diagonal
}

/// The diagonal, and the numbers beside it with a 0 at the end, of a tridiagonal matrix with the eigenvalues
/// of a symmetric one.
private func tridiagonal(_ matrix: [Double], size: Int) -> ([Double], [Double]) {
  var a = matrix
  var beside = [Double](repeating: 0, count: size)
  var v = [Double](repeating: 0, count: size)
  var p = [Double](repeating: 0, count: size)
  for column in 0..<max(size - 2, 0) {
    let first = column + 1
    var norm = 0.0
    for row in first..<size { norm += a[row * size + column] * a[row * size + column] }
    norm = norm.squareRoot()
    if norm == 0 { continue }
    let alpha = a[first * size + column] > 0 ? -norm : norm
    for row in first..<size { v[row] = a[row * size + column] }
    v[first] -= alpha
    var length = 0.0
    for row in first..<size { length += v[row] * v[row] }
    a[first * size + column] = alpha
    if length == 0 { continue }
    // The block below and right of the column becomes (1 − 2 v vᵀ / vᵀv) A (1 − 2 v vᵀ / vᵀv).
    var overlap = 0.0
    for row in first..<size {
      var sum = 0.0
      for inner in first..<size { sum += a[max(row, inner) * size + min(row, inner)] * v[inner] }
      p[row] = 2 * sum / length
      overlap += p[row] * v[row]
    }
    for row in first..<size { p[row] -= overlap / length * v[row] }
    for row in first..<size {
      for inner in first...row { a[row * size + inner] -= v[row] * p[inner] + p[row] * v[inner] }
    }
  }
  for row in 0..<max(size - 1, 0) { beside[row] = a[(row + 1) * size + row] }
  return ((0..<size).map { a[$0 * size + $0] }, beside)
}
