/// An approach with the places of its demands and exposures.
struct ApproachFile {
  var approach: Placed<Approach>
  var demandPositions: [CriterionID: SourcePosition]
}

extension ReadingContext {
  func approachFile(_ node: SourceNode) -> ApproachFile? {
    guard
      let values = mapping(
        node,
        required: [
          "id", "order", "title", "summary", "right-when", "wrong-when", "demands", "exposure",
        ]),
      let id = name(values["id"], kind: "approach", as: ApproachID.self),
      let order = integer(values["order"]), let title = localized(values["title"]),
      let summary = localized(values["summary"]), let rightWhen = localized(values["right-when"]),
      let wrongWhen = localized(values["wrong-when"]), let demandsNode = values["demands"],
      let exposureNode = values["exposure"]
    else { return nil }
    var demands: [CriterionID: Demand] = [:]
    var bases: [CriterionID: [Basis]] = [:]
    var positions: [CriterionID: SourcePosition] = [:]
    for entry in demandsNode.entries ?? [] {
      let criterion = CriterionID(entry.key)
      refer(.criterion(criterion), at: entry.keyPosition)
      positions[criterion] = entry.keyPosition
      guard let (demand, basis) = demand(entry.value) else { continue }
      demands[criterion] = demand
      bases[criterion] = basis
    }
    var exposure: [RiskID: Double] = [:]
    for entry in exposureNode.entries ?? [] {
      refer(.risk(RiskID(entry.key)), at: entry.keyPosition)
      guard let values = mapping(entry.value, required: ["share", "basis"]),
        let share = number(values["share"], named: "share", in: 0...1)
      else { continue }
      _ = basis(values["basis"], at: entry.keyPosition)
      exposure[RiskID(entry.key)] = share
    }
    let approach = Approach(
      id: id, order: order, title: title, summary: summary, rightWhen: rightWhen,
      wrongWhen: wrongWhen, demands: demands, demandBasis: bases, exposure: exposure)
    return ApproachFile(
      approach: Placed(value: approach, position: values["id"]?.position ?? node.position),
      demandPositions: positions)
  }

  private func demand(_ node: SourceNode) -> (Demand, [Basis])? {
    guard
      let values = mapping(
        node, required: [],
        optional: ["minimum", "comfortable", "level", "accepts", "nothing", "basis"])
    else { return nil }
    if boolean(values["nothing"]) == true {
      return (.nothing, basis(values["basis"], at: node.position))
    }
    let grounds = basis(values["basis"], neededFor: "the demand", at: node.position)
    if let level = values["level"] {
      return number(level, named: "level", in: 0...1).map { ($0 == 0 ? .nothing : .level($0), grounds) }
    }
    if let accepts = values["accepts"] {
      guard let entries = accepts.entries else {
        report(.expected(.mapping, found: accepts.summary), at: accepts.position)
        return nil
      }
      var shares: [OptionID: Double] = [:]
      for entry in entries {
        if let share = number(entry.value, named: entry.key, in: 0...1) {
          shares[OptionID(entry.key)] = share
        }
      }
      return (.accepts(shares), grounds)
    }
    guard let minimum = number(values["minimum"]), let comfortable = number(values["comfortable"])
    else {
      report(.missingKey("level"), at: node.position)
      return nil
    }
    return (.span(minimum: minimum, comfortable: comfortable), grounds)
  }
}
