extension ReadingContext {
  /// - Parameter place: the id the file's place says.
  func mitigationEntry(_ node: SourceNode, place: String) -> Placed<MitigationEntry>? {
    guard
      let values = mapping(
        node, required: ["id", "title", "what", "effort", "basis", "lowers"], optional: ["advises"]),
      let id = entryID(values["id"], place: place), let title = localized(values["title"]),
      let what = localized(values["what"]),
      let effort = name(values["effort"], kind: "effort", as: QuestionAction.Effort.self)
    else { return nil }
    let entry = MitigationEntry(
      id: MitigationID(id), title: title, what: what, effort: effort,
      basis: basis(values["basis"], at: node.position),
      lowers: (list(values["lowers"]) ?? []).compactMap { lowering($0) },
      advises: (list(values["advises"]) ?? []).compactMap { advice($0) })
    if entry.lowers.isEmpty, entry.advises.isEmpty {
      report(.tooFew(what: "effects under 'lowers' and 'advises'", count: 0, atLeast: 1), at: node.position)
    }
    return Placed(value: entry, position: values["id"]?.position ?? node.position)
  }

  private func advice(_ node: SourceNode) -> MitigationEntry.Advice? {
    guard
      let values = mapping(node, required: ["why", "basis"], optional: ["risk", "criterion"]),
      let why = localized(values["why"])
    else { return nil }
    let target: MitigationEntry.Advice.Target
    switch (values["risk"], values["criterion"]) {
    case (let node?, nil):
      guard let id = text(node) else { return nil }
      refer(.risk(RiskID(id)), at: node.position)
      target = .risk(RiskID(id))
    case (nil, let node?):
      guard let id = text(node) else { return nil }
      refer(.criterion(CriterionID(id)), at: node.position)
      target = .criterion(CriterionID(id))
    case (nil, nil):
      report(.missingKey("risk' or 'criterion"), at: node.position)
      return nil
    default:
      report(.bothGiven("risk", "criterion"), at: node.position)
      return nil
    }
    return MitigationEntry.Advice(
      target: target, why: why, basis: basis(values["basis"], at: node.position))
  }

  private func lowering(_ node: SourceNode) -> MitigationEntry.Lowering? {
    guard
      let values = mapping(node, required: ["risk", "removed", "basis"], optional: ["title"]),
      let riskNode = values["risk"], let risk = text(riskNode),
      let removed = values["removed"].flatMap({ levelSupply($0) })
    else { return nil }
    refer(.risk(RiskID(risk)), at: riskNode.position)
    return MitigationEntry.Lowering(
      risk: RiskID(risk), title: localized(values["title"]), removed: removed,
      basis: basis(values["basis"], at: node.position))
  }
}
