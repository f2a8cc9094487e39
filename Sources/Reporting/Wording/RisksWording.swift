import Knowledge

/// Words of the table of risks.
enum RisksWording {
  static let title = LocalizedText(en: "Risks", zh: "风险")

  static func introduction(_ approach: String) -> LocalizedText {
    LocalizedText(
      en:
        "For “\(approach)”, greatest residual risk first; 0 to 100, higher is worse. Inherent is before, residual after the safeguards in place.",
      zh: "针对“\(approach)”，剩余风险最大的在前；0 到 100，越高越糟。固有风险未计防护措施，剩余风险已计入现有措施。")
  }

  static let caption = LocalizedText(en: "Risks and what is in place against them", zh: "风险及现有防护措施")
  static let risk = LocalizedText(en: "Risk", zh: "风险")
  static let inherent = LocalizedText(en: "Inherent", zh: "固有")
  static let residual = LocalizedText(en: "Residual", zh: "剩余")
  static let inPlace = LocalizedText(en: "In place", zh: "已有措施")
  static let notInPlace = LocalizedText(en: "Could be added", zh: "可增加的措施")
  static let answers = LocalizedText(en: "Answers it rests on", zh: "依据的回答")
  static let failureModes = LocalizedText(en: "How scenarios of this kind fail", zh: "这类场景常见的失败方式")
  static let none = LocalizedText(en: "The rubrics name no risk for this approach.", zh: "评分标准没有为该做法列出风险。")

  static let safeguards = LocalizedText(
    en: "Safeguards, and which risk each lowers", zh: "防护措施及其降低的风险")
  static let safeguard = LocalizedText(en: "Safeguard", zh: "防护措施")
  static let lowers = LocalizedText(en: "Lowers", zh: "降低哪些风险")

  static func shares(now: String, most: String) -> LocalizedText {
    LocalizedText(en: "by \(now) now, at most \(most)", zh: "目前降低 \(now)，最多 \(most)")
  }

  static func removes(_ title: String, _ share: String) -> LocalizedText {
    LocalizedText(en: "\(title) (removes \(share))", zh: "\(title)（降低 \(share)）")
  }
}
