import Knowledge
import Recommendations
import Scoring

/// Words that several sections share.
enum Wording {
  static let listSeparator = LocalizedText(en: "; ", zh: "；")
  static let comma = LocalizedText(en: ", ", zh: "、")
  /// Between two sentences.
  static let space = LocalizedText(en: " ", zh: "")
  static let stop = LocalizedText(en: ".", zh: "。")
  /// Between a question and what is said of it.
  static let dash = LocalizedText(en: " – ", zh: " – ")
  static let colon = LocalizedText(en: ": ", zh: "：")
  static let notProvided = LocalizedText(en: "not provided", zh: "未提供")
  static let none = LocalizedText(en: "none", zh: "无")
  static let fit = LocalizedText(en: "Fit", zh: "适合度")
  static let inherentRisk = LocalizedText(en: "Inherent risk", zh: "固有风险")
  static let residualRisk = LocalizedText(en: "Residual risk", zh: "剩余风险")
  static let approach = LocalizedText(en: "Approach", zh: "做法")
  static let source = LocalizedText(en: "Source", zh: "来源")
  static let nothingToDraw = LocalizedText(en: "Nothing to draw", zh: "没有可绘制的数据")

  static let notKept = LocalizedText(
    en: "This was not kept yet when the assessment was made; assess the answers again to see it.",
    zh: "生成这份评估时尚未保存这部分内容，请重新评估以查看。")

  static let kind = LocalizedText(en: "Scenario assessment", zh: "场景评估报告")
  static let contents = LocalizedText(en: "Contents", zh: "目录")
  static let skip = LocalizedText(en: "Skip to the report", zh: "跳到正文")
  static let disclaimer = LocalizedText(
    en:
      "This report is not a certification and not legal advice; whoever decides remains responsible for the decision.",
    zh: "本报告仅供参考，不是认证，也不构成法律意见；责任由作出决定的人承担。")

  static func verdict(_ verdict: Verdict) -> LocalizedText {
    switch verdict {
    case .go: LocalizedText(en: "Go", zh: "可以推进")
    case .pilotFirst: LocalizedText(en: "Pilot first", zh: "先做试点")
    case .redesign: LocalizedText(en: "Redesign", zh: "重新设计")
    case .noGo: LocalizedText(en: "No-go", zh: "不应推进")
    case .cannotTell: LocalizedText(en: "Cannot tell yet", zh: "暂无法判断")
    }
  }

  /// With a capital letter in front, to stand on its own.
  private static func titled(_ text: LocalizedText) -> LocalizedText {
    LocalizedText(en: text.en.prefix(1).uppercased() + text.en.dropFirst(), zh: text.zh)
  }

  static func metric(_ id: String) -> LocalizedText { titled(MetricName.text(id)) }

  static func effort(_ effort: QuestionAction.Effort) -> LocalizedText {
    switch effort {
    case .low: LocalizedText(en: "low", zh: "小")
    case .medium: LocalizedText(en: "medium", zh: "中")
    case .high: LocalizedText(en: "high", zh: "大")
    }
  }

  static func quoted(_ text: String) -> String { "“\(text)”" }
}
