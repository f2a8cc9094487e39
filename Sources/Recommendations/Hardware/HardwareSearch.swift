import Knowledge

/// Looks through the catalog's devices for those that the answers allow and that are enough.
struct HardwareSearch {
  let situation: Situation
  let plan: TrainingPlan
  let devices: [Device]
  let demand: HardwareDemand

  init(_ situation: Situation, _ plan: TrainingPlan, _ knowledge: KnowledgeBase) {
    self.situation = situation
    self.plan = plan
    devices = knowledge.devices
    demand = HardwareDemand(
      writtenTokens: situation.isAny("task.output", "free-text")
        ? 200 : situation.isAny("task.output", "structured") ? 100 : 8,
      currencies: knowledge.currencies)
  }

  /// What fits, one's own devices first and then the cheapest, and why the others do not.
  func choice() -> HardwareChoice {
    guard let target = situation.target, target.architecture.parameterCount != nil else { return .init() }
    var choice = HardwareChoice()
    var misses: [Miss: [Device]] = [:]
    for (device, isRented) in allowed(&choice) {
      switch fitting(device, isRented: isRented) {
      case .success(let option): choice.options.append(option)
      case .failure(let miss): misses[miss, default: []].append(device)
      }
    }
    choice.options.sort { first, second in
      if first.isRented != second.isRented { return second.isRented }
      let costs = [first, second].map(outlay)
      return costs[0] == costs[1] ? first.device < second.device : costs[0] < costs[1]
    }
    for miss in Miss.allCases {
      guard let devices = misses[miss] else { continue }
      choice.ruledOut.append(miss.finding(devices, situation))
    }
    return leavingOutTheNeedless(choice)
  }

  /// What an option binds: the price of devices of one's own, or the rent.
  private func outlay(_ option: HardwareOption) -> Double {
    guard !option.isRented, let price = devices.first(where: { $0.id == option.device })?.purchase else {
      return option.figure(.cost)?.likely ?? 0
    }
    return price.likely * Double(option.count) * (demand.currencies[price.currency] ?? 1)
  }

  /// The devices that may be used at all, each as one's own or rented.
  private func allowed(_ choice: inout HardwareChoice) -> [(Device, isRented: Bool)] {
    if situation.isAny("compute.available", "api-only") {
      choice.ruledOut.append(.all(devices, .onlyServices, situation))
      return []
    }
    let classes = situation.ownClasses
    let own = devices.filter { classes.contains($0.deviceClass) }
    let rentable = devices.filter { $0.rent != nil }
    if situation.isAny("privacy.may-leave-organisation", "no") {
      choice.ruledOut.append(.all(rentable, .staysInside, situation))
      return own.map { ($0, false) }
    }
    return own.map { ($0, false) } + rentable.map { ($0, true) }
  }

  /// The fewest of a device that are enough.
  private func fitting(_ device: Device, isRented: Bool) -> Result<HardwareOption, Miss> {
    var reason = Miss.memory
    for count in situation.counts(of: device, isRented: isRented) {
      let place = HardwareCase(device: device, count: count, isRented: isRented)
      let workload = Workload(
        situation, plan,
        mixedPrecision: situation.target.map { place.mixedPrecision($0.architecture) } ?? false)
      // Few-bit training needs a card; processors have no such products.
      if workload.effectiveMethod == .qlora, !place.hasHalfPrecision { return .failure(.memory) }
      guard let memory = place.memory(workload), memory.estimate.likely * 1e9 <= place.usableMemory else {
        continue
      }
      let option = HardwareOption(
        device: device.id, name: device.name, count: count, isRented: isRented,
        figures: [memory] + place.otherFigures(workload, demand),
        causedBy: situation.answered(
          isRented ? ["privacy.may-leave-organisation", plan.budgetQuestion] : ["compute.available"]))
      guard let miss = miss(option) else { return .success(option) }
      reason = miss
      // More of them help against missing memory and time, never against latency and cost.
      if miss == .latency || miss == .budget { break }
    }
    return .failure(reason)
  }

  private func miss(_ option: HardwareOption) -> Miss? {
    if let time = option.figure(.trainingTime), time.likely > 24 * Miss.longestDays { return .time }
    if let limit = situation.secondsAllowed, let answer = option.figure(.answerTime), answer.low > limit {
      return .latency
    }
    if let budget = situation.number(plan.budgetQuestion), let cost = option.figure(.cost),
      cost.likely > budget
    {
      return .budget
    }
    return nil
  }

  /// Where a laptop is done within the hour whatever the unknowns, nothing larger is worth a thought.
  private func leavingOutTheNeedless(_ choice: HardwareChoice) -> HardwareChoice {
    let laptops = Set(devices.filter { $0.deviceClass == .laptop }.map(\.id))
    let small = choice.options.filter {
      laptops.contains($0.device) && ($0.figure(.trainingTime).map { $0.high < 1 } ?? false)
    }
    let larger = devices.filter { !laptops.contains($0.id) }
    guard !small.isEmpty, !larger.isEmpty else { return choice }
    return HardwareChoice(options: small, ruledOut: [.all(larger, .needless, situation)])
  }
}

extension Situation {
  /// The classes of devices at hand; a laptop where nothing is known.
  fileprivate var ownClasses: [Device.Class] {
    switch option("compute.available")?.name {
    case "workstation-gpu": [.laptop, .workstation]
    case "server-gpus", "cluster": Device.Class.allCases
    case "api-only": []
    default: [.laptop]
    }
  }

  /// How many of a device may work at once, fewest first.
  fileprivate func counts(of device: Device, isRented: Bool) -> [Int] {
    guard device.deviceClass == .server else { return [1] }
    let one = [1, 2, 4, 8].filter { $0 <= device.perMachine }
    return !isRented && isAny("compute.available", "cluster")
      ? one + [2, 4, 8].map { $0 * device.perMachine } : one
  }

  /// Seconds that an answer may take; nil where it may take its time.
  fileprivate var secondsAllowed: Double? {
    switch option("compute.latency")?.name {
    case "realtime": 0.1
    case "interactive": 2
    default: nil
    }
  }
}
