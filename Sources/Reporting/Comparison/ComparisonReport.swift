import Assessments
import Knowledge

/// The comparison of several assessments: format-free, in one language, the ranking first.
public func report(
  for comparison: Comparison, knowledge: KnowledgeBase, language: Language, includeTimes: Bool = true
) -> Report {
  let context = ComparisonContext(comparison, knowledge, language, includesTimes: includeTimes)
  return Report(
    language: language, title: context.title, kind: context.say(ComparisonWording.kind),
    facts: context.headFacts(),
    sections: [context.changeSection()].compactMap { $0 } + [
      context.rankingSection(), context.rubricsSection(), context.whySection(),
      context.answersSection(), context.recordSection(),
    ], disclaimer: context.say(Wording.disclaimer))
}

extension ComparisonContext {
  var title: String {
    let count = numbers.count(comparison.cases.count)
    guard comparison.change != nil, let first = contexts.first else {
      return say(ComparisonWording.portfolio(count))
    }
    let scenario = say(first.scenario?.title, orID: first.assessment.scenario.name)
    return say(ComparisonWording.versions(scenario))
  }

  fileprivate func headFacts() -> [Report.Fact] {
    [
      Report.Fact(
        name: say(ComparisonWording.cases), value: Phrase(numbers.count(comparison.cases.count))),
      Report.Fact(name: say(RecordWording.rubrics), value: .code(knowledge.rubricsVersion)),
      Report.Fact(name: say(RecordWording.catalog), value: .code(knowledge.catalogVersion)),
    ]
  }

  /// What the comparison was computed from, and how.
  fileprivate func recordSection() -> ReportSection {
    let rows = comparison.cases.enumerated().map { index, one in
      let versions = one.assessment.versions
      return Table.Row([
        name(index), .quoted(one.reference), .code(one.assessment.id),
        Phrase(includesTimes ? one.assessment.createdAt ?? "–" : "–"), .code(versions.engine),
        .code(versions.catalog), .code(versions.rubrics),
      ])
    }
    let columns = [
      ComparisonWording.caseName, ComparisonWording.givenAs, RecordWording.id, RecordWording.made,
      RecordWording.engine, RecordWording.catalog, RecordWording.rubrics,
    ]
    let table = Table(
      caption: say(ComparisonWording.recordCaption), layout: .records,
      columns: columns.map { Table.Column(say($0)) }, rows: rows)
    let weight = numbers.number(knowledge.policy.rankingRiskWeight, decimals: 2)
    let method = ComparisonWording.method(
      draws: numbers.count(comparison.draws), seed: "\(comparison.seed)", riskWeight: weight)
    return ReportSection(
      id: "record", title: say(ComparisonWording.record),
      blocks: [.paragraph(Phrase(say(method))), .table(table)])
  }
}
