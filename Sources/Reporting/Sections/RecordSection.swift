import Knowledge

extension ReportContext {
  /// Versions, seed, fingerprints and the published texts behind the figures.
  func recordSection() -> ReportSection {
    let versions = assessment.versions
    var rows: [Table.Row] = [
      row(RecordWording.id, .code(assessment.id)),
      row(RecordWording.scenario, .code(assessment.scenario.name)),
      row(RecordWording.engine, .code(versions.engine)),
      row(RecordWording.catalog, .code(versions.catalog)),
      row(RecordWording.rubrics, .code(versions.rubrics)),
      row(RecordWording.seed, .code("\(versions.seed)")),
      row(RecordWording.data, versions.dataFingerprint.map(Phrase.code) ?? Phrase(say(Wording.notProvided))),
    ]
    if includesTimes, let made = assessment.createdAt { rows.append(row(RecordWording.made, Phrase(made))) }
    var blocks: [Block] = [
      .paragraph(Phrase(say(RecordWording.introduction))),
      .table(factTable(RecordWording.caption, rows)),
    ]
    if let reviews = assessment.reviews { blocks.append(.table(table(reviews))) }
    let used = usedSources()
    if !used.isEmpty { blocks.append(.table(table(used))) }
    blocks.append(.paragraph(Phrase(say(RecordWording.judged))))
    return ReportSection(id: "record", title: say(RecordWording.title), blocks: blocks)
  }

  private func row(_ label: LocalizedText, _ value: Phrase) -> Table.Row {
    Table.Row([Phrase(say(label)), value])
  }

  private func table(_ sources: [Source]) -> Table {
    Table(
      caption: say(RecordWording.sources), layout: .records,
      columns: [
        Table.Column(say(RecordWording.sourceTitle)), Table.Column(say(RecordWording.author)),
        Table.Column(say(RecordWording.date)),
      ],
      rows: sources.map { source in
        let title = source.url.map { Phrase([.link(source.title, url: $0)]) } ?? Phrase(source.title)
        return Table.Row([title, Phrase(source.author), Phrase(source.date)])
      })
  }

  /// Every source behind the rubrics, the scenario's entry, rules, cases and the configuration, by title.
  private func usedSources() -> [Source] {
    var bases: [Basis] = []
    for rubric in knowledge.rubrics {
      bases += rubric.basis + rubric.criteria.flatMap(\.basis) + rubric.measurements.flatMap(\.basis)
      bases += rubric.risks.flatMap { $0.basis + $0.mitigations.flatMap(\.basis) }
      bases += rubric.vetoes.flatMap(\.basis)
    }
    bases += knowledge.questions.flatMap(\.basis)
    if let scenario {
      bases += scenario.goodResult.figures.flatMap(\.basis) + scenario.presets.flatMap(\.basis)
      bases += scenario.failureModes.flatMap(\.basis) + scenario.questions.flatMap(\.basis)
    }
    bases += (assessment.rules ?? []).map { .source($0.source, place: nil, note: nil) }
    bases += (assessment.cases ?? []).flatMap(\.basis)
    let target = assessment.recommendation.target
    bases += target.basis + target.estimates.flatMap(\.basis)
    if let worth = assessment.recommendation.worth {
      bases += worth.parts.flatMap(\.basis) + worth.approaches.flatMap(\.items).flatMap(\.basis)
    }
    let ids = Set(
      bases.compactMap { basis in
        if case .source(let id, _, _) = basis { id } else { nil }
      })
    return knowledge.sources.filter { ids.contains($0.id) }.sorted {
      $0.title == $1.title ? $0.id < $1.id : $0.title < $1.title
    }
  }
}
