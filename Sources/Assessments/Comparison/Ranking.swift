import Kernels
import Scoring

/// A case's place among those compared, and how sure that place is.
public struct RankedCase: Hashable, Sendable {
  /// What is ranked.
  public struct Entry: Sendable {
    /// Seeds this case's draws, so that its numbers do not depend on its place in the list.
    public var name: String
    public var fit: ScoreRange
    public var risk: ScoreRange

    public init(name: String, fit: ScoreRange, risk: ScoreRange) {
      self.name = name
      self.fit = fit
      self.risk = risk
    }
  }

  /// Index among the cases given.
  public var index: Int
  /// Fit minus the policy's weight times residual risk, both central.
  public var score: Double
  /// The share of draws in which it takes each rank, best first; adds up to 1.
  public var rankShares: [Double]

  /// 1 for the best; the mean over the draws.
  public var expectedRank: Double {
    rankShares.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
  }

  /// The share of draws in which it is among the first `count`.
  public func share(amongFirst count: Int) -> Double { rankShares.prefix(count).reduce(0, +) }
}

/// The cases by ranking score, best first, equals in the order given.
///
/// Unknown answers leave a range for fit and for risk. In each draw every case takes a fit and a risk from
/// triangular distributions over its ranges, their peaks at the central values, independently of each other;
/// cases that tie share the ranks they tie for.
public func ranking(
  of entries: [RankedCase.Entry], riskWeight: Double, seed: UInt64, draws: Int
) -> [RankedCase] {
  let scores = entries.map { entry in
    var generator = SeededGenerator(seed: seed, purpose: "rank \(entry.name)")
    return (0..<draws).map { _ in
      let fit = triangular(entry.fit, generator.uniform())
      return fit - riskWeight * triangular(entry.risk, generator.uniform())
    }
  }
  var shares = entries.map { _ in [Double](repeating: 0, count: entries.count) }
  for draw in 0..<draws {
    let order = entries.indices.sorted { scores[$0][draw] > scores[$1][draw] }
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, scores[order[end]][draw] == scores[order[start]][draw] { end += 1 }
      let share = 1 / (Double(end - start) * Double(draws))
      for tied in order[start..<end] { for rank in start..<end { shares[tied][rank] += share } }
      start = end
    }
  }
  let ranked = entries.indices.map { index in
    RankedCase(
      index: index, score: entries[index].fit.value - riskWeight * entries[index].risk.value,
      rankShares: shares[index])
  }
  return ranked.sorted { ($0.score, $1.index) > ($1.score, $0.index) }
}

/// The number under which a triangular distribution over the range has the share `uniform` of its mass.
func triangular(_ range: ScoreRange, _ uniform: Double) -> Double {
  let width = range.high - range.low
  guard width > 0 else { return range.value }
  let rising = range.value - range.low
  return uniform * width < rising
    ? range.low + (uniform * width * rising).squareRoot()
    : range.high - ((1 - uniform) * width * (range.high - range.value)).squareRoot()
}
