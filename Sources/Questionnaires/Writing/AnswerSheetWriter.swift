import Knowledge

/// The sheet as YAML, answers in the order they are asked and grouped by section; reads back to the same sheet.
///
/// Answers to questions the catalog does not know come last, by name, so that nothing is lost.
public func writeAnswerSheet(_ sheet: AnswerSheet, knowledge: KnowledgeBase) -> String {
  var lines = ["scenario: \(sheet.scenario.name)"]
  if let title = sheet.title { lines.append("title: \(quoted(title))") }
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
    .compactMap { key, text in text.map { "    \(key): \(quoted($0))" } }
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
    case .number(let number): plainNumber(number)
    case .money(let amount, let currency): "\(plainNumber(amount)) \(currency)"
    case .unknown: "unknown"
    case .notApplicable: "not-applicable"
    }
  }
}

/// A text in double quotes, on one line whatever it holds.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\r": result += "\\r"
    default:
      // Outside these YAML 1.1 wants an escape: control characters, the odd line ends, the byte-order mark.
      let value = scalar.value
      let plain =
        (0x20...0x7E).contains(value) || (0xA0...0xFEFE).contains(value) || (0xFF00...0xFFFD).contains(value)
        || value >= 0x10000
      if plain, value != 0x2028, value != 0x2029 {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(value, radix: 16)
        result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
  }
  return result + "\""
}
