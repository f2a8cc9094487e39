extension ReadingContext {
  /// - Parameter place: the id the file's place says.
  func regulation(_ node: SourceNode, place: String) -> Placed<Regulation>? {
    guard
      let values = mapping(
        node, required: ["id", "title", "jurisdiction", "source", "date", "rules"]),
      let id = entryID(values["id"], place: place), let title = localized(values["title"]),
      let jurisdictionNode = values["jurisdiction"], let jurisdiction = text(jurisdictionNode),
      let sourceNode = values["source"], let source = text(sourceNode), let date = date(values["date"])
    else { return nil }
    refer(
      .option(OptionID(jurisdiction), of: Regulation.jurisdictionQuestion), at: jurisdictionNode.position)
    refer(.source(SourceID(source)), at: sourceNode.position)
    var seen: Set<String> = []
    let rules = (list(values["rules"]) ?? []).compactMap { element in
      rule(element).flatMap { isNew($0.id, "rule", element, &seen) ? $0 : nil }
    }
    let regulation = Regulation(
      id: RegulationID(id), title: title, jurisdiction: OptionID(jurisdiction), source: SourceID(source),
      date: date, rules: rules)
    return Placed(value: regulation, position: values["id"]?.position ?? node.position)
  }

  private func rule(_ node: SourceNode) -> RegulationRule? {
    guard
      let values = mapping(
        node, required: ["id", "article", "what", "duties"],
        optional: ["applies-from", "when", "also-depends-on"]),
      let id = text(values["id"]), let article = text(values["article"]),
      let what = localized(values["what"])
    else { return nil }
    // A condition that cannot be read must not turn into "always".
    let when = values["when"].map { condition($0, ofScenario: true) }
    if case .some(.none) = when { return nil }
    var seen: Set<String> = []
    let duties = (list(values["duties"]) ?? []).compactMap { element in
      duty(element).flatMap { isNew($0.id, "duty", element, &seen) ? $0 : nil }
    }
    return RegulationRule(
      id: id, article: article, appliesFrom: date(values["applies-from"]), when: when ?? nil,
      alsoDependsOn: localized(values["also-depends-on"]), what: what, duties: duties)
  }

  private func duty(_ node: SourceNode) -> Duty? {
    guard let values = mapping(node, required: ["id", "owner", "due", "article", "text"]),
      let id = text(values["id"]), let owner = name(values["owner"], kind: "owner", as: Duty.Owner.self),
      let due = name(values["due"], kind: "moment", as: Duty.Due.self),
      let article = text(values["article"]), let wording = localized(values["text"])
    else { return nil }
    return Duty(id: id, owner: owner, due: due, article: article, text: wording)
  }

  private func isNew(_ id: String, _ kind: String, _ node: SourceNode, _ seen: inout Set<String>) -> Bool {
    if seen.insert(id).inserted { return true }
    report(.duplicateName(kind: kind, name: id), at: node.position)
    return false
  }
}
