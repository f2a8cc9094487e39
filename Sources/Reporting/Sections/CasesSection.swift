import Knowledge
import Recommendations

extension ReportContext {
  /// The documented deployments most like this one, and how they ended.
  func casesSection() -> ReportSection {
    let cases = assessment.cases ?? []
    let blocks: [Block] =
      cases.isEmpty
      ? [.paragraph(Phrase(say(assessment.cases == nil ? Wording.notKept : CasesWording.none)))]
      : [.paragraph(Phrase(say(CasesWording.introduction))), .table(table(cases))]
    return ReportSection(id: "cases", title: say(CasesWording.title), blocks: blocks)
  }

  private func table(_ cases: [NearestCase]) -> Table {
    Table(
      caption: say(CasesWording.caption), layout: .records,
      columns: [
        Table.Column(say(CasesWording.deployment)), Table.Column(say(Wording.approach)),
        Table.Column(say(CasesWording.outcome)), Table.Column(say(CasesWording.distance), isNumber: true),
        Table.Column(say(Wording.source)),
      ],
      rows: cases.map { entry in
        Table.Row([
          Phrase.strong(say(entry.title)) + Phrase(say(CasesWording.launched(entry.year))),
          Phrase(title(entry.approach)),
          Phrase.strong(say(CasesWording.outcome(entry.outcome)))
            + Phrase(say(Wording.colon) + say(entry.why)),
          Phrase(
            say(
              CasesWording.distance(
                numbers.number(entry.distance.value, decimals: 2), numbers.count(entry.distance.compared)))),
          sources(of: entry.basis),
        ])
      })
  }

  /// The texts a figure rests on with their places, linked where they have an address.
  func sources(of bases: [Basis]) -> Phrase {
    let phrases = bases.map { basis -> Phrase in
      guard case .source(let id, let place, _) = basis else { return Phrase(say(RecordWording.judgement)) }
      let source = knowledge.source(id)
      let title = source.map { "\($0.title) (\($0.date))" } ?? id.name
      let link = source?.url.map { Phrase([.link(title, url: $0)]) } ?? Phrase(title)
      return place.map { link + Phrase(say(Wording.comma) + $0) } ?? link
    }
    return phrases.joined(separator: say(Wording.listSeparator))
  }
}
