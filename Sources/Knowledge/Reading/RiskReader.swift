extension ReadingContext {
  func risk(_ node: SourceNode, rubric: RubricID) -> Placed<Risk>? {
    guard
      let values = mapping(
        node, required: ["id", "title", "explanation", "likelihood", "impact", "basis"],
        optional: ["mitigations"]),
      let id = text(values["id"]), let title = localized(values["title"]),
      let explanation = localized(values["explanation"]),
      let likelihood = values["likelihood"].flatMap({
        mapping($0, required: ["base"], optional: ["drivers"])
      }),
      let base = number(likelihood["base"], named: "base", in: 0...1),
      let impact = values["impact"].flatMap({ levelSupply($0) })
    else { return nil }
    let drivers = likelihood["drivers"].flatMap { list($0) }?.compactMap { levelSupply($0) } ?? []
    let mitigations = values["mitigations"].flatMap { list($0) }?.compactMap { mitigation($0) } ?? []
    let risk = Risk(
      id: RiskID("\(rubric).\(id)"), title: title, explanation: explanation, base: base,
      drivers: drivers, impact: impact, mitigations: mitigations,
      basis: basis(values["basis"], at: node.position))
    return Placed(value: risk, position: values["id"]?.position ?? node.position)
  }

  private func mitigation(_ node: SourceNode) -> Mitigation? {
    guard
      let values = mapping(
        node, required: ["id", "title", "basis"], optional: ["levels-of", "levels", "combine", "of"]),
      let id = text(values["id"]), let title = localized(values["title"]),
      let removed = removedShare(values, at: node.position)
    else { return nil }
    return Mitigation(
      id: MitigationID(id), title: title, removed: removed,
      basis: basis(values["basis"], at: node.position))
  }

  private func removedShare(_ values: SourceNode, at position: SourcePosition) -> Supply? {
    if let combineNode = values["combine"] {
      guard let rule = name(combineNode, kind: "combination", as: Supply.Combination.self),
        let parts = list(values["of"])
      else { return nil }
      return .combined(rule, parts.compactMap { levelSupply($0) })
    }
    guard let questionNode = values["levels-of"], let name = text(questionNode),
      let levels = values["levels"]
    else {
      report(.missingKey("levels-of"), at: position)
      return nil
    }
    let question = QuestionID(name)
    return optionNumbers(levels, of: question, in: 0...1).map { .levels(question, $0) }
  }

  func measurement(_ node: SourceNode) -> Measurement? {
    guard
      let values = mapping(node, required: ["observation", "from", "replaces", "basis"]),
      let observation = text(values["observation"]),
      let origin = name(values["from"], kind: "origin", as: Measurement.Origin.self),
      let replaces = values["replaces"].flatMap({ replacement($0) })
    else { return nil }
    return Measurement(
      observation: ObservationID(observation), origin: origin, replaces: replaces,
      basis: basis(values["basis"], at: node.position))
  }

  private func replacement(_ node: SourceNode) -> Measurement.Replacement? {
    guard
      let values = mapping(
        node, required: [],
        optional: ["question", "bands", "criterion", "demand", "comfortable-factor"])
    else { return nil }
    if let criterion = values["criterion"], let name = text(criterion) {
      refer(.criterion(CriterionID(name)), at: criterion.position)
      return .supply(CriterionID(name))
    }
    if let demand = values["demand"], let name = text(demand) {
      refer(.criterion(CriterionID(name)), at: demand.position)
      guard let factor = number(values["comfortable-factor"]) else {
        report(.missingKey("comfortable-factor"), at: node.position)
        return nil
      }
      return .demand(CriterionID(name), comfortableFactor: factor)
    }
    guard let questionNode = values["question"], let name = text(questionNode) else {
      report(.missingKey("question"), at: node.position)
      return nil
    }
    let question = QuestionID(name)
    guard let bandsNode = values["bands"] else {
      refer(.numberQuestion(question), at: questionNode.position)
      return .number(question)
    }
    refer(.question(question), at: questionNode.position)
    let bands = (list(bandsNode) ?? []).compactMap { band($0, of: question) }
    return .bands(question, bands)
  }

  private func band(_ node: SourceNode, of question: QuestionID) -> Measurement.Band? {
    guard let values = mapping(node, required: ["is"], optional: ["below"]),
      let optionNode = values["is"], let option = text(optionNode)
    else { return nil }
    refer(.option(OptionID(option), of: question), at: optionNode.position)
    return Measurement.Band(below: number(values["below"]) ?? .infinity, option: OptionID(option))
  }
}
