import Knowledge

/// Words of the section on laws and the duties they bring.
enum RulesWording {
  static let title = LocalizedText(en: "Rules and duties", zh: "法规与义务")
  static let caption = LocalizedText(en: "Provisions the answers trigger", zh: "由回答触发的条款")
  static let rule = LocalizedText(en: "Provision", zh: "条款")
  static let triggered = LocalizedText(en: "What is triggered", zh: "触发内容")
  static let applies = LocalizedText(en: "Does it apply", zh: "是否适用")
  static let because = LocalizedText(en: "Because of", zh: "由哪些回答触发")
  static let text = LocalizedText(en: "Text and its date", zh: "文本及日期")
  static let duty = LocalizedText(en: "To do", zh: "待办事项")
  static let when = LocalizedText(en: "When", zh: "何时")
  static let doesApply = LocalizedText(en: "Applies", zh: "适用")
  static let mayApply = LocalizedText(en: "May apply", zh: "可能适用")
  static let dependsOn = LocalizedText(en: ", depends on: ", zh: "，取决于：")
  static let none = LocalizedText(
    en: "No provision in the catalog is triggered by these answers. The catalog knows only some laws.",
    zh: "这些回答没有触发知识库中的任何条款；知识库只收录了部分法规。")
  static let openDuties = LocalizedText(
    en: "Duties of provisions that may apply join this list once the open points are settled.",
    zh: "对于可能适用的条款，待未定事项明确后，其义务才会列入清单。")

  static func introduction(_ counts: LocalizedText) -> LocalizedText {
    LocalizedText(
      en:
        "Of the provisions in the catalog, for the case that a model is used: \(counts.en). The dates are those of the texts named; look for later changes.",
      zh: "在使用模型的前提下，知识库收录的条款中：\(counts.zh)。日期均以所列文本为准，请另行核对后续修订。")
  }

  static func counts(applying: String, open: String, duties: String) -> LocalizedText {
    LocalizedText(
      en: "\(applying) apply, \(open) may apply; duties that follow for certain: \(duties)",
      zh: "适用 \(applying) 条，可能适用 \(open) 条；确定产生的义务 \(duties) 项")
  }

  static func from(_ day: String) -> LocalizedText {
    LocalizedText(en: ", from \(day)", zh: "，自 \(day) 起")
  }

  static func todo(_ owner: String) -> LocalizedText {
    LocalizedText(en: "To do for the \(owner)", zh: "\(owner)的待办事项")
  }

  static func owner(_ owner: Duty.Owner) -> LocalizedText {
    switch owner {
    case .provider: LocalizedText(en: "provider (who builds or offers the system)", zh: "提供者（开发或对外提供系统的一方）")
    case .deployer: LocalizedText(en: "deployer (who uses the system)", zh: "部署者（使用系统的一方）")
    case .developer: LocalizedText(en: "development team", zh: "开发团队")
    case .productOwner: LocalizedText(en: "product owner", zh: "产品负责人")
    case .complianceOfficer: LocalizedText(en: "compliance officer", zh: "合规负责人")
    case .dataProtectionOfficer: LocalizedText(en: "data protection officer", zh: "个人信息保护负责人")
    }
  }

  static func due(_ due: Duty.Due) -> LocalizedText {
    switch due {
    case .beforeData: LocalizedText(en: "before data are used", zh: "使用数据之前")
    case .beforeLaunch: LocalizedText(en: "before launch", zh: "上线之前")
    case .inOperation: LocalizedText(en: "in operation", zh: "运行期间")
    case .onRequest: LocalizedText(en: "on request", zh: "收到请求时")
    case .afterIncident: LocalizedText(en: "after an incident", zh: "事件发生后")
    }
  }
}
