import Assessments
import Scoring
import Testing

@Suite struct RankingTests {
  private func entry(_ name: String, _ fit: ScoreRange, risk: Double = 0) -> RankedCase.Entry {
    RankedCase.Entry(name: name, fit: fit, risk: ScoreRange(risk))
  }

  @Test func `scores without a range keep their places in every draw`() {
    let ranked = ranking(
      of: [entry("a", ScoreRange(50)), entry("b", ScoreRange(80), risk: 20), entry("c", ScoreRange(60))],
      riskWeight: 0.5, seed: 1, draws: 64)
    #expect(ranked.map(\.index) == [1, 2, 0])
    #expect(ranked.map(\.score) == [70, 60, 50])
    #expect(ranked.map(\.rankShares) == [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    #expect(ranked.map(\.expectedRank) == [1, 2, 3])
  }

  @Test func `cases that tie share the ranks they tie for`() {
    let ranked = ranking(
      of: [entry("a", ScoreRange(50)), entry("b", ScoreRange(50)), entry("c", ScoreRange(40))],
      riskWeight: 0.5, seed: 1, draws: 64)
    #expect(ranked.map(\.index) == [0, 1, 2])
    #expect(ranked.map(\.rankShares) == [[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]])
  }

  /// A triangle from 0 to 100 with its peak at 100 lies above 70 in 1 − 0.7² = 51 % of draws.
  @Test func `a range comes first as often as its triangle says`() {
    let entries = [entry("open", ScoreRange(value: 100, low: 0, high: 100)), entry("sure", ScoreRange(70))]
    let ranked = ranking(of: entries, riskWeight: 0.5, seed: 42, draws: 20_000)
    // Four standard errors of a share of 20,000 draws.
    #expect(abs(ranked[0].rankShares[0] - 0.51) < 4 * (0.51 * 0.49 / 20_000).squareRoot())
    let falling = [entry("open", ScoreRange(value: 0, low: 0, high: 100)), entry("sure", ScoreRange(70))]
    let second = ranking(of: falling, riskWeight: 0.5, seed: 42, draws: 20_000)
    #expect(abs(second[1].rankShares[0] - 0.09) < 4 * (0.09 * 0.91 / 20_000).squareRoot())
  }

  @Test func `a range of risk counts by its weight, downwards`() {
    var open = entry("open", ScoreRange(60))
    open.risk = ScoreRange(value: 0, low: 0, high: 100)
    // 60 − risk ÷ 2 stays above 30 while the risk is under 60: 1 − 0.4² = 84 % of draws.
    let ranked = ranking(of: [open, entry("sure", ScoreRange(30))], riskWeight: 0.5, seed: 3, draws: 20_000)
    #expect(abs(ranked[0].rankShares[0] - 0.84) < 4 * (0.84 * 0.16 / 20_000).squareRoot())
  }

  @Test func `shares add up by case and by rank, whatever the order of the cases`() {
    let entries = (0..<7).map { number in
      let value = 50 + Double(number)
      return entry("case \(number)", ScoreRange(value: value, low: value - 20, high: value + 10))
    }
    let ranked = ranking(of: entries, riskWeight: 0.5, seed: 9, draws: 500)
    for one in ranked { #expect(abs(one.rankShares.reduce(0, +) - 1) < 1e-12) }
    for rank in entries.indices {
      #expect(abs(ranked.reduce(0) { $0 + $1.rankShares[rank] } - 1) < 1e-12)
    }
    let turned = ranking(of: entries.reversed(), riskWeight: 0.5, seed: 9, draws: 500)
    #expect(turned.map(\.rankShares) == ranked.map(\.rankShares))
    #expect(turned.map { 6 - $0.index } == ranked.map(\.index))
    #expect(ranking(of: entries, riskWeight: 0.5, seed: 10, draws: 500) != ranked)
  }
}
