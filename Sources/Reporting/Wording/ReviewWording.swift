import Assessments
import Knowledge
import Scoring

/// Words on what approvers said of a verdict.
public enum ReviewWording {
  static let agreed = LocalizedText(en: "Agreed", zh: "已同意")
  static let overridden = LocalizedText(en: "Overridden", zh: "已改判")
  static let caption = LocalizedText(en: "Reviews", zh: "审核记录")
  static let by = LocalizedText(en: "Reviewed by", zh: "审核人")
  static let at = LocalizedText(en: "When", zh: "时间")
  static let what = LocalizedText(en: "Review", zh: "审核意见")
  static let verdict = LocalizedText(en: "Verdict stood for", zh: "认定的结论")
  static let computed = LocalizedText(en: "Computed verdict", zh: "计算得出的结论")
  static let reason = LocalizedText(en: "Reason", zh: "理由")
  static let because = LocalizedText(en: " Reason: ", zh: "理由：")

  static func agrees(_ verdict: LocalizedText, day: String?) -> LocalizedText {
    LocalizedText(
      en: " agrees with the verdict “\(verdict.en)”\(on(day)).",
      zh: "\(dated(day))同意结论“\(verdict.zh)”。")
  }

  static func overrides(_ computed: LocalizedText, by verdict: LocalizedText, day: String?) -> LocalizedText {
    LocalizedText(
      en: " decides “\(verdict.en)” where the computed verdict is “\(computed.en)”\(on(day)).",
      zh: "\(dated(day))认定为“\(verdict.zh)”，计算得出的结论是“\(computed.zh)”。")
  }

  /// A review in few words, for lists: `agreed`, or the verdict decided instead.
  public static func short(_ review: Review) -> LocalizedText {
    let verdict = Wording.verdict(review.verdict)
    return review.agrees ? agreed : LocalizedText(en: "→ \(verdict.en)", zh: "→ \(verdict.zh)")
  }

  private static func on(_ day: String?) -> String { day.map { " (\($0))" } ?? "" }
  private static func dated(_ day: String?) -> String { day.map { "（\($0)）" } ?? "" }
}
