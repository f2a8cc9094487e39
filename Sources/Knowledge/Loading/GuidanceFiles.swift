/// What is told beside the scores: conflicts, regulations, safeguards and documented cases, with their places.
struct GuidanceFiles {
  var conflicts: [Placed<ConflictRule>] = []
  var regulations: [Placed<Regulation>] = []
  var mitigations: [Placed<MitigationEntry>] = []
  var cases: [Placed<DocumentedCase>] = []

  init(_ files: KnowledgeFiles, _ context: ReadingContext) {
    conflicts = files.file("catalog/conflicts.yaml")?.node.map { context.conflicts($0) } ?? []
    regulations = entries("catalog/regulations/", files) { context.regulation($0, place: $1) }
    mitigations = entries("catalog/mitigations/", files) { context.mitigationEntry($0, place: $1) }
    cases = entries("catalog/cases/", files) { context.documentedCase($0, place: $1) }
  }

  /// Adds everything read; safeguards also go to the risks they lower, after those a rubric states itself.
  func add(to knowledge: inout KnowledgeBase) {
    knowledge.conflicts = conflicts.map(\.value)
    knowledge.regulations = regulations.map(\.value)
    knowledge.mitigations = mitigations.map(\.value)
    knowledge.cases = cases.map(\.value)
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

/// One value a file of a folder, in the order of their paths; the place is the file's name without its ending.
private func entries<Value>(
  _ folder: String, _ files: KnowledgeFiles, _ read: (SourceNode, String) -> Placed<Value>?
) -> [Placed<Value>] {
  files.under(folder).compactMap { file in
    let place = String(file.path.dropFirst(folder.count).dropLast(".yaml".count))
    return file.node.flatMap { read($0, place) }
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
