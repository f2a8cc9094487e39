import Knowledge

/// Words about what would change the verdict and how firmly it stands.
enum ChangesWording {
  static let title = LocalizedText(en: "What would change the verdict", zh: "怎样才会改变结论")
  static let notKept = LocalizedText(
    en: "This record was made before this was worked out; assess the answers again to see it.",
    zh: "这份记录生成时还没有此项分析；重新评估同一份答卷即可看到。")
  static let atTop = LocalizedText(
    en: "There is no better verdict than this one.", zh: "这已经是最好的结论。")

  static func sets(_ target: LocalizedText, answers: Int) -> LocalizedText {
    LocalizedText(
      en: answers == 1
        ? "One changed answer is enough for “\(target.en)”. Each row is one way; the least effort stands first."
        : "\(answers) changed answers are enough for “\(target.en)”, and no fewer. Each row is one way; the least effort stands first.",
      zh: answers == 1
        ? "只需改变一个回答就能达到“\(target.zh)”。每行是一种办法，最省力的排在最前。"
        : "最少改变 \(answers) 个回答就能达到“\(target.zh)”。每行是一种办法，最省力的排在最前。")
  }

  static func noSet(_ target: LocalizedText, upTo: Int) -> LocalizedText {
    LocalizedText(
      en:
        "No change of up to \(upTo) answers that a person can act on reaches “\(target.en)”: every combination was tried. More has to change, or the use itself.",
      zh: "在人力可及的回答中，改变其中任意 \(upTo) 个以内都达不到“\(target.zh)”（所有组合都已试过）。需要改变更多，或者换一种用法。")
  }

  static let setsCaption = LocalizedText(
    en: "Smallest sets of changes that reach the next better verdict", zh: "达到更好一级结论的最小改变")
  static let change = LocalizedText(en: "Change", zh: "改变")
  static let effort = LocalizedText(en: "Effort", zh: "工作量")
  static let becomes = LocalizedText(en: "Verdict then", zh: "届时的结论")

  static func from(_ old: String, to new: String) -> LocalizedText {
    LocalizedText(en: "from “\(old)” to “\(new)”", zh: "由“\(old)”变为“\(new)”")
  }

  static let pivotal = LocalizedText(en: "Answers the verdict hangs on", zh: "结论所系的回答")
  static let pivotalIntroduction = LocalizedText(
    en: "Each of these answers, different alone, would change the verdict. Make sure they are right.",
    zh: "下列任何一个回答单独变化都会改变结论，请务必确认无误。")
  static let noPivotal = LocalizedText(
    en: "No single answer, different alone, would change the verdict.", zh: "没有哪个回答单独变化会改变结论。")
  static let pivotalCaption = LocalizedText(
    en: "Single answers that would change the verdict", zh: "单独变化就会改变结论的回答")
  static let answer = LocalizedText(en: "Answer now", zh: "现在的回答")
  static let other = LocalizedText(en: "If it were", zh: "假如是")

  static let boundaries = LocalizedText(en: "How far the boundaries are", zh: "离各界线有多远")
  static let boundariesCaption = LocalizedText(
    en: "Points between the scores and each verdict's bounds; negative where a bound is not reached",
    zh: "得分与各结论界线相差的分数；负数表示尚未达到")
  static let requirement = LocalizedText(en: "Further conditions", zh: "其他条件")
  static let met = LocalizedText(en: "met", zh: "满足")
  static let notMet = LocalizedText(en: "not met", zh: "未满足")

  static let stability = LocalizedText(en: "How firmly it stands", zh: "结论有多稳")

  static func stability(draws: String, share: String, verdict: LocalizedText) -> LocalizedText {
    LocalizedText(
      en:
        "The weights are judgements, and some answers may be unknown. Drawn anew \(draws) times around the stated weights, with every unknown answer anywhere in its span, the verdict is “\(verdict.en)” in \(share) of the draws.",
      zh: "权重出于判断，有些回答也可能未知。围绕既定权重重新抽取 \(draws) 次，未知回答在各自范围内任取，其中 \(share) 的结论是“\(verdict.zh)”。")
  }

  static func drawn(_ draws: String) -> LocalizedText {
    LocalizedText(
      en:
        "The weights are judgements, and some answers may be unknown. They were drawn anew \(draws) times, with every unknown answer anywhere in its span; the bars show what came out.",
      zh: "权重出于判断，有些回答也可能未知。重新抽取 \(draws) 次，未知回答在各自范围内任取；下图是得到的结果。")
  }

  static let chart = LocalizedText(
    en: "Share of draws with each verdict, and with each approach first", zh: "各结论出现的比例，以及各做法排第一的比例")
  static let verdicts = LocalizedText(en: "Verdict", zh: "结论")
  static let first = LocalizedText(en: "Ranked first", zh: "排在第一的做法")

  static func settles(share: String, fewest: Bool) -> LocalizedText {
    LocalizedText(
      en: fewest
        ? "No smaller set of answers would do. They settle it in \(share) of the ways they can turn out."
        : "In this order; together they settle it in \(share) of the ways they can turn out. There are too many unknown answers to try every set.",
      zh: fewest
        ? "少于这些回答就不够。它们的各种可能中有 \(share) 能使结论确定。"
        : "按此顺序填写；它们的各种可能中有 \(share) 能使结论确定。未知回答太多，未能逐一尝试所有组合。")
  }
}
