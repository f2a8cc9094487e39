import Knowledge
import Mustache

/// The report as one self-contained page.
///
/// - Throws: the template engine's error when the template cannot be read.
public func htmlPage(_ report: Report) throws -> String {
  let template = try MustacheTemplate(string: htmlTemplate)
  let page: [String: Any] = [
    "language": report.language == .chinese ? "zh-Hans" : "en",
    "title": htmlText(report.title),
    "kind": htmlText(report.kind),
    "style": htmlStyle,
    "skip": htmlText(Wording.skip[report.language]),
    "contents": htmlText(Wording.contents[report.language]),
    "facts": report.facts.map(fact),
    "disclaimer": htmlText(report.disclaimer),
    "sections": report.sections.enumerated().map { index, section in
      [
        "id": htmlName(section.id), "number": "\(index + 1)", "title": htmlText(section.title),
        "blocks": blocks(section.blocks, colon: Wording.colon[report.language]),
      ] as [String: Any]
    },
  ]
  return template.render(page)
}

/// Blocks for the template; charts that follow each other stand side by side where there is room.
private func blocks(_ blocks: [Block], colon: String) -> [[String: Any]] {
  var result: [[String: Any]] = []
  var charts: [[String: Any]] = []
  func closeCharts() {
    if !charts.isEmpty { result.append(["charts": ["items": charts]]) }
    charts = []
  }
  for block in blocks {
    if case .chart(let figure) = block {
      charts.append([
        "title": htmlText(figure.title), "svg": figure.svg,
        "reading": figure.isInTable ? [] : [htmlText(figure.description)],
      ])
      continue
    }
    closeCharts()
    result.append(context(block, colon: colon))
  }
  closeCharts()
  return result
}

private func context(_ block: Block, colon: String) -> [String: Any] {
  switch block {
  case .verdict(let panel):
    let content = [
      "class": panel.verdict.rawValue, "label": htmlText(panel.label), "word": htmlText(panel.word),
      "headline": htmlText(panel.headline),
    ]
    return ["verdict": content]
  case .heading(let text): return ["heading": htmlText(text)]
  case .paragraph(let text): return ["paragraph": htmlText(text)]
  case .note(let note):
    let content = [
      "class": note.kind.rawValue, "title": htmlText(note.title), "text": htmlText(note.text),
    ]
    return ["note": content]
  case .list(let items): return ["list": ["items": items.map(htmlText)]]
  case .figures(let figures):
    let items = figures.map {
      [
        "name": htmlText($0.name), "value": htmlText($0.value), "explanation": htmlText($0.explanation),
      ]
    }
    return ["figures": ["items": items]]
  case .table(let table): return ["table": context(table, colon: colon)]
  case .steps(let steps):
    let items = steps.map { step in
      [
        "action": htmlText(step.action), "because": htmlText(step.because),
        "becauseLabel": htmlText(step.becauseLabel), "facts": step.facts.map(fact),
      ] as [String: Any]
    }
    return ["steps": ["items": items]]
  case .gallery(let gallery): return ["gallery": context(gallery)]
  case .chart: return [:]
  }
}

private func context(_ gallery: Gallery) -> [String: Any] {
  [
    "title": htmlText(gallery.title), "note": gallery.note.map { [htmlText($0)] } ?? [],
    "items": gallery.items.map { item in
      [
        "caption": htmlText(item.caption),
        "class": item.media.contains(where: \.isSmallPicture) ? "small" : "wide",
        "media": item.media.map(html),
      ] as [String: Any]
    },
  ]
}

/// The element that shows or plays it; all data stand in the page itself.
private func html(_ media: Gallery.Media) -> String {
  switch media {
  case .picture(let svg, _): svg
  case .sound(let base64):
    "<audio controls preload=\"metadata\" src=\"data:audio/wav;base64,\(base64)\"></audio>"
  case .file(let name, let type, let base64):
    "<a download=\"\(htmlText(name))\" href=\"data:\(type);base64,\(base64)\">\(htmlText(name))</a>"
  }
}

extension Gallery.Media {
  fileprivate var isSmallPicture: Bool {
    if case .picture(_, let isSmall) = self { isSmall } else { false }
  }
}

private func context(_ table: Table, colon: String) -> [String: Any] {
  [
    "caption": htmlText(table.caption), "class": table.layout.rawValue,
    "columns": table.columns.map {
      ["class": $0.isNumber ? " class=\"number\"" : "", "title": htmlText($0.title)]
    },
    "rows": table.rows.map { row(of: $0, in: table, colon: colon) },
  ]
}

private func row(of row: Table.Row, in table: Table, colon: String) -> [String: Any] {
  var attributes = row.isStrong ? " class=\"strong\"" : ""
  if let anchor = row.anchor { attributes += " id=\"\(htmlName(anchor))\"" }
  return [
    "attributes": attributes,
    "name": row.cells.first.map(htmlText) ?? "",
    "cells": zip(table.columns, row.cells).dropFirst().map { column, cell in
      [
        "attributes": (column.isNumber ? " class=\"number\"" : "")
          + (cell.plain.isEmpty ? "" : " data-label=\"\(htmlText(column.title + colon))\""),
        "text": column.isNumber && table.layout == .matrix ? unbroken(htmlText(cell)) : htmlText(cell),
      ]
    },
  ]
}

/// A score's range in brackets, on a line of its own under the score, so that narrow columns line up.
private func unbroken(_ score: String) -> String {
  score.replacing(" (", with: " <span class=\"range\">(").replacing(")", with: ")</span>")
}

private func fact(_ fact: Report.Fact) -> [String: Any] {
  ["name": htmlText(fact.name), "value": htmlText(fact.value)]
}
