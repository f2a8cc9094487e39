extension ReadingContext {
  /// A rubric of kind `points`.
  func pointsRubric(_ node: SourceNode, _ languages: [String]) -> Placed<PointsRubric>? {
    guard
      let values = mapping(
        node, required: ["kind", "id", "title", "unanswered", "unknown-options", "areas", "levels"],
        optional: ["mitigation", "basis"]),
      let idNode = values["id"], let id = text(idNode),
      let title = translated(values["title"], languages),
      let unanswered = name(
        values["unanswered"], kind: "rule for unanswered questions", as: PointsRubric.Unanswered.self),
      let unknown = name(
        values["unknown-options"], kind: "rule for unknown options", as: PointsRubric.UnknownOptions.self),
      let bounds = levelBounds(values["levels"]), let areas = list(values["areas"])
    else { return nil }
    if let kind = values["kind"], kind.text != "points" {
      report(
        .unknownName(kind: "kind of rubric", name: kind.text ?? "", known: ["points"]), at: kind.position)
    }
    let rubric = PointsRubric(
      id: RubricID(id), title: title, unanswered: unanswered, unknownOptions: unknown,
      areas: areas.compactMap { pointsArea($0, languages) }, levelBounds: bounds,
      mitigation: values["mitigation"].flatMap { pointsMitigation($0) },
      basis: basis(values["basis"], at: node.position))
    return Placed(value: rubric, position: idNode.position)
  }

  private func levelBounds(_ node: SourceNode?) -> [Double]? {
    guard let node, let values = mapping(node, required: ["bounds", "basis"]),
      let elements = list(values["bounds"])
    else { return nil }
    _ = basis(values["basis"], at: node.position)
    let bounds = elements.compactMap { number($0, named: "bound", in: 0...1) }
    if zip(bounds, bounds.dropFirst()).contains(where: { $0 >= $1 }) {
      report(.points(.boundsNotRising), at: values["bounds"]?.position ?? node.position)
    }
    return bounds
  }

  private func pointsArea(_ node: SourceNode, _ languages: [String]) -> PointsArea? {
    guard
      let values = mapping(node, required: ["id", "title", "side", "maximum", "points", "basis"]),
      let id = text(values["id"]), let title = translated(values["title"], languages),
      let side = name(values["side"], kind: "side", as: PointsArea.Side.self),
      let maximum = number(values["maximum"], named: "maximum", in: 0...1e9),
      let entries = values["points"]?.entries
    else { return nil }
    var points: [QuestionID: [OptionID: Double]] = [:]
    for entry in entries {
      refer(.question(QuestionID(entry.key)), at: entry.keyPosition)
      points[QuestionID(entry.key)] = optionNumbers(entry.value, of: QuestionID(entry.key), in: nil)
    }
    return PointsArea(
      id: id, title: title, side: side, maximum: maximum, points: points,
      basis: basis(values["basis"], at: node.position))
  }

  private func pointsMitigation(_ node: SourceNode) -> PointsMitigation? {
    guard let values = mapping(node, required: ["needs", "of", "reduction", "rounding", "basis"]),
      let needs = number(values["needs"], named: "needs", in: 0...1),
      let total = number(values["of"], named: "of", in: 0...1e9),
      let reduction = number(values["reduction"], named: "reduction", in: 0...1),
      let rounding = name(values["rounding"], kind: "rounding", as: PointsRounding.self)
    else { return nil }
    return PointsMitigation(
      needs: needs, of: total, reduction: reduction, rounding: rounding,
      basis: basis(values["basis"], at: node.position))
  }
}
