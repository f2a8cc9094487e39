/// What is told beside the scores: conflicts, regulations, safeguards and documented cases, with their
/// places, and the glossary.
struct GuidanceFiles {
  var conflicts: [Placed<ConflictRule>] = []
  var regulations: [Placed<Regulation>] = []
  var mitigations: [Placed<MitigationEntry>] = []
  var cases: [Placed<DocumentedCase>] = []
  var glossary: [GlossaryTerm] = []

  init(_ files: KnowledgeFiles, _ context: ReadingContext) {
    conflicts = files.one("catalog/conflicts.yaml") { context.conflicts($0) } ?? []
    regulations = files.each(under: "catalog/regulations/") { context.regulation($0, place: $1) }
    mitigations = files.each(under: "catalog/mitigations/") { context.mitigationEntry($0, place: $1) }
    cases = files.each(under: "catalog/cases/") { context.documentedCase($0, place: $1) }
    glossary = files.one("catalog/glossary.yaml") { context.glossary($0) } ?? []
  }

  /// Adds everything read; safeguards also go to the risks they lower, after those a rubric states itself.
  func add(to knowledge: inout KnowledgeBase) {
    knowledge.conflicts = conflicts.map(\.value)
    knowledge.regulations = regulations.map(\.value)
    knowledge.mitigations = mitigations.map(\.value)
    knowledge.cases = cases.map(\.value)
    knowledge.glossary = glossary
    for rubric in knowledge.rubrics.indices {
      for risk in knowledge.rubrics[rubric].risks.indices {
        let id = knowledge.rubrics[rubric].risks[risk].id
        knowledge.rubrics[rubric].risks[risk].mitigations += mitigations.compactMap {
          $0.value.mitigation(of: id)
        }
      }
    }
  }
}

extension KnowledgeReading {
  /// A safeguard that a risk carries twice would be credited twice.
  func mitigationFaults() -> [Finding] {
    var stated: [RiskID: Set<MitigationID>] = [:]
    for risk in rubrics.flatMap(\.risks) {
      stated[risk.value.id] = Set(risk.value.mitigations.map(\.id))
    }
    return guidance.mitigations.flatMap { entry in
      entry.value.lowers.compactMap { lowering in
        stated[lowering.risk, default: []].insert(entry.value.id).inserted
          ? nil
          : Finding(
            .duplicateName(kind: "mitigation", name: "\(entry.value.id) of \(lowering.risk)"),
            at: entry.position)
      }
    }
  }
}
