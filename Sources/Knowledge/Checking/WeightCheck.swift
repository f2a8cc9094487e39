extension KnowledgeReading {
  func weightFaults() -> [Finding] {
    var findings: [Finding] = []
    for file in rubrics {
      let rubric = file.rubric.value
      let sum = rubric.criteria.reduce(0) { $0 + $1.weight }
      if !addsUp(sum) {
        findings.append(
          Finding(.weightsDoNotAddUp(what: "rubric '\(rubric.id)'", sum: sum), at: file.rubric.position))
      }
      if rubric.criteria.count < 5 {
        findings.append(
          Finding(
            .tooFew(what: "criteria", count: rubric.criteria.count, atLeast: 5),
            at: file.rubric.position))
      }
    }
    let sum = rubrics.reduce(0) { $0 + $1.rubric.value.weight }
    if let last = rubrics.last, !addsUp(sum) {
      findings.append(
        Finding(.weightsDoNotAddUp(what: "the rubrics", sum: sum), at: last.rubric.position))
    }
    return findings
  }

  private func addsUp(_ sum: Double) -> Bool { abs(sum - 1) < 1e-9 }

  /// Every approach demands something of every criterion, in the form the criterion supplies, and
  /// says how far every risk touches it.
  func demandFaults() -> [Finding] {
    guard let knowledge else { return [] }
    var findings: [Finding] = []
    let criteria = knowledge.rubrics.flatMap(\.criteria)
    let risks = knowledge.rubrics.flatMap(\.risks)
    for file in approaches {
      let approach = file.approach.value
      for criterion in criteria {
        guard let demand = approach.demands[criterion.id] else {
          findings.append(
            Finding(.missingEntry(what: "demand", name: criterion.id.name), at: file.approach.position))
          continue
        }
        let position = file.demandPositions[criterion.id] ?? file.approach.position
        if let problem = mismatch(demand, criterion, knowledge) {
          findings.append(Finding(problem, at: position))
        }
      }
      for risk in risks where approach.exposure[risk.id] == nil {
        findings.append(
          Finding(.missingEntry(what: "exposure", name: risk.id.name), at: file.approach.position))
      }
    }
    return findings
  }

  private func mismatch(
    _ demand: Demand, _ criterion: Criterion, _ knowledge: KnowledgeBase
  ) -> Finding.Problem? {
    switch (criterion.supply, demand) {
    case (_, .nothing), (.levels, .level), (.combined, .level): return nil
    case (.number, .span), (.numbers, .span), (.difference, .span), (.product, .span): return nil
    case (.option(let question), .accepts(let shares)):
      let options = knowledge.question(question)?.options.map(\.id) ?? []
      let missing = options.filter { shares[$0] == nil }
      if let extra = shares.keys.first(where: { !options.contains($0) }) {
        return .unknownName(kind: "option", name: extra.name, known: options.map(\.name))
      }
      return missing.isEmpty
        ? nil : .optionsNotCovered(question: question.name, missing: missing.map(\.name))
    case (.levels, _), (.combined, _):
      return .wrongDemand(criterion: criterion.id.name, supply: "a level")
    case (.option, _): return .wrongDemand(criterion: criterion.id.name, supply: "an option")
    default: return .wrongDemand(criterion: criterion.id.name, supply: "a number")
    }
  }
}
