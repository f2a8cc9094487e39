import ModelMetrics
import Testing

/// Distances of normal distributions and of samples, beside numbers worked out by hand.
struct FrechetDistanceTests {
  /// Two columns with this covariance: two pairs of rows along the axes of the distribution.
  private func rows(_ first: (Float, Float), _ second: (Float, Float), mean: (Float, Float) = (0, 0))
    -> [Float]
  {
    [first, (-first.0, -first.1), second, (-second.0, -second.1)].flatMap { [$0.0 + mean.0, $0.1 + mean.1] }
  }

  /// Covariance [[2, 1], [1, 2]].
  private var slanted: [Float] { rows((1.5, 1.5), (0.8660254, -0.8660254)) }
  /// Covariance [[4, 0], [0, 1]].
  private var upright: [Float] { rows((2.4494898, 0), (0, 1.2247449)) }

  private func distance(_ first: [Float], _ second: [Float], columns: Int) throws -> Double {
    let fits = try [first, second].map { try #require(NormalFit($0, columns: columns)) }
    return FrechetDistance(to: fits[0])(fits[1])
  }

  @Test func `mean and covariance are those of the rows`() throws {
    let fit = try #require(NormalFit(slanted, columns: 2))
    #expect(fit.mean.allSatisfy { abs($0) < 1e-6 })
    for (value, expected) in zip(fit.covariance, [2.0, 1, 1, 2]) { #expect(abs(value - expected) < 1e-6) }
    #expect(NormalFit([1, 2], columns: 2) == nil)
  }

  @Test func `counts are as good as repeated rows`() throws {
    let counted = try #require(NormalFit([0, 1, 4, 9], columns: 1, counts: [1, 0, 2, 1]))
    let repeated = try #require(NormalFit([0, 4, 4, 9], columns: 1))
    #expect(counted.mean == repeated.mean)
    #expect(abs(counted.covariance[0] - repeated.covariance[0]) < 1e-12)
    #expect(NormalFit([0, 1], columns: 1, counts: [1, 0]) == nil)
  }

  @Test func `the factor times itself turned is the covariance`() throws {
    let fit = try #require(NormalFit(slanted, columns: 2))
    // √2, 1/√2 and √(2 − 1/2).
    for (value, expected) in zip(fit.factor, [1.4142136, 0, 0.7071068, 1.2247449]) {
      #expect(abs(value - expected) < 1e-6)
    }
    let flat = try #require(NormalFit([1, 5, 2, 5, 3, 5], columns: 2))
    #expect(flat.factor == [1, 0, 0, 0])
  }

  @Test func `distances are those of the formula`() throws {
    // Means 0 and 3, variances 2 and 8: 9 + 2 + 8 − 2 √16.
    #expect(abs(try distance([-1, 1], [1, 5], columns: 1) - 11) < 1e-6)
    // √(C D) has the trace √(10 + 2 √12) = 4.114393: 5 + 4 − 2 · 4.114393, and 4² for the means.
    #expect(abs(try distance(upright, slanted, columns: 2) - 0.771215) < 1e-5)
    let moved = rows((1.5, 1.5), (0.8660254, -0.8660254), mean: (4, 0))
    #expect(abs(try distance(upright, moved, columns: 2) - 16.771215) < 1e-5)
    #expect(abs(try distance(moved, upright, columns: 2) - 16.771215) < 1e-5)
    #expect(try distance(slanted, slanted, columns: 2) < 1e-9)
  }

  @Test func `eigenvalues are those of matrices that are known`() {
    let ones = symmetricEigenvalues([Double](repeating: 1, count: 16), size: 4).sorted()
    for (value, expected) in zip(ones, [0.0, 0, 0, 4]) { #expect(abs(value - expected) < 1e-12) }
    // 2 on the diagonal and −1 beside it: 2 − 2 cos(k π / 6), for k = 1 to 5.
    let chain = (0..<25).map { place in
      let gap = abs(place / 5 - place % 5)
      return gap == 0 ? 2.0 : gap == 1 ? -1 : 0
    }
    let values = symmetricEigenvalues(chain, size: 5).sorted()
    for (value, expected) in zip(values, [0.2679492, 1, 2, 3, 3.7320508]) {
      #expect(abs(value - expected) < 1e-6)
    }
    #expect(symmetricEigenvalues([7], size: 1) == [7])
    #expect(symmetricEigenvalues([], size: 0).isEmpty)
  }

  @Test func `eigenvalues keep the trace and the squares of any matrix`() {
    let size = 12
    var matrix = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for column in 0...row {
        let value = Double((row * 37 + column * 101 + row * column * 13) % 29) - 14
        (matrix[row * size + column], matrix[column * size + row]) = (value, value)
      }
    }
    let values = symmetricEigenvalues(matrix, size: size)
    var (trace, square, ours) = (0.0, 0.0, 0.0)
    for row in 0..<size { trace += matrix[row * size + row] }
    for value in matrix { square += value * value }
    for value in values { ours += value * value }
    #expect(abs(values.reduce(0, +) - trace) < 1e-9)
    #expect(abs(ours - square) < 1e-8)
  }

  @Test func `two samples are told apart by their nearest neighbours`() {
    #expect(twoSampleAccuracy([0, 1], [10, 11], columns: 1) == 1)
    #expect(twoSampleAccuracy([0, 10], [1, 11], columns: 1) == 0)
    // 0 and 1 are next to each other, as are 5 and 6, of two samples; 2.4 is nearest to 1, of the other one.
    #expect(twoSampleAccuracy([0, 1, 5], [2.4, 6, 20], columns: 1) == 0.5)
    #expect(twoSampleAccuracy([1], [2], columns: 1) == nil)
  }
}
