import Knowledge
import Scoring

extension ReportContext {
  /// Every risk of the judged approach, before and after what is in place.
  func risksSection() -> ReportSection {
    var blocks: [Block] = []
    let scores = (judged?.risks ?? []).sorted {
      $0.residual.value == $1.residual.value ? $0.id < $1.id : $0.residual.value > $1.residual.value
    }
    if scores.isEmpty {
      blocks.append(.paragraph(Phrase(say(RisksWording.none))))
    } else {
      blocks.append(.paragraph(Phrase(say(RisksWording.introduction(title(card.judged))))))
      blocks.append(.table(table(scores)))
      blocks += safeguardBlocks(scores)
    }
    if let modes = scenario?.failureModes, !modes.isEmpty {
      blocks.append(.heading(say(RisksWording.failureModes)))
      blocks.append(.list(modes.map { Phrase(say($0.text)) }))
    }
    return ReportSection(id: "risks", title: say(RisksWording.title), blocks: blocks)
  }

  private func table(_ scores: [RiskScore]) -> Table {
    Table(
      caption: say(RisksWording.caption), layout: .records,
      columns: [
        Table.Column(say(RisksWording.risk)),
        Table.Column(say(RisksWording.inherent), isNumber: true),
        Table.Column(say(RisksWording.residual), isNumber: true),
        Table.Column(say(RisksWording.inPlace)), Table.Column(say(RisksWording.notInPlace)),
        Table.Column(say(RisksWording.answers)),
      ], rows: scores.map(row))
  }

  private func row(_ score: RiskScore) -> Table.Row {
    let risk = risks[score.id.name]
    var name = Phrase.strong(say(risk?.title, orID: score.id.name))
    if let risk { name = name + Phrase(say(Wording.colon) + say(risk.explanation)) }
    let inPlace = score.mitigations.filter { $0.removed > 0 }
    let credited = Set(inPlace.map(\.id))
    let missing = (risk?.mitigations ?? []).filter { !credited.contains($0.id) }
    return Table.Row([
      name, Phrase(numbers.score(score.inherent)), Phrase(numbers.score(score.residual)),
      list(inPlace.map { worded($0, of: risk) }), list(missing.map { say($0.title) }),
      references(score.questions),
    ])
  }

  /// The same safeguard may be called differently for another risk.
  private func worded(_ credit: MitigationCredit, of risk: Risk?) -> String {
    let title = risk?.mitigations.first { $0.id == credit.id }?.title
    return say(RisksWording.removes(say(title, orID: credit.id.name), numbers.percent(credit.removed)))
  }

  private func list(_ texts: [String]) -> Phrase {
    Phrase(texts.isEmpty ? say(Wording.none) : texts.joined(separator: say(Wording.listSeparator)))
  }
}
