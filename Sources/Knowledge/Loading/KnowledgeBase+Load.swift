import Foundation

extension KnowledgeBase {
  /// Loads `catalog/` and `rubrics/` under `root`.
  ///
  /// - Throws: every finding that makes the knowledge unfit for use; `checkKnowledge` finds more.
  public static func load(from root: URL) throws(Findings) -> KnowledgeBase {
    let reading = KnowledgeReading(root: root)
    let findings = reading.faults()
    guard findings.isEmpty, let knowledge = reading.knowledge else { throw Findings(findings) }
    return knowledge
  }
}

/// Everything wrong with the knowledge files under `root`, in file order; empty when all is well.
public func checkKnowledge(at root: URL) -> [Finding] {
  if holdsPointsRubric(root) {
    let reading = PointsReading(root: root)
    return inFileOrder(reading.faults() + reading.weaknesses())
  }
  let reading = KnowledgeReading(root: root)
  return inFileOrder(reading.faults() + reading.weaknesses())
}

/// Only the scenarios, for listing them quickly; references are not checked.
public func loadScenarios(from root: URL) throws(Findings) -> [Scenario] {
  let context = ReadingContext()
  let files = KnowledgeFiles(root: root, folders: ["catalog/scenarios"], context: context)
  let scenarios = readScenarios(files, context)
  guard context.findings.isEmpty else { throw Findings(inFileOrder(context.findings)) }
  return inCatalogOrder(scenarios.map(\.value))
}

/// Scenarios by domain in the domains' order, then by name, with `other` last.
func inCatalogOrder(_ scenarios: [Scenario]) -> [Scenario] {
  let domains = Domain.allCases
  return scenarios.sorted { first, second in
    let left = domains.firstIndex(of: first.domain) ?? 0
    let right = domains.firstIndex(of: second.domain) ?? 0
    if left != right { return left < right }
    let firstIsOther = first.id.name.hasSuffix("/other")
    let secondIsOther = second.id.name.hasSuffix("/other")
    return firstIsOther == secondIsOther ? first.id < second.id : secondIsOther
  }
}

func readScenarios(_ files: KnowledgeFiles, _ context: ReadingContext) -> [Placed<Scenario>] {
  files.each(under: "catalog/scenarios/") { context.scenario($0, place: $1) }
}

func inFileOrder(_ findings: [Finding]) -> [Finding] {
  findings.sorted { first, second in
    let left = first.position
    let right = second.position
    return (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
