import Knowledge
import Questionnaires
import Scoring

/// Every observation beside the claims it tests, by the rubrics' rules of what replaces what.
///
/// An observation that tests several claims gives several items; one that tests none gives one without a
/// question. A claimed option agrees when it is the measured band's; a claimed number agrees when it lies in
/// the measured interval or within a tenth of its nearer end. Presets are no claims: nobody made them.
public func evidence(
  _ observations: [Observation], sheet: AnswerSheet, knowledge: KnowledgeBase
) -> [EvidenceItem] {
  let rules = knowledge.rubrics.flatMap(\.measurements)
  return observations.flatMap { observation in
    let applying = rules.filter { $0.observation == observation.id }
    guard !applying.isEmpty else {
      return [
        EvidenceItem(
          observation: observation, question: nil, claim: nil, measured: nil, agrees: nil,
          counts: observation.onUserData)
      ]
    }
    return applying.map { item(observation, $0, sheet: sheet, knowledge: knowledge) }
  }
}

private func item(
  _ observation: Observation, _ rule: Measurement, sheet: AnswerSheet, knowledge: KnowledgeBase
) -> EvidenceItem {
  let counts = rule.origin == .any || observation.onUserData
  let question = testedQuestion(rule.replaces, knowledge)
  let claim = question.flatMap { sheet.answers[$0]?.value }
  var measured: String?
  var agrees: Bool?
  switch rule.replaces {
  case .bands(_, let bands):
    let option = measuredOptions(observation, bands)?.chosen
    measured = option?.name
    if case .option(let claimed) = claim, let option { agrees = claimed == option }
  case .number, .supply:
    if question != nil { measured = numberText(observation.value) }
    if case .number(let claimed) = claim { agrees = isNear(claimed, observation) }
  case .demand: break
  }
  return EvidenceItem(
    observation: observation, question: question, claim: claim.flatMap(claimText), measured: measured,
    agrees: counts ? agrees : nil, counts: counts)
}

/// The question whose answer was the claim: the replaced one, or the one a replaced supply simply reads.
private func testedQuestion(
  _ replacement: Measurement.Replacement, _ knowledge: KnowledgeBase
) -> QuestionID? {
  switch replacement {
  case .number(let question), .bands(let question, _): return question
  case .supply(let criterion):
    let supply = knowledge.rubrics.flatMap(\.criteria).first { $0.id == criterion }?.supply
    if case .number(let question) = supply { return question }
    return nil
  case .demand: return nil
  }
}

/// How far outside the interval a claimed number may lie, as a share of the nearer end.
private let tolerance = 0.1

private func isNear(_ claimed: Double, _ observation: Observation) -> Bool {
  let below = tolerance * abs(observation.low)
  let above = tolerance * abs(observation.high)
  return claimed >= observation.low - below && claimed <= observation.high + above
}

/// A claim as it stands in an answer sheet; nil when nothing was claimed.
private func claimText(_ value: AnswerValue) -> String? {
  switch value {
  case .option(let option): option.name
  case .options(let options): options.map(\.name).joined(separator: ", ")
  case .number(let number): numberText(number)
  case .money(let amount, let currency): "\(numberText(amount)) \(currency)"
  case .unknown, .notApplicable: nil
  }
}

/// A number as a person would write it into a sheet: whole, or with at most four decimal places.
private func numberText(_ number: Double) -> String {
  let rounded = (number * 10_000).rounded() / 10_000
  return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
}
