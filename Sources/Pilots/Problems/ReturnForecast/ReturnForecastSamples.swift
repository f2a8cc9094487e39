import Knowledge
import Recommendations

extension ReturnForecastProblem {
  func samples(_ models: [PilotCandidate: Model], winner: PilotCandidate) throws -> [PilotSample] {
    let trained = try candidates.filter { $0 != .baseline }.compactMap { candidate in
      try models[candidate].map { (candidate, try forecasts($0, testPeriods)) }
    }
    let actual = testPeriods.map { windows.returns[$0] }
    return [advantage(trained, actual), quality(trained, actual), lastPeriods(trained, actual)]
  }

  /// Squared errors saved so far against the random walk.
  private func advantage(
    _ trained: [(PilotCandidate, [Double])], _ actual: [Double]
  ) -> PilotSample {
    let span = "\(periods[testPeriods.lowerBound]) – \(periods[testPeriods.upperBound - 1])"
    let shown = Thinning.places(actual.count, most: 300)
    return PilotSample(
      title: LocalizedText(en: "Error saved against the random walk, added up", zh: "相对随机游走累计减少的误差"),
      note: LocalizedText(
        en: "Squared per cent over the test periods \(span). A line that rises steadily is a signal; one that"
          + " jumps owes it to a few days.",
        zh: "测试时段 \(span) 的平方误差（百分点的平方）。稳步上升才是信号；若只靠几次跳跃，就只是碰巧那几天。"),
      .curves(
        CurveSample(
          horizontal: LocalizedText(en: "test period", zh: "测试期"),
          vertical: LocalizedText(en: "squared per cent saved", zh: "减少的平方误差"),
          lines: trained.map { candidate, forecasts in
            var sum = 0.0
            let saved = zip(actual, forecasts).map { actual, forecast in
              sum += actual * actual - (actual - forecast) * (actual - forecast)
              return sum
            }
            return CurveSample.Line(name: PictureWords.name(candidate), values: shown.map { saved[$0] })
          })))
  }

  private func quality(_ trained: [(PilotCandidate, [Double])], _ actual: [Double]) -> PilotSample {
    let squares = actual.reduce(0.0) { $0 + $1 * $1 }
    return PilotSample(
      title: LocalizedText(en: "How good the forecasts are", zh: "预测质量"),
      note: LocalizedText(
        en:
          "The share of the squared error that is removed, and how often the sign was right where the return"
          + " was not 0.",
        zh: "平方误差减少的比例，以及收益不为 0 时方向判断正确的比例。"),
      .table(
        TableSample(
          heading: LocalizedText(en: "Method", zh: "方法"),
          columns: [
            LocalizedText(en: "error removed", zh: "误差减少比例"),
            LocalizedText(en: "right sign", zh: "方向正确率"),
          ],
          rows: trained.map { candidate, forecasts in
            let errors = zip(actual, forecasts).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
            let moved = zip(actual, forecasts).filter { $0.0 != 0 }
            let right = moved.count { $0.0 * $0.1 > 0 }
            return TableSample.Row(
              name: PictureWords.name(candidate),
              values: [
                squares > 0 ? 1 - errors / squares : nil,
                moved.isEmpty ? nil : Double(right) / Double(moved.count),
              ])
          })))
  }

  private func lastPeriods(_ trained: [(PilotCandidate, [Double])], _ actual: [Double]) -> PilotSample {
    PilotSample(
      title: LocalizedText(en: "Returns and forecasts, the last sixty periods", zh: "最近六十期的收益与预测"),
      note: LocalizedText(
        en: "In per cent. Forecasts are far smaller than returns: that is what a weak signal looks like.",
        zh: "单位：百分比。预测的幅度远小于实际收益，微弱信号就是这个样子。"),
      .curves(
        CurveSample(
          horizontal: LocalizedText(en: "test period", zh: "测试期"),
          vertical: LocalizedText(en: "per cent", zh: "百分比"),
          lines: [
            CurveSample.Line(name: LocalizedText(en: "return", zh: "实际收益"), values: actual.suffix(60))
          ]
            + trained.map { candidate, forecasts in
              CurveSample.Line(name: PictureWords.name(candidate), values: forecasts.suffix(60))
            })))
  }
}
