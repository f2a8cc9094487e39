import Assessments
import Knowledge

/// Words of a comparison that say why cases differ, and what changed between two versions.
extension ComparisonWording {
  static let why = LocalizedText(en: "Why they score differently", zh: "为什么得分不同")
  static let fitSpread = LocalizedText(en: "Points of the fit, by what differs most", zh: "适合度分值，差异大者在前")
  static let riskSpread = LocalizedText(
    en: "Points of the residual risk, by what differs most", zh: "剩余风险分值，差异大者在前")
  static let most = LocalizedText(en: "Most points", zh: "分值最高")
  static let least = LocalizedText(en: "Fewest points", zh: "分值最低")
  static let noSpread = LocalizedText(
    en: "No criterion, veto or risk brings them different points.", zh: "没有任何标准、否决项或风险给出不同的分值。")

  static func span(_ low: String, _ high: String) -> LocalizedText {
    LocalizedText(en: "\(low) to \(high) points", zh: "\(low) 至 \(high) 分")
  }

  static func smaller(_ names: String) -> LocalizedText {
    LocalizedText(en: "Smaller differences: \(names).", zh: "差异较小的还有：\(names)。")
  }

  static func lead(_ first: String, _ second: String) -> LocalizedText {
    LocalizedText(en: "What puts “\(first)” before “\(second)”", zh: "“\(first)”为何排在“\(second)”之前")
  }

  static func leadTotal(_ points: String) -> LocalizedText {
    LocalizedText(
      en: "\(points) points of the ranking score, made of (a minus sign speaks for the second):",
      zh: "排名分相差 \(points)，构成如下（负号表示对第二名有利）：")
  }

  static let change = LocalizedText(en: "What changed, and what it moved", zh: "改了什么，影响了什么")
  static let changeCaption = LocalizedText(en: "Points that each change moved", zh: "每项变化带来的分值")
  static let cause = LocalizedText(en: "Change", zh: "变化")
  static let was = LocalizedText(en: "Before", zh: "之前")
  static let became = LocalizedText(en: "After", zh: "之后")
  static let together = LocalizedText(en: "Together", zh: "合计")
  static let evidence = LocalizedText(en: "Measured evidence", zh: "实测证据")
  static let nothingChanged = LocalizedText(
    en: "Answers, evidence and rules are the same.", zh: "回答、证据和规则都相同。")
  static let knowledgeTitle = LocalizedText(en: "Same answers, other rules", zh: "回答相同，规则不同")

  static func measurements(_ count: String) -> LocalizedText {
    LocalizedText(en: "\(count) measurements", zh: "\(count) 项测量")
  }

  static func fromTo(_ first: String, _ second: String) -> LocalizedText {
    LocalizedText(en: "From “\(first)” to “\(second)”", zh: "从“\(first)”到“\(second)”")
  }

  static func summary(
    verdicts: (LocalizedText, LocalizedText), fit: (String, String, String), risk: (String, String, String)
  ) -> LocalizedText {
    LocalizedText(
      en:
        "Verdict \(verdicts.0.en) → \(verdicts.1.en); fit \(fit.0) → \(fit.1) (\(fit.2)); residual risk \(risk.0) → \(risk.1) (\(risk.2)).",
      zh:
        "结论：\(verdicts.0.zh) → \(verdicts.1.zh)；适合度 \(fit.0) → \(fit.1)（\(fit.2)）；剩余风险 \(risk.0) → \(risk.1)（\(risk.2)）。"
    )
  }

  static func method(_ method: VersionChange.Method, answers: Int) -> LocalizedText {
    switch method {
    case .shapley:
      LocalizedText(
        en:
          "The first named stands for before, the second for after. Each changed answer's effect is its mean over every order in which the answers could have changed (Shapley value), scored with today's rules; then the evidence is changed. The effects add up to the whole change.",
        zh: "先给出的为“之前”，后给出的为“之后”。每个变化的回答，其影响是它在所有变化次序中的平均值（沙普利值），按现行规则计算；然后再换上新的证据。各项影响相加等于总变化。")
    case .inOrder:
      LocalizedText(
        en:
          "The first named stands for before, the second for after. With \(answers) changed answers they are changed one after the other, in the order they are asked and scored with today's rules, so that an effect depends on those above it; then the evidence is changed. The effects add up to the whole change.",
        zh:
          "先给出的为“之前”，后给出的为“之后”。变化的回答有 \(answers) 个，因此按提问顺序逐个改变，并按现行规则计算，每项影响取决于它上面的各项；然后再换上新的证据。各项影响相加等于总变化。"
      )
    }
  }

  static func knowledgeName(_ parts: [VersionChange.Part]) -> LocalizedText {
    parts.isEmpty
      ? LocalizedText(en: "Rules of that time", zh: "当时的规则")
      : LocalizedText(
        en: "Changed: " + parts.map { name($0).en }.joined(separator: ", "),
        zh: "有变动：" + parts.map { name($0).zh }.joined(separator: "、"))
  }

  private static func name(_ part: VersionChange.Part) -> LocalizedText {
    switch part {
    case .engine: LocalizedText(en: "engine", zh: "引擎")
    case .catalog: LocalizedText(en: "catalog", zh: "知识库")
    case .rubrics: LocalizedText(en: "rubrics", zh: "评分标准")
    }
  }

  static func knowledge(_ parts: [VersionChange.Part], isOfToday: Bool) -> LocalizedText {
    if parts.isEmpty && isOfToday {
      return LocalizedText(
        en:
          "A record differs from what its own versions give today; 'surefoot report ID --verify' names the numbers.",
        zh: "有一份记录与其版本如今算出的结果不符；surefoot report 编号 --verify 会列出具体数字。")
    }
    if parts.isEmpty {
      return LocalizedText(
        en:
          "Both were made under the same earlier rules, which are no longer at hand. The effects above are those under today's rules; this row is what the earlier rules made of it beyond that.",
        zh: "两份评估出自同一套早先的规则，而该规则已不在手边。上面各项影响按现行规则计算，这一行是早先规则在此之外造成的差别。")
    }
    return LocalizedText(
      en:
        "The earlier rules are no longer at hand, so their effect is what remains between the recorded scores when answers and evidence are accounted for with today's rules. Changes of the catalog and of the rubrics cannot be told apart here.",
      zh: "早先的规则已不在手边，其影响是：用现行规则计入回答和证据的变化之后，两份记录分数之间剩下的差额。知识库与评分标准各自的影响在此无法区分。")
  }
}
