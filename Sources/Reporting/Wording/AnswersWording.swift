import Knowledge

/// Words of the list of answers.
enum AnswersWording {
  static let title = LocalizedText(en: "All answers", zh: "全部回答")
  static let question = LocalizedText(en: "Question", zh: "问题")
  static let answer = LocalizedText(en: "Answer", zh: "回答")
  static let note = LocalizedText(en: "Note", zh: "备注")
  static let by = LocalizedText(en: "Answered by", zh: "回答人")
  static let scenarioSection = LocalizedText(en: "Questions of this scenario", zh: "本场景的专有问题")
  static let unlisted = LocalizedText(
    en: "Answers to questions the catalog does not know", zh: "知识库中没有的问题的回答")
  static let notAnswered = LocalizedText(en: "not answered", zh: "未回答")
  static let notAnsweredOrAsked = LocalizedText(
    en: "not answered (asked in some cases only)", zh: "未回答（仅在某些情况下询问）")
  static let unknown = LocalizedText(en: "unknown", zh: "未知")
  static let notApplicable = LocalizedText(en: "not applicable", zh: "不适用")

  static func preset(_ value: String) -> LocalizedText {
    LocalizedText(en: "\(value) (preset)", zh: "\(value)（预设）")
  }

  static func presetWhy(_ why: LocalizedText) -> LocalizedText {
    LocalizedText(en: "Preset by the scenario: \(why.en)", zh: "场景预设：\(why.zh)")
  }
}
