import Knowledge

/// What one case brings beyond today's way, part by part.
struct MonthlyValue {
  struct Part {
    var kind: ValuePart.Kind
    var how: LocalizedText
    var causedBy: [QuestionID]
    var missing: [QuestionID]
    var basis: [Basis] = []
    /// In the base currency for one case, at a price point and a score 0–1.
    var perCase: (PricePoint, Double) -> Double
  }

  var parts: [Part]
  /// What one result that is right instead of wrong brings; nil while an answer is missing.
  var perRight: Double?
  /// The score wanted, 0–1.
  var target: Double?

  init(_ situation: Situation, _ prices: Prices, rate: Double) {
    target = situation.number(Ask.targetScore)
    let gain = situation.number(Ask.gain)
    let errorCost = situation.number(Ask.errorCost)
    perRight = gain.flatMap { gain in errorCost.map { gain + $0 } }
    parts = [
      Self.time(situation, prices, rate: rate),
      Self.results(situation, .right, each: gain, Ask.gain),
      Self.results(situation, .wrong, each: errorCost, Ask.errorCost),
    ]
  }

  /// The known parts together.
  func perCase(_ point: PricePoint, score: Double) -> Double {
    parts.filter(\.missing.isEmpty).reduce(0) { $0 + $1.perCase(point, score) }
  }

  var missing: [QuestionID] {
    var seen: Set<QuestionID> = []
    return parts.flatMap(\.missing).filter { seen.insert($0).inserted }
  }

  var isKnownInPart: Bool { parts.contains { $0.missing.isEmpty } }

  private static func time(_ situation: Situation, _ prices: Prices, rate: Double) -> Part {
    guard let minutes = situation.number(Ask.minutes) else {
      return Part(
        kind: .time, how: missingText, causedBy: [], missing: [Ask.minutes], perCase: { _, _ in 0 })
    }
    let hour = prices.taskHour
    return Part(
      kind: .time,
      how: LocalizedText(
        en: "cases × \(plain(minutes)) minutes ÷ 60 × \(hour.range.inWords) \(prices.currency) for an hour",
        zh: "案例数 × \(plain(minutes)) 分钟 ÷ 60 × 每小时 \(hour.range.inWords) \(prices.currency)"),
      causedBy: [Ask.minutes], missing: [], basis: hour.basis,
      perCase: { point, _ in minutes / 60 * point(hour.range, .taskHour) * rate })
  }

  /// Results that are right instead of wrong, at `each` a piece.
  ///
  /// Where something is done today the difference of the two scores counts; where nothing is, right results
  /// bring their gain and wrong ones cost, for nobody makes either today.
  private static func results(
    _ situation: Situation, _ kind: ValuePart.Kind, each: Double?, _ question: QuestionID
  ) -> Part {
    let isDoneToday = situation.isAny(Ask.baseline, "rules-or-people", "model-in-use")
    let today = situation.number(Ask.baselineScore)
    var missing = each == nil ? [question] : []
    if situation.number(Ask.targetScore) == nil { missing.append(Ask.targetScore) }
    if situation.option(Ask.baseline) == nil { missing.append(Ask.baseline) }
    if isDoneToday, today == nil { missing.append(Ask.baselineScore) }
    // Nothing is at stake here, whatever the scores are.
    if each == 0 { missing = [] }
    guard missing.isEmpty, let each else {
      return Part(kind: kind, how: missingText, causedBy: [], missing: missing, perCase: { _, _ in 0 })
    }
    let causes = [question, Ask.targetScore] + (isDoneToday ? [Ask.baselineScore] : [Ask.baseline])
    if isDoneToday {
      let today = today ?? 0
      return Part(
        kind: kind,
        how: LocalizedText(
          en: "cases × (score − \(plain(today)) today) × \(plain(each)) each",
          zh: "案例数 ×（得分 − 目前 \(plain(today))）× 每个 \(plain(each))"),
        causedBy: causes, missing: [], perCase: { _, score in (score - today) * each })
    }
    return kind == .right
      ? Part(
        kind: kind,
        how: LocalizedText(
          en: "cases × score × \(plain(each)) each; nothing is done today",
          zh: "案例数 × 得分 × 每个 \(plain(each))；目前没有人做这项工作"),
        causedBy: causes, missing: [], perCase: { _, score in score * each })
      : Part(
        kind: kind,
        how: LocalizedText(
          en: "− cases × (1 − score) × \(plain(each)) each; nobody makes these errors today",
          zh: "− 案例数 ×（1 − 得分）× 每个 \(plain(each))；目前没有人犯这些错误"),
        causedBy: causes, missing: [], perCase: { _, score in -(1 - score) * each })
  }

  static let missingText = LocalizedText(en: "left out: an answer is missing", zh: "未计入：缺少回答")
}
