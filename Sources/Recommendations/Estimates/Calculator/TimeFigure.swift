import Knowledge

/// Time to train: operations ÷ (peak × share of it used), or tokens ÷ measured speed.
///
/// In hours of one device, or on the clock with `gpus` devices when that is asked or `gpus` stands there.
func timeFigure(
  _ settings: EstimateSettings, in unit: EstimateUnit?
) throws(EstimateError) -> Estimate {
  let devices = try settings.number("gpus") ?? 1
  let device = try deviceSeconds(settings)
  let onTheClock = unit.map { $0.quantity == .time } ?? settings.has("gpus")
  guard onTheClock else {
    return Estimate(device.seconds / Band(3_600), .deviceHours, device.how, device.basis)
  }
  let how = LocalizedText(
    en: device.how.en + ", on \(plain(devices)) at once", zh: device.how.zh + "，\(plain(devices)) 个同时运行")
  let clock = Estimate(device.seconds / Band(devices), .seconds, how, device.basis)
  return clock.converted(to: .days) ?? clock
}

/// Seconds of one device.
struct DeviceTime {
  var seconds: Band
  var how: LocalizedText
  var basis: [Basis]
}

/// Published trainings lie between 14 % (Llama 3.1 8B) and 57 % (Megatron 1T) of the peak of 16-bit products.
func deviceSeconds(_ settings: EstimateSettings) throws(EstimateError) -> DeviceTime {
  if let speed = try settings.number("tok_per_s_per_gpu") {
    guard let tokens = try settings.number(settings.has("tokens") ? "tokens" : "D") else {
      throw .missing(["tokens"])
    }
    return DeviceTime(
      seconds: Band(tokens / speed),
      how: LocalizedText(
        en: "\(plain(tokens)) tokens ÷ \(plain(speed)) tokens a second and device",
        zh: "\(plain(tokens)) 个词元 ÷ 每设备每秒 \(plain(speed)) 个词元"),
      basis: [.judgement])
  }
  let peak = try settings.required("peak")
  let used = try usedShare(settings)
  var basis: [Basis] = [
    .source(EstimateSources.bekman2024, place: "training/performance", note: "share of the peak reached")
  ]
  let flops: Band
  if let stated = try settings.span("train_flops") {
    flops = stated
  } else {
    let work = try TrainingOperations(settings)
    flops = work.flops
    basis = work.basis + basis
  }
  return DeviceTime(
    seconds: flops / Band(peak) / used,
    how: LocalizedText(
      en: "\(plain(flops.likely)) operations ÷ (\(plain(peak)) a second × \(shareText(used)) used)",
      zh: "\(plain(flops.likely)) 次运算 ÷（每秒 \(plain(peak)) 次 × 利用率 \(shareText(used))）"),
    basis: basis)
}

/// The share of the peak: `mfu` from 0 to 1, or the band of published trainings.
func usedShare(_ settings: EstimateSettings) throws(EstimateError) -> Band {
  guard let stated = try settings.number("mfu") else { return trainingUtilisation }
  guard stated <= 1 else { throw .outOfRange(key: "mfu", found: plain(stated), range: "0–1") }
  return Band(stated)
}

func shareText(_ share: Band) -> String {
  let ends = [share.low, share.high].map { plain(($0 * 1_000).rounded() / 10) }
  return ends[0] == ends[1] ? "\(ends[0]) %" : "\(ends[0])–\(ends[1]) %"
}
