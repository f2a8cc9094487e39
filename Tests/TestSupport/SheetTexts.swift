import Knowledge

/// Sheets as JSON text at random, in the ways people and programs write them.
public struct SheetTexts {
  public let knowledge: KnowledgeBase
  /// The chance that an answer is written in a form that is rare or wrong.
  public var odd: Double

  public init(_ knowledge: KnowledgeBase, odd: Double) {
    self.knowledge = knowledge
    self.odd = odd
  }

  /// One sheet; most questions are answered, some with notes, the keys in any order.
  public func sheet(using generator: inout TestGenerator) -> String {
    let scenario = pick(knowledge.scenarios, &generator)
    let answers = (knowledge.questions + scenario.questions).shuffled(using: &generator).compactMap {
      chance(0.85, &generator) ? "\"\($0.id.name)\":\(space(&generator))\(answer(to: $0, &generator))" : nil
    }
    var members = [
      "\"scenario\": \"\(chance(odd / 4, &generator) ? "nlp/none" : scenario.id.name)\"",
      "\"answers\": {\(answers.joined(separator: ",\(space(&generator))"))}",
    ]
    if chance(0.7, &generator) { members.append("\"id\": \(pick(ids, &generator))") }
    if chance(0.3, &generator) { members.append("\"title\": \"甲 a title\"") }
    if chance(odd / 4, &generator) { members.append(pick(oddMembers, &generator)) }
    return "{\(members.shuffled(using: &generator).joined(separator: ",\(space(&generator))"))}"
  }

  private func answer(to question: Question, _ generator: inout TestGenerator) -> String {
    if chance(odd, &generator) { return pick(oddAnswers, &generator) }
    if chance(0.1, &generator) { return "\"unknown\"" }
    if question.mayNotApply, chance(0.1, &generator) { return "\"not-applicable\"" }
    let value = value(of: question, &generator)
    guard chance(0.1, &generator) else { return value }
    return pick(notes, &generator).replacing("VALUE", with: value)
  }

  private func value(of question: Question, _ generator: inout TestGenerator) -> String {
    switch question.kind {
    case .choice: return "\"\(pick(question.options, &generator).id.name)\""
    case .choices:
      let chosen = question.options.filter { _ in chance(0.4, &generator) }.shuffled(using: &generator)
      guard let first = chosen.first else { return "\"\(question.options[0].id.name)\"" }
      return chosen.count == 1 && chance(0.5, &generator)
        ? "\"\(first.id.name)\"" : "[\(chosen.map { "\"\($0.id.name)\"" }.joined(separator: ", "))]"
    case .number(let form):
      let number = Double.random(in: form.plausible, using: &generator)
      // Whole, with few decimals, or with all that a double has.
      let text =
        form.kind == .count || number > 10 && chance(0.5, &generator)
        ? "\(Int(number))" : chance(0.5, &generator) ? "\((number * 1000).rounded() / 1000)" : "\(number)"
      guard form.kind == .money else { return text }
      return "\"\(text) \(pick(knowledge.currencies.keys.sorted(), &generator))\""
    }
  }

  private func chance(_ share: Double, _ generator: inout TestGenerator) -> Bool {
    Double.random(in: 0..<1, using: &generator) < share
  }

  private func pick<Element>(_ all: [Element], _ generator: inout TestGenerator) -> Element {
    all[Int.random(in: 0..<all.count, using: &generator)]
  }

  private func space(_ generator: inout TestGenerator) -> String { pick(["", " ", "\n  "], &generator) }
}

private let ids = ["\"s1\"", "\"一\"", "\"a b\"", #""\u4e00 \"\n""#]

private let notes = [
  #"{"value": VALUE, "note": "agreed: in May"}"#, #"{"by": "J. Doe", "at": "2026-11-25", "value": VALUE}"#,
  #"{"source":"minutes","value":VALUE}"#, #"{"note": "\u4e2d \"so\": {", "value": VALUE}"#,
]

private let oddMembers = [
  #""id": 7"#, #""title": " ""#, #""titel": "x""#, #""scenario": "nlp/letters""#, #""answers": {}"#,
]

private let oddAnswers = [
  "null", "true", "1e3", "1E400", "-0", "007", "1.", "12abc", "0.1234567890123456789", "123456789012345678",
  #""1,200""#, #""85 %""#, #""5000 EUR""#, #""-5 USD""#, #""5000  EUR""#, #""5000 EUT""#, #""5 MIO""#,
  #""un\u006bnown""#,
  #"" unknown ""#, #""unknown""#, #""not-applicable""#, #""""#, "[]", #"["unknown"]"#, "[1]",
  #"["eu", "eu"]"#, "{}",
  #"{"value": {"value": 1}}"#, #"{"value": 5000, "currency": "eur"}"#, #"{"value": "unknown", "note": " "}"#,
  #"{"value": "unknown", "at": "2026-13-01"}"#, #"{"value": "unknown", "value": "unknown"}"#,
  #"{"note": "x"}"#,
  #"{"value": "unknown", "note": "\ud800"}"#, #"{"value": "unknown", "note": "\x"}"#,
  #"{"value": "unknown", "note": "\u0020"}"#,
  #"{"value": "unknown", "notes": "x"}"#, "[[[[[[", "\"\u{1}\"",
]
