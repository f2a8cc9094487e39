import Knowledge
import Recommendations
import Scoring

/// Words of the first section.
enum VerdictWording {
  static let title = LocalizedText(en: "Verdict and reasons", zh: "结论与理由")
  static let label = LocalizedText(en: "Verdict", zh: "结论")
  static let reasons = LocalizedText(en: "Why this verdict", zh: "为什么是这个结论")
  static let firstSteps = LocalizedText(en: "What to do first", zh: "先做什么")
  static let strengths = LocalizedText(en: "What speaks for it", zh: "有利之处")
  static let weaknesses = LocalizedText(en: "What speaks against it", zh: "不利之处")

  static func furtherPoints(_ count: String) -> LocalizedText {
    let part = ContributionsWording.title
    return LocalizedText(
      en: "\(count) smaller points stand under “\(part.en)”.", zh: "另有 \(count) 项影响较小，见“\(part.zh)”。")
  }

  static func allSteps(_ count: String) -> LocalizedText {
    LocalizedText(en: "All \(count) steps with their reasons", zh: "全部 \(count) 个步骤及理由")
  }

  static let settledBy = LocalizedText(en: "Answers that would settle it", zh: "答清这些问题就能定论")
  static let goodResult = LocalizedText(en: "What a good result looks like", zh: "怎样才算好结果")
  static let judged = LocalizedText(en: "Approach judged", zh: "评判的做法")
  static let completeness = LocalizedText(en: "Questions answered", zh: "已回答的问题")

  static let fitMeaning = LocalizedText(
    en: "0 to 100, higher is better; in brackets the range that unknown answers leave open.",
    zh: "0 到 100，越高越好；括号内是未知回答留下的范围。")
  static let inherentMeaning = LocalizedText(
    en: "0 to 100, higher is worse; before any safeguard.", zh: "0 到 100，越高越糟；未计任何防护措施。")
  static let residualMeaning = LocalizedText(
    en: "What is left of it after the safeguards in place.", zh: "计入现有防护措施之后剩下的风险。")

  static func about(_ judged: String, recommended: String) -> LocalizedText {
    judged == recommended
      ? LocalizedText(
        en: "Verdict, fit and risk are about “\(judged)”, which also ranks first among the seven approaches.",
        zh: "结论、适合度和风险针对“\(judged)”，它在七种做法中也排第一。")
      : LocalizedText(
        en:
          "Verdict, fit and risk are about “\(judged)”, the best approach that uses a model. Ranked first over all is “\(recommended)”.",
        zh: "结论、适合度和风险针对“\(judged)”，即使用模型的做法中最好的一种；总排名第一的是“\(recommended)”。")
  }

  static func completeness(_ value: Completeness) -> LocalizedText {
    let en =
      "\(value.answered) of \(value.asked) answered, \(value.preset) preset by the scenario, \(value.unknown) unknown, \(value.notApplicable) not applicable."
    let zh =
      "共 \(value.asked) 题：已回答 \(value.answered)，场景预设 \(value.preset)，未知 \(value.unknown)，不适用 \(value.notApplicable)。"
    return LocalizedText(en: en, zh: zh)
  }

  static let changedByEvidence = LocalizedText(
    en: "The pilot's measurements changed this verdict", zh: "试点实测改变了结论")

  static func changedByEvidence(before: LocalizedText, after: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "From the answers alone it was “\(before.en)”; with what the pilot measured it is “\(after.en)”.",
      zh: "仅凭回答，结论是“\(before.zh)”；加入试点实测后，结论是“\(after.zh)”。")
  }

  static let answersBehind = LocalizedText(en: "Rests on: ", zh: "依据：")
  static let openBracket = LocalizedText(en: " (", zh: "（")
  static let closeBracket = LocalizedText(en: ")", zh: "）")

  /// How much of a range one unknown answer could still move.
  static func open(_ points: String) -> LocalizedText {
    LocalizedText(en: "up to \(points) points", zh: "最多影响 \(points) 分")
  }

  static func notKnown(_ title: LocalizedText?, _ id: String) -> LocalizedText {
    LocalizedText(en: "Not known: \(title?.en ?? id).", zh: "尚不清楚：\(title?.zh ?? id)。")
  }

  static func risk(_ title: LocalizedText?, _ id: String) -> LocalizedText {
    LocalizedText(en: "Risk: \(title?.en ?? id).", zh: "风险：\(title?.zh ?? id)。")
  }

  static func costs(_ points: String) -> LocalizedText {
    LocalizedText(en: "costs \(points) points", zh: "扣 \(points) 分")
  }

  static func met(_ share: String) -> LocalizedText {
    LocalizedText(en: "\(share) % met", zh: "满足 \(share) %")
  }

  static func adds(_ points: String) -> LocalizedText {
    LocalizedText(en: "adds \(points) points of risk", zh: "增加 \(points) 分风险")
  }
}

/// The kinds of answer to "is this a case for a large model?".
enum ModelFamily {
  case rules, simple, large

  init(_ approach: ApproachID) {
    switch approach {
    case .noAI: self = .rules
    case .classical, .smallNetwork: self = .simple
    case .prompted, .retrieval, .fineTuned, .fromScratch: self = .large
    }
  }
}
