import Knowledge

/// Reads sheets of a questionnaire scored by points: `{answers: {…}}` as elsewhere, or the bare
/// `{name: value}` of the form it came from; questions and options by id or by the name they came with.
public struct PointsSheetReader: Sendable {
  private let questions: [String: PointsQuestion]
  private let unknownOptions: PointsRubric.UnknownOptions

  public init(knowledge: PointsKnowledge) {
    var questions: [String: PointsQuestion] = [:]
    for question in knowledge.questions {
      questions[question.id.name] = question
      questions[question.name] = question
    }
    self.questions = questions
    unknownOptions = knowledge.rubric.unknownOptions
  }

  /// - Throws: every finding, in the order of the text.
  public func read(_ node: SourceNode) throws(Findings) -> PointsSheet {
    guard let entries = node.entries else {
      throw Findings([Finding(.expected(.mapping, found: node.summary), at: node.position)])
    }
    var findings: [Finding] = []
    var sheet = PointsSheet(answers: [:])
    if questions["answers"] == nil, entries.contains(where: { $0.key == "answers" }) {
      readWrapped(entries, &sheet, &findings)
    } else {
      var answers: [SourceEntry] = []
      for entry in entries {
        if entry.key == "id", questions["id"] == nil {
          sheet.id = plainText(entry.value, &findings)
        } else {
          answers.append(entry)
        }
      }
      readAnswers(answers, &sheet, &findings)
    }
    guard findings.isEmpty else { throw Findings(findings) }
    return sheet
  }

  private func readWrapped(_ entries: [SourceEntry], _ sheet: inout PointsSheet, _ findings: inout [Finding])
  {
    for entry in entries {
      switch entry.key {
      case "id": sheet.id = plainText(entry.value, &findings)
      case "title": sheet.title = plainText(entry.value, &findings)
      case "answers":
        if let answers = entry.value.entries {
          readAnswers(answers, &sheet, &findings)
        } else if entry.value.text != nil || entry.value.elements != nil {
          findings.append(Finding(.expected(.mapping, found: entry.value.summary), at: entry.value.position))
        }
      default:
        findings.append(
          Finding(.unknownKey(entry.key, known: ["id", "title", "answers"]), at: entry.keyPosition))
      }
    }
  }

  private func readAnswers(_ entries: [SourceEntry], _ sheet: inout PointsSheet, _ findings: inout [Finding])
  {
    for entry in entries {
      guard let question = questions[entry.key] else {
        let known = questions.keys.sorted()
        findings.append(
          Finding(.unknownName(kind: "question", name: entry.key, known: known), at: entry.keyPosition))
        continue
      }
      if sheet.answers[question.id] != nil {
        findings.append(Finding(.duplicateKey(entry.key), at: entry.keyPosition))
      }
      let node = entry.value.entries == nil ? entry.value : value(in: entry.value, &findings)
      if let node { sheet.answers[question.id] = answer(node, to: question, &sheet.dropped, &findings) }
    }
  }

  /// The value in `{value, note, source, by}`.
  private func value(in node: SourceNode, _ findings: inout [Finding]) -> SourceNode? {
    let known = ["value", "note", "source", "by"]
    for entry in node.entries ?? [] where !known.contains(entry.key) {
      findings.append(Finding(.unknownKey(entry.key, known: known), at: entry.keyPosition))
    }
    if let value = node["value"] { return value }
    findings.append(Finding(.missingKey("value"), at: node.position))
    return nil
  }

  /// nil for an empty value, which is no answer.
  private func answer(
    _ node: SourceNode, to question: PointsQuestion, _ dropped: inout [PointsSheet.Dropped],
    _ findings: inout [Finding]
  ) -> PointsSheet.Answer? {
    if let text = node.text, question.option(named: text) == nil {
      if text.trimmedText.isEmpty { return nil }
      if text == "unknown" { return .unknown }
    }
    switch (question.kind, node.content) {
    case (_, .scalar) where node.text?.trimmedText.isEmpty ?? true: return nil
    case (.text, .scalar): return .text
    case (.choice, .scalar), (.choices, .scalar): return options([node], of: question, &dropped, &findings)
    case (.choices, .sequence(let elements)): return options(elements, of: question, &dropped, &findings)
    default:
      let expected: Finding.Expectation = question.kind == .choices ? .list : .scalar
      findings.append(Finding(.expected(expected, found: node.summary), at: node.position))
      return nil
    }
  }

  private func options(
    _ elements: [SourceNode], of question: PointsQuestion, _ dropped: inout [PointsSheet.Dropped],
    _ findings: inout [Finding]
  ) -> PointsSheet.Answer? {
    var chosen: Set<OptionID> = []
    for element in elements {
      guard let text = plainText(element, &findings) else { continue }
      if let option = question.option(named: text) {
        if !chosen.insert(option.id).inserted {
          findings.append(Finding(.chosenTwice(option: text), at: element.position))
        }
      } else if unknownOptions == .drop {
        dropped.append(PointsSheet.Dropped(question: question.id, value: text, position: element.position))
      } else {
        let known = question.options.map(\.name)
        findings.append(
          Finding(.unknownName(kind: "option", name: text, known: known), at: element.position))
      }
    }
    return chosen.isEmpty ? nil : .options(question.options.map(\.id).filter(chosen.contains))
  }
}
