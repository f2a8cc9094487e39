import Knowledge

/// Money to train: hours of one device × the price of an hour, or of its electricity where `electricity` says.
///
/// Hours are stated (`gpu_hours`, or `gpus` with `hours` or `days`) or follow from the operations.
func costFigure(_ settings: EstimateSettings) throws(EstimateError) -> Estimate {
  let own = try electricityPrice(settings)
  let stated = try settings.span("price")
  let price = own ?? stated ?? usualPrice
  let hours = try deviceHours(settings)
  let priceText = price.low == price.high ? plain(price.low) : "\(plain(price.low))–\(plain(price.high))"
  let remark =
    own.map { _ in (en: ", its electricity", zh: "（电费）") }
    ?? stated.map { _ in (en: "", zh: "") } ?? (en: ", prices of 2024", zh: "（2024 年价格）")
  return Estimate(
    hours.seconds / Band(3_600) * price, .dollars,
    LocalizedText(
      en: "\(hours.how.en), × \(priceText) USD an hour of one device" + remark.en,
      zh: "\(hours.how.zh)，× 每设备每小时 \(priceText) 美元" + remark.zh),
    hours.basis
      + (own != nil
        ? [.judgement]
        : stated != nil
          ? []
          : [.source(EstimateSources.deepseek2024, place: "table 1", note: "2 USD an hour"), .judgement]))
}

/// Dollars an hour of one data-centre accelerator, December 2024: 2 in a published account, and as our
/// judgement half of it on spare capacity and twice on demand.
private let usualPrice = Band(1, 2, 4)

/// The peak taken where the settings state none: an A100's 312 TFLOP/s, 16-bit dense.
private let usualPeak = 312e12

/// Seconds of one device, as stated or from the operations.
func deviceHours(_ settings: EstimateSettings) throws(EstimateError) -> DeviceTime {
  if let hours = try settings.number("gpu_hours") { return stated(hours: hours) }
  if settings.has("hours") || settings.has("days") {
    let devices = try settings.number("gpus") ?? 1
    let hours = try settings.has("hours") ? settings.required("hours") : settings.required("days") * 24
    return stated(hours: hours * devices)
  }
  guard settings.has("train_flops") || settings.has("N") else { throw .missing(["gpu_hours"]) }
  guard !settings.has("peak") else { return try deviceSeconds(settings) }
  let used = try usedShare(settings)
  let stated = try settings.span("train_flops")
  let flops = if let stated { stated } else { try TrainingOperations(settings).flops }
  return DeviceTime(
    seconds: flops / Band(usualPeak) / used,
    how: LocalizedText(
      en: "\(plain(flops.likely)) operations ÷ (312 TFLOP/s of an A100 × \(shareText(used)) used)",
      zh: "\(plain(flops.likely)) 次运算 ÷（A100 的 312 TFLOP/s × 利用率 \(shareText(used))）"),
    basis: [
      .source(EstimateSources.bekman2024, place: "compute/accelerator", note: "A100 312 TFLOP/s"),
      .source(EstimateSources.bekman2024, place: "training/performance", note: "share of the peak reached"),
    ])
}

private func stated(hours: Double) -> DeviceTime {
  DeviceTime(
    seconds: Band(hours * 3_600),
    how: LocalizedText(en: "\(plain(hours)) hours of one device", zh: "单设备 \(plain(hours)) 小时"), basis: [])
}
