import Knowledge
import Questionnaires
import Scoring

/// What a scenario brings a month beyond today's way, and what each approach costs and would have to bring.
///
/// Unknown numbers stay unknown: the parts they belong to are left out and named. Unknown choices that only
/// make work dearer or cheaper span all their options. Spans are the 5th to 95th percentile of evenly spread
/// draws in which all approaches meet the same prices; the middle value uses every likely figure.
/// - Parameter measured: scores measured on the person's own data; they take the place of the score wanted.
/// - Returns: nil when the catalog has no prices.
public func worth(
  scorecard: Scorecard, sheet: AnswerSheet, knowledge: KnowledgeBase,
  measured: [ApproachID: MeasuredShare] = [:]
) -> Worth? {
  guard let prices = knowledge.prices, let rate = knowledge.currencies[prices.currency],
    let scenario = knowledge.scenario(scorecard.scenario)
  else { return nil }
  func situation(_ approach: ApproachID) -> Situation {
    Situation(scenario: scenario, approach: approach, sheet: sheet, knowledge: knowledge)
  }
  let general = situation(scorecard.recommended)
  let value = MonthlyValue(general, prices, rate: rate)
  let cases = general.number(Ask.cases)
  var accounts = scorecard.approaches.map { score in
    Account(
      score, situation(score.id), prices, knowledge, rate: rate, value: value, cases: cases,
      measured: measured[score.id])
  }
  let cheapest = cheapestSufficient(accounts, knowledge)
  if let cheapest, let reference = accounts.first(where: { $0.worth.id == cheapest.id }) {
    for place in accounts.indices { accounts[place].compare(with: reference) }
  }
  let target = value.target
  let monthly = cases.flatMap { cases in
    value.isKnownInPart ? spread { cases * value.perCase($0, score: target ?? 0) } : nil
  }
  return Worth(
    currency: knowledge.baseCurrency, answeredIn: answeredCurrency(sheet, knowledge),
    pricesDate: prices.date, cases: cases, monthly: monthly,
    perCase: value.isKnownInPart ? value.perCase(.likely, score: target ?? 0) : nil,
    parts: value.parts.map { $0.part(cases: cases, score: target ?? 0) },
    missing: value.missing + (cases == nil ? [Ask.cases] : []),
    scoreIsNoShare: scenario.goodResult.metric != "accuracy",
    approaches: accounts.map(\.worth), cheapestSufficient: cheapest?.id,
    cheapestByCost: cheapest?.byCost ?? false)
}

/// The least whole cost among those that suffice; the catalog's order where an answer leaves a cost open.
private func cheapestSufficient(
  _ accounts: [Account], _ knowledge: KnowledgeBase
) -> (id: ApproachID, byCost: Bool)? {
  let enough = accounts.map(\.worth).filter(\.isSufficient)
  func order(_ id: ApproachID) -> Int { knowledge.approach(id)?.order ?? .max }
  let byCost = enough.allSatisfy { $0.whole != nil }
  let first = enough.min { left, right in
    let (one, other) = (left.whole?.value ?? 0, right.whole?.value ?? 0)
    return byCost && one != other ? one < other : order(left.id) < order(right.id)
  }
  return first.map { ($0.id, byCost) }
}

/// The currency of the first amount answered, in the questions' order, where it is not the base.
private func answeredCurrency(_ sheet: AnswerSheet, _ knowledge: KnowledgeBase) -> AnsweredCurrency? {
  for question in knowledge.questions {
    guard case .money(_, let code) = sheet.answers[question.id]?.value, let rate = knowledge.currencies[code]
    else { continue }
    return code == knowledge.baseCurrency ? nil : AnsweredCurrency(code: code, rate: rate)
  }
  return nil
}

extension MonthlyValue.Part {
  /// The part as it stands in the record.
  func part(cases: Double?, score: Double) -> ValuePart {
    let missing = missing + (cases == nil ? [Ask.cases] : [])
    let monthly = missing.isEmpty ? cases.map { cases in spread { cases * perCase($0, score) } } : nil
    return ValuePart(
      kind: kind, monthly: monthly, how: how, causedBy: [Ask.cases] + causedBy, missing: missing, basis: basis
    )
  }
}
