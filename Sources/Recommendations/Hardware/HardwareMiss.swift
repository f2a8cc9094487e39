import Knowledge

extension HardwareSearch {
  /// Why a device does not come into question.
  enum Miss: Error, CaseIterable, Hashable {
    case memory, time, latency, budget

    /// The longest training that anyone waits for (our judgement).
    static let longestDays = 30.0

    func finding(_ devices: [Device], _ situation: Situation) -> RuledOutHardware {
      .init(devices, reason, situation.answered(causes(situation)))
    }

    private var reason: LocalizedText {
      switch self {
      case .memory: LocalizedText(en: "too little memory for this model and method", zh: "显存不足以支持该模型和训练方式")
      case .time:
        LocalizedText(
          en: "training would take more than \(plain(Self.longestDays)) days",
          zh: "训练需要 \(plain(Self.longestDays)) 天以上")
      case .latency:
        LocalizedText(
          en: "even at best, an answer takes longer than allowed", zh: "即使在最理想的情况下，单次回答也超过允许的时间")
      case .budget: LocalizedText(en: "it would likely cost more than the budget", zh: "费用很可能超出预算")
      }
    }

    private func causes(_ situation: Situation) -> [QuestionID] {
      switch self {
      case .memory: ["compute.available"]
      case .time: ["data.labelled-examples"]
      case .latency: ["compute.latency"]
      case .budget: [situation.trains ? "compute.training-budget" : "compute.monthly-budget"]
      }
    }
  }

  /// Reasons that concern devices as a whole.
  enum Exclusion {
    case onlyServices, staysInside, needless
  }
}

extension RuledOutHardware {
  fileprivate init(_ devices: [Device], _ reason: LocalizedText, _ causes: [QuestionID]) {
    var seen: Set<DeviceID> = []
    let different = devices.filter { seen.insert($0.id).inserted }
    self.init(
      devices: different.map(\.id),
      what: LocalizedText(
        en: different.map(\.name.en).joined(separator: ", "),
        zh: different.map(\.name.zh).joined(separator: "、")),
      reason: reason, causedBy: causes)
  }

  static func all(
    _ devices: [Device], _ exclusion: HardwareSearch.Exclusion, _ situation: Situation
  ) -> RuledOutHardware {
    let ids = devices.map(\.id)
    switch exclusion {
    case .onlyServices:
      return RuledOutHardware(
        devices: ids, what: LocalizedText(en: "Devices of any kind", zh: "各类设备"),
        reason: LocalizedText(en: "only outside services can be used", zh: "只能使用外部服务"),
        causedBy: situation.answered(["compute.available"]))
    case .staysInside:
      return RuledOutHardware(
        devices: ids, what: LocalizedText(en: "Rented devices", zh: "租用的设备"),
        reason: LocalizedText(en: "the data may not leave the organisation", zh: "数据不得离开本组织"),
        causedBy: situation.answered(["privacy.may-leave-organisation"]))
    case .needless:
      return RuledOutHardware(
        devices: ids, what: LocalizedText(en: "Larger devices", zh: "更大的设备"),
        reason: LocalizedText(
          en: "not needed: a laptop is done within the hour", zh: "没有必要：笔记本电脑一小时内即可完成"),
        causedBy: situation.answered(["data.labelled-examples"]))
    }
  }
}
