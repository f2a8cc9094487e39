import ModelMetrics
import Testing

@Suite struct ChancePrecisionTests {
  private func chance(rows: Int, positives: Int, share: Double, draws: Int = 4_001) -> Double {
    var generator = TestGenerator(state: 1)
    return chanceAveragePrecision(
      rows: rows, positives: positives, share: share, draws: draws, using: &generator)
  }

  @Test func `one positive among three rows scores 1, a half or a third, each as often`() {
    #expect(chance(rows: 3, positives: 1, share: 0.975) == 1)
    #expect(chance(rows: 3, positives: 1, share: 0.5) == 0.5)
    #expect(chance(rows: 3, positives: 1, share: 0.1) == 1.0 / 3)
  }

  @Test func `rows that are all positive score 1 in any order`() {
    #expect(chance(rows: 5, positives: 5, share: 0) == 1)
  }

  /// Bestgen (2015): the mean is ((R − 1) / (N − 1) · (N − H(N)) + H(N)) / N, H the harmonic number.
  @Test func `quantiles average to the expected value of the random order`() {
    let (rows, positives) = (40, 3)
    let harmonic = (1...rows).reduce(0) { $0 + 1 / Double($1) }
    let expected =
      (Double(positives - 1) / Double(rows - 1) * (Double(rows) - harmonic) + harmonic) / Double(rows)
    let shares = (0..<50).map { (Double($0) + 0.5) / 50 }
    let total = shares.reduce(0) { $0 + chance(rows: rows, positives: positives, share: $1) }
    #expect(abs(total / 50 - expected) < 0.005)
  }
}
