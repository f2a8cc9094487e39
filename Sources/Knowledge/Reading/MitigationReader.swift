extension ReadingContext {
  /// - Parameter place: the id the file's place says.
  func mitigationEntry(_ node: SourceNode, place: String) -> Placed<MitigationEntry>? {
    guard
      let values = mapping(node, required: ["id", "title", "what", "effort", "basis", "lowers"]),
      let id = entryID(values["id"], place: place), let title = localized(values["title"]),
      let what = localized(values["what"]),
      let effort = name(values["effort"], kind: "effort", as: QuestionAction.Effort.self)
    else { return nil }
    let entry = MitigationEntry(
      id: MitigationID(id), title: title, what: what, effort: effort,
      basis: basis(values["basis"], at: node.position),
      lowers: (list(values["lowers"]) ?? []).compactMap { lowering($0) })
    return Placed(value: entry, position: values["id"]?.position ?? node.position)
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
