import Knowledge

/// A target settled: its model, how it is trained, and where.
struct SettledTarget {
  var situation: Situation
  var plan: TrainingPlan
  var hardware: HardwareChoice
  /// Lines about the model's choice.
  var lines: [ConfigurationLine] = []

  /// The scenario's model where a device that the answers allow can carry it, else the largest of the same
  /// kind in the catalog that one can.
  init(_ situation: Situation, _ knowledge: KnowledgeBase) {
    self = Self.trained(situation, knowledge)
    guard situation.usesLargeModel, let target = situation.target, let id = target.model,
      let model = knowledge.model(id)
    else { return }
    let onlyServices = situation.isAny("compute.available", "api-only")
    if hardware.options.isEmpty, !onlyServices { replace(model, target, knowledge) }
    if let chosen = self.situation.target?.model.flatMap({ knowledge.model($0) }) {
      lines.append(licenceLine(chosen))
    }
  }

  private init(situation: Situation, plan: TrainingPlan, hardware: HardwareChoice) {
    self.situation = situation
    self.plan = plan
    self.hardware = hardware
  }

  /// The lightest change of method that lets a device at hand carry it: adapters, then adapters on few bits.
  private static func trained(_ situation: Situation, _ knowledge: KnowledgeBase) -> SettledTarget {
    let plan = TrainingPlan(situation)
    let first = HardwareSearch(situation, plan, knowledge).choice()
    var best = SettledTarget(situation: situation, plan: plan, hardware: first)
    guard situation.approach == .fineTuned, situation.target?.architecture.hasAttention == true,
      plan.method == .full || plan.method == .lora
    else { return best }
    for method in [Workload.Method.lora, .qlora] where method != plan.method {
      guard best.hardware.options.isEmpty else { break }
      var lighter = plan
      lighter.method = method
      lighter.methodCauses = first.ruledOut.flatMap(\.causedBy).unique
      best = SettledTarget(
        situation: situation, plan: lighter,
        hardware: HardwareSearch(situation, lighter, knowledge).choice())
    }
    if best.hardware.options.isEmpty {
      return SettledTarget(situation: situation, plan: plan, hardware: first)
    }
    return best
  }

  private mutating func replace(_ model: BaseModel, _ target: TargetConfiguration, _ knowledge: KnowledgeBase)
  {
    let causes = hardware.ruledOut.flatMap(\.causedBy).unique
    for candidate in smaller(than: model, knowledge) {
      var other = situation
      other.target?.model = candidate.id
      other.target?.name = LocalizedText(en: candidate.name, zh: candidate.name)
      other.target?.architecture = candidate.architecture
      other.target?.basis = candidate.basis
      if let sequence = target.sequence, let context = candidate.context {
        other.target?.sequence = min(sequence, context)
      }
      let settled = Self.trained(other, knowledge)
      guard !settled.hardware.options.isEmpty else { continue }
      let lost = hardware.ruledOut
      self = settled
      hardware.ruledOut = lost
      lines = [
        ConfigurationLine(
          key: "base-model", label: Label.baseModel,
          value: LocalizedText(
            en:
              "\(candidate.name) in place of \(model.name): no device that the answers allow carries the larger",
            zh: "以 \(candidate.name) 代替 \(model.name)：答案所允许的设备都承载不了后者"),
          causedBy: causes)
      ]
      return
    }
    lines = [
      ConfigurationLine(
        key: "base-model", label: Label.baseModel,
        value: LocalizedText(
          en:
            "\(model.name), which no device that the answers allow carries, and no smaller model of its kind is known",
          zh: "\(model.name)，答案所允许的设备都承载不了，知识库中也没有更小的同类模型"),
        causedBy: causes)
    ]
  }

  /// Models of the same kind and fewer parameters that may be used, the largest first.
  private func smaller(than model: BaseModel, _ knowledge: KnowledgeBase) -> [BaseModel] {
    let stays = situation.isAny("privacy.may-leave-organisation", "no")
    let size = model.architecture.parameterCount ?? 0
    return knowledge.models.filter { other in
      other.modality == model.modality && other.suits.contains(situation.approach)
        && other.architecture.isSameKind(as: model.architecture) && other.licence.terms != .nonCommercial
        && !(stays && other.weights == .hosted) && (other.architecture.parameterCount ?? .infinity) < size
        && other.sharesLanguage(with: model)
    }.sorted {
      let sizes = ($0.architecture.parameterCount ?? 0, $1.architecture.parameterCount ?? 0)
      return sizes.0 == sizes.1 ? $0.id < $1.id : sizes.0 > sizes.1
    }
  }

  private func licenceLine(_ model: BaseModel) -> ConfigurationLine {
    ConfigurationLine(
      "licence", Label.licence, en: "\(model.licence.name): \(model.licence.terms.meaning.en)",
      zh: "\(model.licence.name)：\(model.licence.terms.meaning.zh)")
  }
}

extension BaseModel {
  /// Whether it knows one of the other's languages; models without language agree with all.
  fileprivate func sharesLanguage(with other: BaseModel) -> Bool {
    guard let wanted = other.languages, !wanted.isEmpty else { return true }
    return wanted.contains { languages?.contains($0) ?? false }
  }
}

extension BaseModel.Licence.Terms {
  /// What they allow, in words.
  public var meaning: LocalizedText {
    switch self {
    case .open: LocalizedText(en: "any use, changed or not", zh: "可任意使用和修改")
    case .conditions:
      LocalizedText(en: "commercial use under the maker's own conditions", zh: "商用须遵守发布方的附加条件")
    case .copyleft:
      LocalizedText(en: "what is built on it must be published too", zh: "基于它的成果也须公开")
    case .nonCommercial: LocalizedText(en: "no commercial use", zh: "不得商用")
    }
  }
}

extension Architecture {
  /// Whether the other does the same kind of work: labels on pictures from patches or from convolutions alike.
  fileprivate func isSameKind(as other: Architecture) -> Bool {
    switch (self, other) {
    case (.encoder, .encoder), (.decoder, .decoder), (.textToText, .textToText): true
    case (.speechToText, .speechToText), (.speechEncoder, .speechEncoder): true
    case (.vision, .vision), (.vision, .residual), (.residual, .vision), (.residual, .residual): true
    default: false
    }
  }
}

extension [QuestionID] {
  /// Each once, in the order of the first.
  fileprivate var unique: [QuestionID] {
    var seen: Set<QuestionID> = []
    return filter { seen.insert($0).inserted }
  }
}
