extension PointsReading {
  /// Every fault that makes the catalog unfit for use.
  func faults() -> [Finding] {
    var findings = context.findings
    findings += unresolvedReferences() + duplicates() + areaFaults()
    let circle = visibilityOrder(of: questions).circle
    if let first = circle.first, let owner = placed.first(where: { $0.value.id == first }) {
      findings.append(Finding(.points(.circle(circle.map(\.name))), at: owner.position))
    }
    return inFileOrder(findings)
  }

  /// What does no harm but should not stand: questions that can never be shown, sources nothing rests on.
  func weaknesses() -> [Finding] {
    var findings = zip(placed, questions).compactMap { placed, question in
      question.visibleIf.map(canHold) ?? true
        ? nil : Finding(.unreachableQuestion(question.id.name), at: placed.position)
    }
    let used = context.references.compactMap { reference -> SourceID? in
      if case .source(let id) = reference.target { id } else { nil }
    }
    for source in sources where !used.contains(source.value.id) {
      findings.append(Finding(.unusedSource(source.value.id.name), at: source.position))
    }
    return findings
  }

  private func canHold(_ condition: Condition) -> Bool {
    switch condition {
    case .isAnyOf(_, let options): !options.isEmpty
    case .all(let parts): parts.allSatisfy(canHold)
    case .any(let parts): parts.contains(where: canHold)
    default: true
    }
  }

  private func unresolvedReferences() -> [Finding] {
    var known: [QuestionID: PointsQuestion] = [:]
    for question in placed { known[question.value.id] = question.value }
    let sourceIDs = Set(sources.map(\.value.id))
    return context.references.compactMap { reference in
      problem(with: reference.target, known, sourceIDs).map { Finding($0, at: reference.position) }
    }
  }

  private func problem(
    with target: Reference.Target, _ known: [QuestionID: PointsQuestion], _ sources: Set<SourceID>
  ) -> Finding.Problem? {
    func unknown(_ kind: String, _ name: String, _ names: [String]) -> Finding.Problem {
      .unknownName(kind: kind, name: name, known: names.sorted())
    }
    switch target {
    case .question(let id):
      return known[id] == nil ? unknown("question", id.name, known.keys.map(\.name)) : nil
    case .option(let option, let id):
      guard let question = known[id] else { return unknown("question", id.name, known.keys.map(\.name)) }
      let options = question.options.map(\.id)
      return options.contains(option) ? nil : unknown("option", option.name, options.map(\.name))
    case .everyOption(let options, let id):
      let missing = known[id]?.options.map(\.id).filter { !options.contains($0) } ?? []
      return missing.isEmpty
        ? nil : .optionsNotCovered(question: id.name, missing: missing.map(\.name))
    case .source(let id): return sources.contains(id) ? nil : unknown("source", id.name, sources.map(\.name))
    // A points catalog has neither numbers to answer nor criteria nor risks.
    case .numberQuestion(let id): return .expected(.number, found: "'\(id)'")
    case .criterion(let id): return unknown("criterion", id.name, [])
    case .risk(let id): return unknown("risk", id.name, [])
    case .scenario(let id): return unknown("scenario", id.name, [])
    case .model(let id): return unknown("model", id.name, [])
    case .currency(let code): return .unknownCurrency(code, known: [])
    case .answer(_, let id):
      return known[id] == nil ? unknown("question", id.name, known.keys.map(\.name)) : nil
    }
  }

  /// Ids and aliases share one name space, so that a sheet may use either.
  private func duplicates() -> [Finding] {
    var seen: Set<String> = []
    return placed.flatMap { question in
      Set([question.value.id.name, question.value.name]).sorted().compactMap { name in
        seen.insert(name).inserted
          ? nil : Finding(.duplicateName(kind: "question", name: name), at: question.position)
      }
    }
  }

  private func areaFaults() -> [Finding] {
    guard let rubric = rubrics.first else { return [] }
    var known: [QuestionID: PointsQuestion] = [:]
    for question in placed { known[question.value.id] = question.value }
    var findings: [Finding] = []
    var scored: Set<QuestionID> = []
    func report(_ problem: PointsProblem) {
      findings.append(Finding(.points(problem), at: rubric.position))
    }
    for area in rubric.value.areas {
      var sum = 0.0
      for (id, points) in area.points.sorted(by: { $0.key < $1.key }) {
        guard let question = known[id] else { continue }
        if !scored.insert(id).inserted { report(.scoredTwice(question: id.name)) }
        if question.kind == .text { report(.textScored(question: id.name)) }
        sum += question.maximum(points)
      }
      if abs(sum - area.maximum) > 1e-9 {
        report(.maximumDiffers(area: area.id, stated: area.maximum, found: sum))
      }
    }
    return findings
  }
}
