import Knowledge
import Questionnaires

/// Twelve hexadecimal digits from everything that decides the result, so that the same case has the same id.
func identity(
  of request: AssessmentRequest, _ knowledge: KnowledgeBase, dataFingerprint: String?
) -> String {
  var hash = ContentHash()
  hash.mix(part: request.sheet.scenario.name)
  for id in request.sheet.answers.keys.sorted() {
    hash.mix(part: id.name)
    if let answer = request.sheet.answers[id] { hash.mix(part: canonical(answer.value)) }
  }
  hash.mix(part: knowledge.catalogVersion)
  hash.mix(part: knowledge.rubricsVersion)
  hash.mix(part: "\(request.seed)")
  hash.mix(part: dataFingerprint ?? "no pilot")
  if let control = request.control { hash.mix(part: control.rawValue) }
  return hash.digits(12)
}

private func canonical(_ value: AnswerValue) -> String {
  switch value {
  case .option(let option): "o:\(option)"
  case .options(let options): "s:" + options.map(\.name).sorted().joined(separator: ",")
  case .number(let number): "n:\(number)"
  case .money(let amount, let currency): "m:\(amount) \(currency)"
  case .unknown: "unknown"
  case .notApplicable: "not-applicable"
  }
}
