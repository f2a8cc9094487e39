extension ReadingContext {
  /// The grounds of a figure; an absent one is a finding when `neededFor` says what needs it.
  func basis(_ node: SourceNode?, neededFor what: String? = nil, at owner: SourcePosition) -> [Basis] {
    guard let node else {
      if let what { report(.missingBasis(what: what), at: owner) }
      return []
    }
    if let elements = node.elements { return elements.compactMap { oneBasis($0) } }
    return oneBasis(node).map { [$0] } ?? []
  }

  private func oneBasis(_ node: SourceNode) -> Basis? {
    if let text = node.text {
      if text == "judgement" { return .judgement }
      report(.unknownName(kind: "basis", name: text, known: ["judgement"]), at: node.position)
      return nil
    }
    guard let values = mapping(node, required: ["source"], optional: ["where", "note"]),
      let sourceNode = values["source"], let name = text(sourceNode)
    else { return nil }
    let id = SourceID(name)
    refer(.source(id), at: sourceNode.position)
    return .source(id, place: text(values["where"]), note: text(values["note"]))
  }

  /// `cited-by: program` marks a source that formulas in the code rest on, and no file names.
  func source(_ node: SourceNode) -> (source: Source, position: SourcePosition)? {
    guard
      let values = mapping(
        node, required: ["id", "title", "author", "date", "kind"], optional: ["url", "cited-by"]),
      let id = text(values["id"]), let title = text(values["title"]),
      let author = text(values["author"]), let date = date(values["date"]),
      let kind = name(values["kind"], kind: "kind of source", as: Source.Kind.self)
    else { return nil }
    if text(values["cited-by"]) == "program" { refer(.source(SourceID(id)), at: node.position) }
    let source = Source(
      id: SourceID(id), title: title, author: author, date: date, kind: kind,
      url: text(values["url"]))
    return (source, values["id"]?.position ?? node.position)
  }

  /// A year, year-month or full date, as written.
  func date(_ node: SourceNode?) -> String? {
    guard let node else { return nil }
    let parts = (node.text ?? "").split(separator: "-", omittingEmptySubsequences: false)
    let lengths = parts.map(\.count)
    let shaped = lengths == [4] || lengths == [4, 2] || lengths == [4, 2, 2]
    guard shaped, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else {
      report(.expected(.date, found: node.summary), at: node.position)
      return nil
    }
    return node.text
  }
}
