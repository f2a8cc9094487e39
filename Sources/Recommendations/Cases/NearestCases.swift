import Knowledge
import Questionnaires

/// A documented case near the answers, with how it ended and why.
public struct NearestCase: Hashable, Codable, Sendable {
  public var id: CaseID
  public var title: LocalizedText
  public var domain: Domain?
  public var year: Int
  public var approach: ApproachID
  public var outcome: DocumentedCase.Outcome
  public var why: LocalizedText
  public var basis: [Basis]
  /// How far its answers lie from the sheet's.
  public var distance: GowerDistance
}

/// Fewer questions in common than this say nothing about likeness.
public let fewestComparedAnswers = 8

/// The documented cases nearest to a sheet, nearest first.
///
/// At equal distance the one compared on more questions goes first, then the order of ids decides. Presets
/// count as answers of the sheet.
/// For reading only: nothing here enters a score.
public func nearestCases(
  to sheet: AnswerSheet, knowledge: KnowledgeBase, count: Int = 3
) -> [NearestCase] {
  let own = Questionnaire(knowledge: knowledge, scenario: knowledge.scenario(sheet.scenario))
  let answers = own.resolve(sheet)
  // The core questions stand first in every scenario, so the sheet's answers match them one by one.
  let core = Questionnaire(knowledge: knowledge, scenario: nil)
  let compared = knowledge.cases.compactMap { entry in
    core.distance(answers, core.resolve(entry.answers)).map { NearestCase(entry, $0) }
  }
  return Array(
    compared.filter { $0.distance.compared >= fewestComparedAnswers }.sorted(by: isNearer).prefix(count))
}

private func isNearer(_ first: NearestCase, _ second: NearestCase) -> Bool {
  let left = first.distance
  let right = second.distance
  if left.value != right.value { return left.value < right.value }
  return left.compared == right.compared ? first.id < second.id : left.compared > right.compared
}

extension NearestCase {
  fileprivate init(_ entry: DocumentedCase, _ distance: GowerDistance) {
    self.init(
      id: entry.id, title: entry.title, domain: entry.domain, year: entry.year,
      approach: entry.approach, outcome: entry.outcome, why: entry.why, basis: entry.basis,
      distance: distance)
  }
}
