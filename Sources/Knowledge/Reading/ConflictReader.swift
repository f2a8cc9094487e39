extension ReadingContext {
  func conflicts(_ node: SourceNode) -> [Placed<ConflictRule>] {
    guard let values = mapping(node, required: ["conflicts"]) else { return [] }
    return (list(values["conflicts"]) ?? []).compactMap { conflict($0) }
  }

  private func conflict(_ node: SourceNode) -> Placed<ConflictRule>? {
    guard let values = mapping(node, required: ["id", "when", "text"]),
      let id = text(values["id"]), let when = values["when"].flatMap({ condition($0) }),
      let wording = localized(values["text"])
    else { return nil }
    return Placed(
      value: ConflictRule(id: ConflictID(id), when: when, text: wording),
      position: values["id"]?.position ?? node.position)
  }

  /// The id of a file that has one entry, which must be the file's own name.
  func entryID(_ node: SourceNode?, place: String) -> String? {
    guard let node, let id = text(node) else { return nil }
    if id != place { report(.wrongPlace(expected: place, found: id), at: node.position) }
    return id
  }
}
