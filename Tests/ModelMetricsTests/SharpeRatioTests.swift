import ModelMetrics
import Testing

struct SharpeRatioTests {
  /// Mean 0.02, deviation √(2 · 0.01² / 1) = 0.0141421; √4 times their quotient.
  @Test func `two returns by hand`() throws {
    let ratio = try #require(SharpeRatio.value(of: [0.01, 0.03], periodsPerYear: 4))
    #expect(abs(ratio - 2.8284271247) < 1e-9)
  }

  @Test(arguments: [[], [0.01], [0.02, 0.02, 0.02]]) func `no ratio without a spread`(_ returns: [Double]) {
    #expect(SharpeRatio.value(of: returns, periodsPerYear: 52) == nil)
  }

  @Test func `losses give a ratio below zero and the scale of returns none of its own`() throws {
    let returns = [0.01, -0.02, 0.005, -0.01, 0.002]
    let ratio = try #require(SharpeRatio.value(of: returns, periodsPerYear: 12))
    let doubled = try #require(SharpeRatio.value(of: returns.map { 2 * $0 }, periodsPerYear: 12))
    #expect(ratio < 0)
    #expect(abs(ratio - doubled) < 1e-12)
  }

  @Test func `blocks count as often as they are drawn`() throws {
    let blocks = [[0.01, 0.03], [-0.02], [0.04, 0.0]]
    let evaluator = SharpeRatio.evaluator(blocks: blocks, periodsPerYear: 52)
    #expect(evaluator.rows == 3)
    let twice = try #require(
      SharpeRatio.value(of: [0.01, 0.03, 0.01, 0.03, 0.04, 0.0], periodsPerYear: 52))
    let counted = try #require(evaluator.value(counts: [2, 0, 1]))
    #expect(abs(counted - twice) < 1e-12)
    #expect(evaluator.value == SharpeRatio.value(of: blocks.flatMap { $0 }, periodsPerYear: 52))
  }
}
