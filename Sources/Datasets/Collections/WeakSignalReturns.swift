import Foundation
import Kernels

extension CollectionSample<PriceSeries> {
  /// Daily returns of which a twentieth can be foreseen.
  static let weakSignal = CollectionSample(
    id: "weak-signal-returns", kind: .synthetic,
    title: BilingualText(en: "Daily returns with a weak signal", zh: "含微弱信号的日收益"),
    process: BilingualText(
      en:
        "Synthetic: 6,000 daily returns of one asset, drawn by a seeded generator. Quiet and stormy weeks follow"
        + " each other (GARCH(1,1), about 1 % a day). Part of each return follows from the days before: a"
        + " reversal after one day, a pull of the second and fifth day before, and a stronger reversal after"
        + " large moves; together about 5 % of the variance, several times what real markets leave.",
      zh: "合成数据：由带种子的生成器抽取的单一资产 6000 个日收益。平静期与动荡期交替出现（GARCH(1,1)，每日约 1%）。"
        + "每个收益有一部分由前几日决定：次日反转、前第二日与前第五日的影响，以及大幅波动后更强的反转；"
        + "合计约占方差的 5%，是真实市场所留余地的数倍。"),
    sourceID: "generator:weak-signal-returns"
  ) { sample, _, seed throws(DatasetError) in
    var random = SeededGenerator(seed: seed, purpose: "returns")
    let returns = weakSignalReturns(6_000, &random)
    var digest = ExampleDigest()
    digest.add(returns)
    return PriceSeries(
      facts: CollectionFacts(sample, modality: .tabular, fingerprint: digest.hexadecimal()),
      periods: returns.indices.map { "\($0 + 1)" }, returns: returns)
  }
}

/// Returns in per cent: volatility times a shock of variance 1, part of which follows from earlier shocks.
private func weakSignalReturns(_ count: Int, _ random: inout SeededGenerator) -> [Double] {
  let (base, reaction, memory) = (0.04, 0.06, 0.90)
  var variance = base / (1 - reaction - memory)
  var shocks: [Double] = []
  var returns: [Double] = []
  for place in 0..<(count + 100) {
    var expected = 0.0
    if place >= 5 {
      let last = shocks[place - 1]
      expected =
        -0.10 * last - (abs(last) > 1.2 ? 0.08 * last : 0) + 0.08 * shocks[place - 2]
        + 0.08 * shocks[place - 5]
    }
    shocks.append(expected + random.normal())
    returns.append(variance.squareRoot() * shocks[place])
    variance = base + reaction * returns[place] * returns[place] + memory * variance
  }
  // The first hundred let the volatility forget where it began.
  return Array(returns.dropFirst(100))
}
