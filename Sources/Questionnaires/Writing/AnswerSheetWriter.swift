import Knowledge

/// The sheet as YAML, answers in the order they are asked and grouped by section; reads back to the same sheet.
///
/// Answers to questions the catalog does not know come last, by name, so that nothing is lost.
public func writeAnswerSheet(_ sheet: AnswerSheet, knowledge: KnowledgeBase) -> String {
  var lines = ["scenario: \(sheet.scenario.name)"]
  if let title = sheet.title { lines.append("title: \(quotedYAML(title))") }
  if let control = sheet.control { lines.append("control: \(control.rawValue)") }
  guard !sheet.answers.isEmpty else { return (lines + ["answers: {}"]).joined(separator: "\n") + "\n" }
  lines.append("answers:")
  let questions = knowledge.questions + (knowledge.scenario(sheet.scenario)?.questions ?? [])
  var written: Set<QuestionID> = []
  var section: SectionID?
  for question in questions {
    guard let answer = sheet.answers[question.id], written.insert(question.id).inserted else { continue }
    if section != question.section {
      section = question.section
      let title = knowledge.sections.first { $0.id == section }?.title.en
      lines.append("  # \(title ?? question.section.name)")
    }
    lines += answerLines(question.id, answer)
  }
  for (id, answer) in sheet.answers.sorted(by: { $0.key < $1.key }) where !written.contains(id) {
    lines += answerLines(id, answer)
  }
  return lines.joined(separator: "\n") + "\n"
}

private func answerLines(_ id: QuestionID, _ answer: Answer) -> [String] {
  let value = answer.value.written
  let remarks = [("note", answer.note), ("source", answer.source), ("by", answer.by)]
    .compactMap { key, text in text.map { "    \(key): \(quotedYAML($0))" } }
  guard !remarks.isEmpty else {
    // A day alone needs no lines of its own.
    guard let day = answer.at else { return ["  \(id.name): \(value)"] }
    return ["  \(id.name): {value: \(value), at: \(day)}"]
  }
  return ["  \(id.name):", "    value: \(value)"] + remarks + (answer.at.map { ["    at: \($0)"] } ?? [])
}

extension AnswerValue {
  /// The value as an answer sheet holds it: `good`, `[eu, us]`, `569`, `5000 EUR`, `unknown`, `not-applicable`.
  public var written: String {
    switch self {
    case .option(let id): id.name
    case .options(let ids): "[\(ids.map(\.name).joined(separator: ", "))]"
    case .number(let number): number.shortest
    case .money(let amount, let currency): "\(amount.shortest) \(currency)"
    case .unknown: "unknown"
    case .notApplicable: "not-applicable"
    }
  }
}
