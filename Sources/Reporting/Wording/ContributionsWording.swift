import Knowledge

/// Words of the section that adds the score up.
enum ContributionsWording {
  static let title = LocalizedText(en: "How the score comes about", zh: "分数是怎么来的")

  static func introduction(_ approach: String) -> LocalizedText {
    LocalizedText(
      en:
        "For “\(approach)”. The fit starts at 100; each criterion takes away the points it fails to supply, each veto the points above its cap. The rows add up exactly; single rows are rounded so that the printed sum holds too.",
      zh: "针对“\(approach)”。适合度从 100 开始，每条标准扣去没有满足的部分，每个否决项扣去超过上限的部分。各行相加正好等于总分；单行取整时保证印出的数字也能加得上。")
  }

  static let fitCaption = LocalizedText(en: "Points of the fit", zh: "适合度的得分明细")
  static let riskCaption = LocalizedText(en: "Points of the residual risk", zh: "剩余风险的得分明细")
  static let item = LocalizedText(en: "Criterion or veto", zh: "标准或否决项")
  static let risk = LocalizedText(en: "Risk", zh: "风险")
  static let rubric = LocalizedText(en: "Rubric", zh: "维度")
  static let points = LocalizedText(en: "Points", zh: "分值")
  static let answers = LocalizedText(en: "Answers it rests on", zh: "依据的回答")
  static let start = LocalizedText(en: "Start", zh: "起点")
  static let total = LocalizedText(en: "Fit", zh: "适合度")
  static let riskTotal = LocalizedText(en: "Residual risk", zh: "剩余风险")
  static let veto = LocalizedText(en: "Veto: ", zh: "否决：")
  static let fullMarks = LocalizedText(en: "No criterion takes points away.", zh: "没有任何标准扣分。")

  static func unaffected(_ names: String) -> LocalizedText {
    LocalizedText(en: "Without loss: \(names).", zh: "没有扣分：\(names)。")
  }

  static func others(_ count: Int) -> LocalizedText {
    LocalizedText(en: "\(count) smaller ones together", zh: "其余 \(count) 项合计")
  }

  static let fitChart = LocalizedText(en: "From 100 to the fit", zh: "从 100 到适合度")
  static let riskChart = LocalizedText(en: "What the residual risk is made of", zh: "剩余风险的构成")

  static func chart(_ items: [(name: String, points: String)], start: String?, total: String)
    -> LocalizedText
  {
    let en = items.map { "\($0.name) \($0.points)" }.joined(separator: "; ")
    let zh = items.map { "\($0.name) \($0.points)" }.joined(separator: "；")
    return LocalizedText(
      en: (start.map { "Start \($0); " } ?? "") + "\(en); total \(total).",
      zh: (start.map { "起点 \($0)；" } ?? "") + "\(zh)；合计 \(total)。")
  }
}
