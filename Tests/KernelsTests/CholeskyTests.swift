import Kernels
import Testing

@Test(arguments: [(1, 1, 1), (2, 3, 4), (17, 5, 33), (32, 128, 30)], [false, true])
func `products in double precision are the sums they stand for`(
  shape: (rows: Int, columns: Int, inner: Int), transposed: Bool
) {
  let (rows, columns, inner) = shape
  let (a, b) = (wholes(rows * inner, 1), wholes(inner * columns, 2))
  // Transposed, a is stored [inner][rows] and b [columns][inner].
  func left(_ r: Int, _ k: Int) -> Double { transposed ? a[k * rows + r] : a[r * inner + k] }
  func right(_ k: Int, _ c: Int) -> Double { transposed ? b[c * inner + k] : b[k * columns + c] }
  var found = [Double](repeating: 1, count: rows * columns)
  MatrixProduct.multiply(
    rows: rows, columns: columns, inner: inner, a, stride: transposed ? rows : inner,
    transposingA: transposed, b, stride: transposed ? inner : columns, transposingB: transposed,
    into: &found, stride: columns, keeping: 2)
  let expected = found.indices.map { place in
    (0..<inner).reduce(2.0) { $0 + left(place / columns, $1) * right($1, place % columns) }
  }
  #expect(found == expected)
}

@Test func `three equations are solved as by hand`() {
  // L = [2 0 0; 1 3 0; -1 2 1], so L Lᵀ = [4 2 -2; 2 10 5; -2 5 6]; x = (1, -1, 2) gives the vector below.
  var matrix: [Double] = [4, 2, -2, 2, 10, 5, -2, 5, 6]
  #expect(Cholesky.factor(&matrix, size: 3))
  #expect([matrix[0], matrix[3], matrix[4], matrix[6], matrix[7], matrix[8]] == [2, 1, 3, -1, 2, 1])
  var vector: [Double] = [-2, 2, 5]
  Cholesky.solve(matrix, size: 3, &vector)
  for (found, expected) in zip(vector, [1.0, -1, 2]) { #expect(abs(found - expected) < 1e-14) }
}

@Test(arguments: [1, 64, 65, 200])
func `systems of several blocks give back the solution they were made from`(size: Int) {
  let factor = wholes(size * size, 5)
  var matrix = [Double](repeating: 0, count: size * size)
  MatrixProduct.addGram(size: size, inner: size, factor, stride: size, into: &matrix, stride: size)
  for index in 0..<size { matrix[index * size + index] += Double(size) }
  let solution = wholes(size, 6)
  var vector = (0..<size).map { row in
    (0..<size).reduce(0.0) { sum, column in
      sum + matrix[max(row, column) * size + min(row, column)] * solution[column]
    }
  }
  #expect(Cholesky.factor(&matrix, size: size))
  Cholesky.solve(matrix, size: size, &vector)
  // The condition number is below 100 · size, so ten digits must remain.
  for (found, expected) in zip(vector, solution) { #expect(abs(found - expected) < 1e-9) }
}

@Test func `a matrix that is not positive definite is refused, and so is one that is stopped`() {
  var matrix: [Double] = [1, 2, 2, 1]
  #expect(!Cholesky.factor(&matrix, size: 2))
  matrix = [2, 1, 1, 2]
  #expect(!Cholesky.factor(&matrix, size: 2, shouldStop: { true }))
  #expect(Cholesky.factor(&matrix, size: 2, shouldStop: { false }))
}
