import Knowledge

/// The machine that trains or serves, with its price for an hour.
struct MachineTime {
  /// The option whose price holds.
  let option: OptionID
  let prices: Prices
  let rate: Double

  /// What an hour costs in the base currency, electricity included.
  func hour(_ point: PricePoint) -> Double {
    let price = prices.machineHour.ranges[option].map { point($0, .machineHour) } ?? 0
    let watts = prices.machineWatts.ranges[option].map { point($0, .machineWatts) } ?? 0
    return (price + watts / 1000 * point(prices.kilowattHour.range, .kilowattHour)) * rate
  }

  /// Peak operations a second; a rented card stands for "only outside services".
  var peak: FigureRange {
    let known = ComputeClass(option: option) ?? ComputeClass(option: "workstation-gpu")
    return known.map { FigureRange($0.peak.low, $0.peak.likely, $0.peak.high) } ?? FigureRange(1)
  }

  var inWords: LocalizedText {
    let hour = prices.machineHour.ranges[option]?.inWords ?? ""
    let watts = prices.machineWatts.ranges[option] ?? FigureRange(0)
    let power = prices.kilowattHour.range.inWords
    guard watts.high > 0 else {
      return LocalizedText(
        en: "\(hour) \(prices.currency) for an hour", zh: "每小时 \(hour) \(prices.currency)")
    }
    return LocalizedText(
      en: "(\(hour) \(prices.currency) for an hour + \(watts.inWords) W at \(power) for a kilowatt-hour)",
      zh: "（每小时 \(hour) \(prices.currency) + \(watts.inWords) 瓦 × 每千瓦时 \(power)）")
  }

  var basis: [Basis] { prices.machineHour.basis + prices.kilowattHour.basis }
}

/// One training of the target on the machine answered.
struct TrainingRun {
  var missing: [QuestionID] = []
  var how: LocalizedText
  var basis: [Basis] = []
  /// In the base currency.
  var cost: (PricePoint) -> Double = { _ in 0 }

  /// Nil when nothing is trained.
  init?(_ situation: Situation, _ prices: Prices, rate: Double) {
    let plan = TrainingPlan(situation)
    guard situation.trains, plan.method != .none, let workload = Workload(situation, plan) else { return nil }
    how = MonthlyValue.missingText
    if situation.number(Ask.labels) == nil { missing.append(Ask.labels) }
    guard let answered = situation.option(Ask.machine) else {
      missing.append(Ask.machine)
      return
    }
    guard missing.isEmpty else { return }
    let rented = answered == "api-only"
    let estimates = resourceEstimates(
      for: workload, machine: nil, computeOption: rented ? "workstation-gpu" : answered)
    guard let estimate = estimates.first(where: { $0.kind == .trainingSeconds }) else { return nil }
    let seconds = FigureRange(estimate.low, estimate.likely, estimate.high)
    let machine = MachineTime(option: answered, prices: prices, rate: rate)
    // Seconds where hours would be all zeros.
    let isLong = seconds.likely >= 36
    let time = isLong ? (1 / 3600 * seconds).inWords : seconds.inWords
    how = LocalizedText(
      en: "\(time) \(isLong ? "hours" : "seconds ÷ 3,600") × \(machine.inWords.en)",
      zh: "\(time) \(isLong ? "小时" : "秒 ÷ 3,600") × \(machine.inWords.zh)")
    basis = machine.basis + estimate.basis
    cost = { $0(seconds, .trainingSeconds) / 3600 * machine.hour($0) }
  }
}
