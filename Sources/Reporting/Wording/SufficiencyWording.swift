import Knowledge

/// Sentences about the cheapest approach that suffices, and what dearer ones have to bring.
enum SufficiencyWording {
  static func cheapest(_ name: String, _ cost: String?, byCost: Bool) -> LocalizedText {
    guard let cost, byCost else {
      return LocalizedText(
        en:
          "“\(name)” is the simplest approach that is good enough by what is known; some costs wait for answers.",
        zh: "就目前所知，“\(name)”是够用的做法中最简单的；部分成本要等回答补全才能算出。")
    }
    return LocalizedText(
      en:
        "“\(name)” is the cheapest approach that is good enough by what is known: \(cost) in the first year.",
      zh: "就目前所知，“\(name)”是够用的做法中最便宜的：第一年 \(cost)。")
  }

  static func cheapestShort(_ name: String?) -> LocalizedText {
    name.map { LocalizedText(en: "Cheapest that suffices: \($0)", zh: "够用且最便宜：\($0)") }
      ?? LocalizedText(en: "No approach suffices yet by what is known", zh: "就目前所知，还没有够用的做法")
  }

  static let notPayingTitle = LocalizedText(en: "It does not pay within a year", zh: "一年内无法回本")

  static func neverPays(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "By these figures “\(name)” costs more for each case than the case brings, whatever the volume.",
      zh: "按这些数字，“\(name)”处理每个案例的成本都高于它带来的价值，业务量再大也无法回本。")
  }

  static func paysLater(_ name: String, _ from: String, _ cases: String) -> LocalizedText {
    LocalizedText(
      en: "“\(name)” pays from \(from) cases a month; you answered \(cases).",
      zh: "“\(name)”每月达到 \(from) 个案例才能回本，而所答为 \(cases) 个。")
  }

  static let none = LocalizedText(
    en: "By what is known, no approach is good enough yet, so none can be called the cheapest that suffices.",
    zh: "就目前所知，还没有够用的做法，因此谈不上哪种最便宜。")

  static func gain(_ extra: String, than cheapest: String, _ points: String) -> LocalizedText {
    LocalizedText(
      en:
        "Costs \(extra) more than “\(cheapest)” in the first year; it must score \(points) points higher to pay for that.",
      zh: "第一年比“\(cheapest)”多花 \(extra)；得分须高出 \(points) 个百分点才能回本。")
  }

  static func outOfReach(_ extra: String, than cheapest: String, _ points: String, left: String)
    -> LocalizedText
  {
    LocalizedText(
      en:
        "Costs \(extra) more than “\(cheapest)” in the first year. To pay for that it would have to score \(points) points higher, and only \(left) are left.",
      zh: "第一年比“\(cheapest)”多花 \(extra)。要回本须高出 \(points) 个百分点，而上升空间只有 \(left)。")
  }

  static func noScorePays(_ extra: String, than cheapest: String) -> LocalizedText {
    LocalizedText(
      en:
        "Costs \(extra) more than “\(cheapest)” in the first year, and no score can pay for that, because a right result brings nothing by your answers.",
      zh: "第一年比“\(cheapest)”多花 \(extra)；按你的回答，结果正确并不带来收益，因此得分再高也无法回本。")
  }

  static let chartTitle = LocalizedText(en: "From which volume it pays", zh: "业务量达到多少才划算")
  static let volumeAxis = LocalizedText(en: "Cases a month", zh: "每月案例数")

  static func amountAxis(_ currency: String) -> LocalizedText {
    LocalizedText(en: "\(currency) in the first year", zh: "第一年金额（\(currency)）")
  }

  static func volumeMark(_ cases: String) -> LocalizedText {
    LocalizedText(en: "answered: \(cases)", zh: "所答：\(cases)")
  }

  static let gainLine = LocalizedText(en: "Value, if the score wanted is reached", zh: "价值（达到目标得分时）")

  static func costLine(_ approach: String) -> LocalizedText {
    LocalizedText(en: "Cost: \(approach)", zh: "成本：\(approach)")
  }

  static func chartDescription(_ places: [(name: String, from: String)]) -> LocalizedText {
    LocalizedText(
      en: places.map { "\($0.name): pays from \($0.from)" }.joined(separator: "; ") + ".",
      zh: places.map { "\($0.name)：\($0.from) 起回本" }.joined(separator: "；") + "。")
  }
}
