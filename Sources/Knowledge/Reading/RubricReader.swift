/// A rubric with the places of its parts.
struct RubricFile {
  var rubric: Placed<Rubric>
  var criteria: [Placed<Criterion>]
  var risks: [Placed<Risk>]
}

extension ReadingContext {
  func rubricFile(_ node: SourceNode) -> RubricFile? {
    guard
      let values = mapping(
        node, required: ["id", "title", "summary", "weight", "criteria", "risks"],
        optional: ["measured", "vetoes", "basis"]),
      let id = text(values["id"]), let title = localized(values["title"]),
      let summary = localized(values["summary"]),
      let weight = number(values["weight"], named: "weight", in: 0...1)
    else { return nil }
    let rubric = RubricID(id)
    let criteria = (list(values["criteria"]) ?? []).compactMap { criterion($0, rubric: rubric) }
    let risks = (list(values["risks"]) ?? []).compactMap { risk($0, rubric: rubric) }
    let vetoes = values["vetoes"].flatMap { list($0) }?.compactMap { veto($0, rubric: rubric) } ?? []
    let measurements = values["measured"].flatMap { list($0) }?.compactMap { measurement($0) } ?? []
    let value = Rubric(
      id: rubric, title: title, summary: summary, weight: weight, criteria: criteria.map(\.value),
      measurements: measurements, risks: risks.map(\.value), vetoes: vetoes,
      basis: basis(values["basis"], neededFor: "the rubric's weight", at: node.position))
    return RubricFile(
      rubric: Placed(value: value, position: values["id"]?.position ?? node.position),
      criteria: criteria, risks: risks)
  }

  private func criterion(_ node: SourceNode, rubric: RubricID) -> Placed<Criterion>? {
    guard
      let values = mapping(
        node,
        required: ["id", "title", "explanation", "good", "poor", "weight", "supply", "basis"],
        optional: ["scale"]),
      let id = text(values["id"]), let title = localized(values["title"]),
      let explanation = localized(values["explanation"]), let good = localized(values["good"]),
      let poor = localized(values["poor"]),
      let weight = number(values["weight"], named: "weight", in: 0...1),
      let supply = values["supply"].flatMap({ supply($0) })
    else { return nil }
    let scale = values["scale"].flatMap { name($0, kind: "scale", as: NumberScale.self) } ?? .linear
    let criterion = Criterion(
      id: CriterionID("\(rubric).\(id)"), title: title, explanation: explanation, good: good,
      poor: poor, weight: weight, scale: scale, supply: supply,
      basis: basis(values["basis"], at: node.position))
    return Placed(value: criterion, position: values["id"]?.position ?? node.position)
  }

  private func veto(_ node: SourceNode, rubric: RubricID) -> Veto? {
    guard
      let values = mapping(
        node, required: ["id", "when", "applies-to", "cap-fit", "reason", "basis"],
        optional: ["verdict"]),
      let id = text(values["id"]), let when = values["when"].flatMap({ condition($0) }),
      let approaches = values["applies-to"].flatMap({ approachSet($0) }),
      let cap = number(values["cap-fit"], named: "cap-fit", in: 0...100),
      let reason = localized(values["reason"])
    else { return nil }
    return Veto(
      id: VetoID("\(rubric).\(id)"), when: when, approaches: approaches, capFit: cap,
      verdict: values["verdict"].flatMap { name($0, kind: "verdict", as: VerdictLevel.self) },
      reason: reason, basis: basis(values["basis"], at: node.position))
  }

  private func approachSet(_ node: SourceNode) -> [ApproachID]? {
    if let elements = node.elements {
      return elements.compactMap { name($0, kind: "approach", as: ApproachID.self) }
    }
    switch node.text {
    case "all": return ApproachID.allCases
    case "models": return ApproachID.allCases.filter { $0 != .noAI }
    default:
      report(
        .unknownName(kind: "set of approaches", name: node.text ?? "", known: ["all", "models"]),
        at: node.position)
      return nil
    }
  }
}
