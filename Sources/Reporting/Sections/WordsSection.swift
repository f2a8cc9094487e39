import Knowledge

extension ReportContext {
  /// The glossary's terms that occur in the sections before; nil when there are none.
  func wordsSection(after sections: [ReportSection]) -> ReportSection? {
    let text = sections.flatMap { [$0.title] + $0.blocks.flatMap(\.texts) }.joined(separator: "\n\n")
    let terms = knowledge.terms(in: text, language: language)
    guard !terms.isEmpty else { return nil }
    let table = Table(
      caption: say(WordsWording.caption), layout: .pairs,
      columns: [Table.Column(say(WordsWording.term)), Table.Column(say(WordsWording.meaning))],
      rows: terms.map { Table.Row([Phrase(say($0.term)), Phrase(say($0.meaning))]) })
    return ReportSection(
      id: "words", title: say(WordsWording.title),
      blocks: [.paragraph(Phrase(say(WordsWording.introduction))), .table(table)])
  }
}

extension Block {
  /// The words of ours in a block, one text a place; pictures and sounds have none beside their titles.
  fileprivate var texts: [String] {
    switch self {
    case .verdict(let panel): [panel.label, panel.word, panel.headline]
    case .heading(let text): [text]
    case .paragraph(let phrase): [phrase.words]
    case .note(let note): [note.title, note.text.words]
    case .list(let phrases): phrases.map(\.words)
    case .figures(let figures): figures.flatMap { [$0.name, $0.explanation] }
    case .table(let table):
      [table.caption] + table.columns.map(\.title) + table.rows.flatMap { $0.cells.map(\.words) }
    case .chart(let chart): [chart.title, chart.description]
    case .gallery(let gallery): [gallery.title, gallery.note ?? ""]
    case .steps(let steps):
      steps.flatMap { step in
        [step.action.words, step.because.words] + step.facts.flatMap { [$0.name, $0.value.words] }
      }
    }
  }
}

extension Phrase {
  /// The text without ids, titles of sources and what people or their data say.
  fileprivate var words: String {
    spans.map { span in
      switch span {
      case .text(let text), .strong(let text), .reference(let text, _): text
      case .code, .quoted, .link: "\n\n"
      }
    }.joined()
  }
}
