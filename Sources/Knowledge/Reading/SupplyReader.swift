extension ReadingContext {
  /// A supply of any form.
  func supply(_ node: SourceNode) -> Supply? {
    guard
      let values = mapping(
        node, required: [],
        optional: [
          "question", "levels", "numbers", "difference", "product", "factor", "combine", "of",
        ])
    else { return nil }
    if let difference = values["difference"] {
      guard let pair = questionPair(difference) else { return nil }
      return .difference(pair.0, pair.1)
    }
    if let product = values["product"] {
      guard let pair = questionPair(product) else { return nil }
      return .product(pair.0, pair.1, factor: number(values["factor"]) ?? 1)
    }
    if let combineNode = values["combine"] {
      guard let rule = name(combineNode, kind: "combination", as: Supply.Combination.self),
        let parts = list(values["of"])
      else { return nil }
      return .combined(rule, parts.compactMap { levelSupply($0) })
    }
    guard let questionNode = values["question"], let name = text(questionNode) else {
      report(.missingKey("question"), at: node.position)
      return nil
    }
    let question = QuestionID(name)
    if let levels = values["levels"] {
      return optionNumbers(levels, of: question, in: 0...1).map { .levels(question, $0) }
    }
    if let numbers = values["numbers"] {
      return optionNumbers(numbers, of: question, in: nil).map { .numbers(question, $0) }
    }
    refer(.question(question), at: questionNode.position)
    // Whether it is a number or an option is known when the question is; see `settleSupplies`.
    return .number(question)
  }

  /// A supply that gives a level 0–1: what drivers, impacts, mitigations and combinations take.
  func levelSupply(_ node: SourceNode) -> Supply? {
    guard let supply = supply(node) else { return nil }
    switch supply {
    case .levels, .combined: return supply
    default:
      report(.missingKey("levels"), at: node.position)
      return nil
    }
  }

  /// A number for every option of a question.
  func optionNumbers(
    _ node: SourceNode, of question: QuestionID, in range: ClosedRange<Double>?
  ) -> [OptionID: Double]? {
    guard let entries = node.entries else {
      report(.expected(.mapping, found: node.summary), at: node.position)
      return nil
    }
    var numbers: [OptionID: Double] = [:]
    for entry in entries {
      refer(.option(OptionID(entry.key), of: question), at: entry.keyPosition)
      if let number = number(entry.value, named: entry.key, in: range) {
        numbers[OptionID(entry.key)] = number
      }
    }
    refer(.everyOption(entries.map { OptionID($0.key) }, of: question), at: node.position)
    return numbers
  }

  private func questionPair(_ node: SourceNode) -> (QuestionID, QuestionID)? {
    guard let elements = list(node) else { return nil }
    guard elements.count == 2, let first = text(elements[0]), let second = text(elements[1]) else {
      report(.tooFew(what: "questions", count: elements.count, atLeast: 2), at: node.position)
      return nil
    }
    refer(.numberQuestion(QuestionID(first)), at: elements[0].position)
    refer(.numberQuestion(QuestionID(second)), at: elements[1].position)
    return (QuestionID(first), QuestionID(second))
  }
}
