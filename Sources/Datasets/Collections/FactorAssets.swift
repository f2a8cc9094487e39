import Foundation
import Kernels

extension CollectionSample<AssetReturns> {
  /// Weekly returns of eight assets in three groups.
  static let factorAssets = CollectionSample(
    id: "factor-assets", kind: .synthetic,
    title: BilingualText(en: "Eight assets from a factor model", zh: "因子模型生成的八种资产"),
    process: BilingualText(
      en:
        "Synthetic: 2,080 weeks (40 years) of eight assets, drawn by a seeded generator. All follow a market"
        + " factor, each also the factor of its group (three volatile shares, two middling ones, three bonds), and"
        + " a noise of its own; calm and stormy months follow each other, in each group at its own times."
        + " Calmer assets earn more for the risk they carry, as was observed of shares and bonds, only"
        + " stronger. No costs of trading.",
      zh: "合成数据：由带种子的生成器抽取的八种资产 2080 周（40 年）的周收益。所有资产受同一市场因子影响，"
        + "每种资产还受所属组（三只高波动股票、两只中等波动股票、三只债券）的因子和自身噪声影响；"
        + "各组的平静期与动荡期在不同时间交替。波动较小的资产单位风险的收益更高，这与股票和债券的实际观察一致，"
        + "只是更明显。不计交易成本。"),
    sourceID: "generator:factor-assets"
  ) { sample, _, seed throws(DatasetError) in
    var random = SeededGenerator(seed: seed, purpose: "assets")
    let returns = factorReturns(2_080, &random)
    var digest = ExampleDigest()
    returns.forEach { digest.add($0) }
    return AssetReturns(
      facts: CollectionFacts(sample, modality: .tabular, fingerprint: digest.hexadecimal()),
      assets: models.map(\.name), periods: returns.indices.map { "\($0 + 1)" }, returns: returns,
      periodsPerYear: 52)
  }
}

/// What one asset is made of: numbers a year.
private struct AssetModel {
  let name: String
  let group: Int
  let volatility: Double
  /// Shares of the variance from the market and from the group.
  let market: Double
  let groupShare: Double
  let premium: Double
}

private let models = [
  AssetModel(name: "share A", group: 0, volatility: 0.38, market: 0.45, groupShare: 0.35, premium: 0.06),
  AssetModel(name: "share B", group: 0, volatility: 0.34, market: 0.45, groupShare: 0.35, premium: 0.06),
  AssetModel(name: "share C", group: 0, volatility: 0.30, market: 0.45, groupShare: 0.35, premium: 0.06),
  AssetModel(name: "share D", group: 1, volatility: 0.20, market: 0.35, groupShare: 0.30, premium: 0.055),
  AssetModel(name: "share E", group: 1, volatility: 0.17, market: 0.35, groupShare: 0.30, premium: 0.055),
  AssetModel(name: "bond F", group: 2, volatility: 0.07, market: 0.02, groupShare: 0.20, premium: 0.055),
  AssetModel(name: "bond G", group: 2, volatility: 0.06, market: 0.02, groupShare: 0.20, premium: 0.055),
  AssetModel(name: "bond H", group: 2, volatility: 0.05, market: 0.02, groupShare: 0.20, premium: 0.05),
]

private func factorReturns(_ weeks: Int, _ random: inout SeededGenerator) -> [[Double]] {
  // Logarithms of how stormy the market and each group are: they return to 0 over months.
  var storm = [0.0, 0.0, 0.0, 0.0]
  return (0..<weeks).map { _ in
    for place in storm.indices { storm[place] = 0.94 * storm[place] + random.normal(standardDeviation: 0.13) }
    let market = random.normal() * exp(storm[3])
    let groups = (0..<3).map { random.normal() * exp(storm[$0]) }
    return models.map { model in
      let own = 1 - model.market - model.groupShare
      let shock =
        model.market.squareRoot() * market + model.groupShare.squareRoot() * groups[model.group]
        + own.squareRoot() * random.normal() * exp(storm[model.group])
      return max(model.premium / 52 + model.volatility / Double(52).squareRoot() * shock, -0.9)
    }
  }
}
