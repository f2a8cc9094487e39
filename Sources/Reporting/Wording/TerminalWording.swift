import Knowledge

/// Words of the one-screen summary.
enum TerminalWording {
  static let approaches = LocalizedText(en: "Approaches, best first", zh: "各做法，从好到差")
  static let configuration = LocalizedText(en: "Recommended", zh: "推荐配置")
  static let pilot = LocalizedText(en: "Pilot", zh: "试点")
  static let claims = LocalizedText(en: "Claimed and measured", zh: "自述与实测")
  static let next = LocalizedText(en: "Next", zh: "下一步")
  static let heldOut = LocalizedText(en: "held out", zh: "留出")
  static let control = LocalizedText(en: "control with shuffled labels", zh: "标签随机打乱的对照")
  static let noGain = LocalizedText(en: "no signal", zh: "没有信号")
  static let gain = LocalizedText(en: "Gain over baseline", zh: "相对基线提升")

  static func inherent(_ score: String) -> LocalizedText {
    LocalizedText(en: "inherent \(score)", zh: "固有 \(score)")
  }

  static func rows(_ count: String) -> LocalizedText {
    LocalizedText(en: "\(count) rows", zh: "\(count) 行")
  }

  static func examples(_ count: String) -> LocalizedText {
    LocalizedText(en: "\(count) examples", zh: "\(count) 个样本")
  }

  static func claim(_ fact: String, _ claim: String, _ measured: String, _ result: String) -> LocalizedText {
    LocalizedText(
      en: "\(fact): claimed \(claim), measured \(measured) – \(result)",
      zh: "\(fact)：自述 \(claim)，实测 \(measured)，\(result)")
  }

  static func allClaims(
    agree: String, differ: String, unclaimed: String, notCounted: String?
  ) -> LocalizedText {
    let english = notCounted.map { ", \($0) do not count (sample data)" } ?? ""
    let chinese = notCounted.map { "，不计入 \($0) 项（样例数据）" } ?? ""
    return LocalizedText(
      en: "\(agree) agree, \(differ) differ, \(unclaimed) measured unclaimed\(english)",
      zh: "一致 \(agree) 项，不一致 \(differ) 项，未作自述而测得 \(unclaimed) 项\(chinese)")
  }

  static let otherWinner = LocalizedText(
    en: "The pilot's best is not what is recommended; the report says why.",
    zh: "试点的最优模型与推荐不同，原因见报告。")

  static func verdictChange(_ before: LocalizedText, _ after: LocalizedText, _ fit: (String, String))
    -> LocalizedText
  {
    LocalizedText(
      en: "From the answers alone: \(before.en), fit \(fit.0). With measurements: \(after.en), fit \(fit.1).",
      zh: "仅凭回答：\(before.zh)，适合度 \(fit.0)；加上实测：\(after.zh)，适合度 \(fit.1)。")
  }

  static func moreSteps(_ count: String) -> LocalizedText {
    LocalizedText(en: "\(count) more in the report", zh: "另有 \(count) 项见报告")
  }
}
