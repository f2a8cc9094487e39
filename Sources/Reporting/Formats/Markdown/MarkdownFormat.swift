import Knowledge

/// The report as Markdown with tables (GitHub's dialect); charts become their alternative text.
public func markdownText(_ report: Report) -> String {
  let colon = Wording.colon[report.language]
  var lines = ["# \(markdownText(report.title))", "", "*\(markdownText(report.kind))*", ""]
  lines += report.facts.map { "- \(markdownText($0.name))\(colon)\(markdownText($0.value))" }
  for (index, section) in report.sections.enumerated() {
    lines += ["", "## \(index + 1). \(markdownText(section.title))"]
    for block in section.blocks where !block.isSaidByTable { lines += [""] + text(block, colon: colon) }
  }
  lines += ["", "---", "", markdownText(report.disclaimer), ""]
  return lines.joined(separator: "\n")
}

extension Block {
  /// A picture whose numbers stand in a table has nothing to add where pictures are not shown.
  fileprivate var isSaidByTable: Bool {
    if case .chart(let figure) = self { figure.isInTable } else { false }
  }
}

private func text(_ block: Block, colon: String) -> [String] {
  switch block {
  case .verdict(let panel):
    return [
      "**\(markdownText(panel.label))\(colon)\(markdownText(panel.word))**", "", markdownText(panel.headline),
    ]
  case .heading(let text): return ["### \(markdownText(text))"]
  case .paragraph(let text): return [markdownText(text)]
  case .note(let note): return ["> **\(markdownText(note.title))** – \(markdownText(note.text))"]
  case .list(let items): return items.map { "- \(markdownText($0))" }
  case .figures(let figures):
    return figures.map {
      "- **\(markdownText($0.name))\(colon)\(markdownText($0.value))** – \(markdownText($0.explanation))"
    }
  case .table(let table): return text(table)
  case .chart(let figure):
    return ["*\(markdownText(figure.title))*\(colon)\(markdownText(figure.description))"]
  case .gallery(let gallery):
    return ["**\(markdownText(gallery.title))**"] + (gallery.note.map { ["", markdownText($0)] } ?? []) + [""]
      + gallery.items.map { "- \(markdownText($0.caption))" }
  case .steps(let steps):
    return steps.flatMap { step in
      ["- [ ] **\(markdownText(step.action))**"]
        + ([Report.Fact(name: step.becauseLabel, value: step.because)] + step.facts).map {
          "  - \(markdownText($0.name))\(colon)\(markdownText($0.value))"
        }
    }
  }
}

private func text(_ table: Table) -> [String] {
  func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
  return ["**\(markdownText(table.caption))**", ""]
    + [
      line(table.columns.map { markdownText($0.title) }),
      line(table.columns.map { $0.isNumber ? "---:" : "---" }),
    ]
    + table.rows.map { row in
      var cells = row.cells.map { markdownText($0) }
      if let anchor = row.anchor, let first = cells.first {
        cells[0] = "<a id=\"\(htmlName(anchor))\"></a>\(first)"
      }
      return line(cells)
    }
}
