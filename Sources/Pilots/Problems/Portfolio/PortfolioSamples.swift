import Knowledge
import Recommendations

extension PortfolioProblem {
  func samples(_ models: [PilotCandidate: Model], winner: PilotCandidate) throws -> [PilotSample] {
    let held = try candidates.compactMap { candidate in
      try models[candidate].map { (candidate: candidate, weights: try weights($0, testPeriods)) }
    }
    return [wealth(held), meanWeights(held)]
  }

  private func wealth(_ held: [(candidate: PilotCandidate, weights: [[Double]])]) -> PilotSample {
    let span = "\(periods[testPeriods.lowerBound]) – \(periods[testPeriods.upperBound - 1])"
    let shown = Thinning.places(testPeriods.count, most: 300)
    return PilotSample(
      title: LocalizedText(en: "What 1 became over the test part", zh: "测试期内 1 元的增长"),
      note: LocalizedText(
        en:
          "Test periods \(span), before costs of trading. The Sharpe ratio rewards the smoother line, not the"
          + " higher one.",
        zh: "测试时段 \(span)，未计交易成本。夏普比率奖励的是更平稳的曲线，而不是更高的曲线。"),
      .curves(
        CurveSample(
          horizontal: LocalizedText(en: "test period", zh: "测试期"),
          vertical: LocalizedText(en: "wealth", zh: "资产"),
          lines: held.map { candidate, weights in
            var wealth = 1.0
            let path = earned(weights, testPeriods).map { earned in
              wealth *= 1 + earned
              return wealth
            }
            return CurveSample.Line(name: PictureWords.name(candidate), values: shown.map { path[$0] })
          })))
  }

  private func meanWeights(_ held: [(candidate: PilotCandidate, weights: [[Double]])]) -> PilotSample {
    var rows = assets.indices.prefix(30).map { asset in
      TableSample.Row(
        name: assets[asset],
        values: held.map { _, weights in
          weights.reduce(0.0) { $0 + $1[asset] } / Double(weights.count)
        })
    }
    rows.append(TableSample.Row(name: "Σ |Δ|", values: held.map { turnover($0.weights) }))
    return PilotSample(
      title: LocalizedText(en: "Mean weights over the test part", zh: "测试期内的平均权重"),
      note: LocalizedText(
        en:
          "The last row is the share of the portfolio bought and sold a period to change the weights: each unit of"
          + " it costs what trading costs.",
        zh: "最后一行是为调整权重每期买卖的资产占比，交易成本与它成正比。"),
      .table(
        TableSample(
          heading: LocalizedText(en: "Asset", zh: "资产"),
          columns: held.map { PictureWords.name($0.candidate) }, rows: rows)))
  }

  /// The mean over periods of Σ |weight − weight before|, drift of prices left aside.
  private func turnover(_ weights: [[Double]]) -> Double {
    let changes = zip(weights, weights.dropFirst()).map { before, after in
      zip(before, after).reduce(0.0) { $0 + abs($1.0 - $1.1) }
    }
    return changes.isEmpty ? 0 : changes.reduce(0, +) / Double(changes.count)
  }
}
