import Knowledge
import Questionnaires

/// Twelve hexadecimal digits from everything that decides the result, so that the same case has the same id.
func identity(
  of request: AssessmentRequest, _ knowledge: KnowledgeBase, dataFingerprint: String?
) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  func mix(_ text: String) {
    // A separator after each part keeps "ab" + "c" apart from "a" + "bc".
    for byte in Array(text.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  }
  mix(request.sheet.scenario.name)
  for id in request.sheet.answers.keys.sorted() {
    mix(id.name)
    if let answer = request.sheet.answers[id] { mix(canonical(answer.value)) }
  }
  mix(knowledge.catalogVersion)
  mix(knowledge.rubricsVersion)
  mix("\(request.seed)")
  mix(dataFingerprint ?? "no pilot")
  let digits = String(hash >> 16, radix: 16)
  return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
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
