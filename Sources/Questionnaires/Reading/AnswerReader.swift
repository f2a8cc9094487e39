import Knowledge

/// Reads one answer: a value, or `{value, note, source, by, at}`; money also as `{value, currency}`.
struct AnswerReader {
  var currencies: [String: Double]

  /// nil when the answer could not be read; the findings then say why.
  func answer(_ node: SourceNode, to question: Question, _ findings: inout [Finding]) -> Answer? {
    guard let entries = node.entries else {
      return value(node, to: question, &findings).map { Answer($0) }
    }
    var answer = Answer(.unknown)
    var valueNode: SourceNode?
    var currencyNode: SourceNode?
    for entry in entries {
      switch entry.key {
      case "value": valueNode = entry.value
      case "note": answer.note = plainText(entry.value, &findings)
      case "source": answer.source = plainText(entry.value, &findings)
      case "by": answer.by = plainText(entry.value, &findings)
      case "at": answer.at = day(entry.value, &findings)
      case "currency" where question.isMoney: currencyNode = entry.value
      default:
        let known = ["value", "note", "source", "by", "at"] + (question.isMoney ? ["currency"] : [])
        findings.append(Finding(.unknownKey(entry.key, known: known), at: entry.keyPosition))
      }
    }
    guard let valueNode else {
      findings.append(Finding(.missingKey("value"), at: node.position))
      return nil
    }
    let value =
      if let currencyNode { money(valueNode, currencyNode, to: question, &findings) } else {
        self.value(valueNode, to: question, &findings)
      }
    guard let value else { return nil }
    answer.value = value
    return answer
  }

  private func day(_ node: SourceNode, _ findings: inout [Finding]) -> String? {
    if let text = node.text?.trimmedText, isDay(text) { return String(text) }
    findings.append(Finding(.expected(.day, found: node.summary), at: node.position))
    return nil
  }

  private func value(
    _ node: SourceNode, to question: Question, _ findings: inout [Finding]
  ) -> AnswerValue? {
    switch (node.content, question.kind) {
    case (.sequence(let elements), .choices): return options(elements, node, of: question, &findings)
    case (.mapping, _) where question.isMoney:
      return answer(node, to: question, &findings)?.value
    case (.scalar, _):
      guard let text = node.text?.trimmedText, !text.isEmpty else {
        findings.append(Finding(.expected(.scalar, found: "nothing"), at: node.position))
        return nil
      }
      return scalar(String(text), at: node.position, to: question, &findings)
    default:
      findings.append(Finding(.expected(expectation(question), found: node.summary), at: node.position))
      return nil
    }
  }

  private func scalar(
    _ text: String, at position: SourcePosition, to question: Question, _ findings: inout [Finding]
  ) -> AnswerValue? {
    if text == "unknown" { return .unknown }
    if text == "not-applicable" {
      if question.mayNotApply { return .notApplicable }
      findings.append(Finding(.notAllowed(what: text, question: question.id.name), at: position))
      return nil
    }
    switch question.kind {
    case .choice:
      return option(text, at: position, of: question, &findings).map { .option($0) }
    case .choices:
      return option(text, at: position, of: question, &findings).map { .options([$0]) }
    case .number(let form):
      do {
        return try readNumber(text, form: form, currencies: currencies)
      } catch {
        findings.append(Finding(error.problem(question: question.id), at: position))
        return nil
      }
    }
  }

  private func option(
    _ text: String, at position: SourcePosition, of question: Question, _ findings: inout [Finding]
  ) -> OptionID? {
    if let option = question.options.first(where: { $0.id.name == text }) { return option.id }
    let known = question.options.map(\.id.name)
    findings.append(Finding(.unknownName(kind: "option", name: text, known: known), at: position))
    return nil
  }

  /// The chosen options in the question's order.
  private func options(
    _ elements: [SourceNode], _ node: SourceNode, of question: Question, _ findings: inout [Finding]
  ) -> AnswerValue? {
    guard !elements.isEmpty else {
      findings.append(Finding(.tooFew(what: "options", count: 0, atLeast: 1), at: node.position))
      return nil
    }
    var chosen: Set<OptionID> = []
    for element in elements {
      guard let text = plainText(element, &findings),
        let id = option(text, at: element.position, of: question, &findings)
      else { continue }
      if !chosen.insert(id).inserted {
        findings.append(Finding(.chosenTwice(option: id.name), at: element.position))
      }
    }
    return .options(question.options.map(\.id).filter(chosen.contains))
  }

  private func money(
    _ amount: SourceNode, _ currency: SourceNode, to question: Question, _ findings: inout [Finding]
  ) -> AnswerValue? {
    guard case .number(let form) = question.kind, let code = plainText(currency, &findings) else {
      return nil
    }
    guard let text = amount.text, let quantity = Quantity(text), quantity.mark == nil else {
      findings.append(Finding(.expected(.number, found: amount.summary), at: amount.position))
      return nil
    }
    do {
      return try checkMoney(
        quantity.number, currency: code.uppercased(), form: form, currencies: currencies)
    } catch {
      let position = if case .unknownCurrency = error { currency.position } else { amount.position }
      findings.append(Finding(error.problem(question: question.id), at: position))
      return nil
    }
  }

  private func expectation(_ question: Question) -> Finding.Expectation {
    switch question.kind {
    case .choice: .scalar
    case .choices: .list
    case .number(let form):
      switch form.kind {
      case .count: .wholeNumber
      case .money: .money
      case .amount, .fraction: .number
      }
    }
  }
}

extension Question {
  var isMoney: Bool {
    if case .number(let form) = kind { form.kind == .money } else { false }
  }
}
