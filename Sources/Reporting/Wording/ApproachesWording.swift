import Knowledge

/// Words of the table of approaches.
enum ApproachesWording {
  static let title = LocalizedText(en: "Which approach suits", zh: "哪种做法更合适")
  static let introduction = LocalizedText(
    en:
      "Seven ways to do the task, best first, compared with what this scenario supplies. Each rubric shows a fit from 0 to 100, higher is better; brackets hold the range that unknown answers leave open.",
    zh: "完成任务的七种做法，从好到差排列，逐一与本场景的条件对照。各维度的适合度为 0 到 100，越高越好；括号内是未知回答留下的范围。")
  static let caption = LocalizedText(
    en: "Approaches by rubric: fit from 0 to 100", zh: "各做法在各维度上的适合度（0 到 100）")
  static let rank = LocalizedText(en: "Rank", zh: "名次")
  static let totalFit = LocalizedText(en: "Total fit", zh: "总适合度")
  static let vetoes = LocalizedText(en: "Vetoes", zh: "否决项")
  static let whyNotCaption = LocalizedText(
    en: "Why each approach stands where it does", zh: "各做法名次的理由")
  static let speaksFor = LocalizedText(en: "Speaks for it", zh: "有利")
  static let speaksAgainst = LocalizedText(en: "Speaks against it", zh: "不利")
  static let advice = LocalizedText(en: "Advice", zh: "建议")
  static let notApplicable = LocalizedText(en: "n/a", zh: "不适用")
  static let judgedMark = LocalizedText(en: " (judged)", zh: "（评判对象）")

  static func cap(_ reason: String, _ cap: String, isCertain: Bool) -> LocalizedText {
    isCertain
      ? LocalizedText(en: "\(reason) (fit at most \(cap))", zh: "\(reason)（适合度最多 \(cap)）")
      : LocalizedText(
        en: "Possibly, an answer is unknown: \(reason) (then fit at most \(cap))",
        zh: "有回答未知，可能成立：\(reason)（若成立，适合度最多 \(cap)）")
  }

  static func capMark(_ cap: String, isCertain: Bool) -> LocalizedText {
    isCertain
      ? LocalizedText(en: "fit at most \(cap)", zh: "最多 \(cap)")
      : LocalizedText(en: "possible, then at most \(cap)", zh: "可能有，届时最多 \(cap)")
  }

  static let chartTitle = LocalizedText(en: "Fit and risk of the approaches", zh: "各做法的适合度与风险")
  static let fitAxis = LocalizedText(en: "Fit (right is better)", zh: "适合度（越靠右越好）")
  static let riskAxis = LocalizedText(en: "Residual risk (up is worse)", zh: "剩余风险（越高越糟）")
  static let goal = LocalizedText(en: "“Go”", zh: "可以推进")

  static func chartDescription(_ places: [(name: String, fit: String, risk: String)]) -> LocalizedText {
    LocalizedText(
      en: places.map { "\($0.name): fit \($0.fit), residual risk \($0.risk)" }.joined(separator: "; ") + ".",
      zh: places.map { "\($0.name)：适合度 \($0.fit)，剩余风险 \($0.risk)" }.joined(separator: "；") + "。")
  }

  static func more(_ count: Int) -> LocalizedText {
    LocalizedText(en: "And \(count) more.", zh: "另有 \(count) 项。")
  }
}
