extension ReadingContext {
  /// - Parameter ofScenario: whether it may speak of the scenario; what is scored may not, because the core
  ///   questions stand for every scenario there.
  func condition(_ node: SourceNode, ofScenario: Bool = false) -> Condition? {
    guard let entries = node.entries else {
      report(.expected(.mapping, found: node.summary), at: node.position)
      return nil
    }
    func part(_ node: SourceNode) -> Condition? { condition(node, ofScenario: ofScenario) }
    switch entries.first?.key {
    case "all": return list(entries[0].value).map { .all($0.compactMap(part)) }
    case "any": return list(entries[0].value).map { .any($0.compactMap(part)) }
    case "not": return part(entries[0].value).map { .not($0) }
    case "observation": return measured(node)
    case "scenario" where ofScenario: return scenarioCondition(node)
    case "domain" where ofScenario:
      return mapping(node, required: ["domain"]).flatMap { list($0["domain"]) }.map { names in
        .domainIs(names.compactMap { name($0, kind: "domain", as: Domain.self) })
      }
    default: return comparison(node)
    }
  }

  private func scenarioCondition(_ node: SourceNode) -> Condition? {
    guard let names = mapping(node, required: ["scenario"]).flatMap({ list($0["scenario"]) }) else {
      return nil
    }
    return .scenarioIs(
      names.compactMap { element in
        text(element).map { name in
          refer(.scenario(ScenarioID(name)), at: element.position)
          return ScenarioID(name)
        }
      })
  }

  private func measured(_ node: SourceNode) -> Condition? {
    guard
      let values = mapping(
        node, required: ["observation", "on"], optional: ["not-shown-above", "below"]),
      let observation = text(values["observation"]),
      let origin = name(values["on"], kind: "origin", as: Measurement.Origin.self)
    else { return nil }
    if let bound = number(values["not-shown-above"]) {
      return .notShownAbove(ObservationID(observation), origin, bound)
    }
    guard let questionNode = values["below"], let question = text(questionNode) else {
      report(.missingKey("not-shown-above"), at: node.position)
      return nil
    }
    refer(.numberQuestion(QuestionID(question)), at: questionNode.position)
    return .shownBelow(ObservationID(observation), origin, QuestionID(question))
  }

  private func comparison(_ node: SourceNode) -> Condition? {
    guard
      let values = mapping(
        node, required: ["question"], optional: ["is", "minus", "at-least", "at-most", "answered"]),
      let questionNode = values["question"], let name = text(questionNode)
    else { return nil }
    let question = QuestionID(name)
    if let isNode = values["is"] {
      refer(.question(question), at: questionNode.position)
      guard let options = list(isNode) else { return nil }
      let ids = options.compactMap { option in
        text(option).map { name in
          refer(.option(OptionID(name), of: question), at: option.position)
          return OptionID(name)
        }
      }
      return .isAnyOf(question, ids)
    }
    if let answeredNode = values["answered"] {
      refer(.question(question), at: questionNode.position)
      return boolean(answeredNode).map { $0 ? .answered(question) : .not(.answered(question)) }
    }
    refer(.numberQuestion(question), at: questionNode.position)
    var minus: QuestionID?
    if let minusNode = values["minus"], let name = text(minusNode) {
      minus = QuestionID(name)
      refer(.numberQuestion(QuestionID(name)), at: minusNode.position)
    }
    if let bound = number(values["at-least"]) {
      return minus.map { .differenceAtLeast(question, minus: $0, bound) } ?? .atLeast(question, bound)
    }
    if let bound = number(values["at-most"]) {
      return minus.map { .differenceAtMost(question, minus: $0, bound) } ?? .atMost(question, bound)
    }
    report(.missingKey("is"), at: node.position)
    return nil
  }
}
