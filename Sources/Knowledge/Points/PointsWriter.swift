/// The files of a points catalog by path, its questions still without their sections' conditions.
func pointsCatalogFiles(_ knowledge: PointsKnowledge) -> [String: String] {
  let writer = PointsWriter(languages: knowledge.languages)
  var files = [
    "catalog/languages.yaml":
      "languages: [\(knowledge.languages.map(writer.scalar).joined(separator: ", "))]\n",
    "rubrics/\(knowledge.rubric.id).yaml": writer.rubric(knowledge),
  ]
  if !knowledge.sources.isEmpty { files["catalog/sources.yaml"] = writer.sources(knowledge.sources) }
  for section in knowledge.sections {
    let questions = knowledge.questions.filter { $0.section == section.id }
    files["catalog/questions/\(section.id).yaml"] = writer.section(section, questions)
  }
  return files
}

private struct PointsWriter {
  let languages: [String]

  func section(_ section: PointsSection, _ questions: [PointsQuestion]) -> String {
    var lines = [
      "section: \(scalar(section.id.name))", "title: \(text(section.title))", "order: \(section.order)",
    ]
    if let visible = section.visibleIf { lines.append("visible-if: \(condition(visible))") }
    lines.append("questions:")
    for question in questions {
      lines.append("  - id: \(scalar(question.id.name))")
      if let alias = question.alias { lines.append("    alias: \(scalar(alias))") }
      lines += ["    kind: \(question.kind.rawValue)", "    text: \(text(question.text))"]
      if let help = question.help { lines.append("    help: \(text(help))") }
      if !question.options.isEmpty { lines.append("    options:") }
      for option in question.options {
        let alias = option.alias.map { ", alias: \(scalar($0))" } ?? ""
        lines.append("      - {id: \(scalar(option.id.name))\(alias), label: \(text(option.label))}")
      }
      if let visible = question.visibleIf { lines.append("    visible-if: \(condition(visible))") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  func rubric(_ knowledge: PointsKnowledge) -> String {
    let rubric = knowledge.rubric
    let grounds = basis(rubric.basis)
    var lines = [
      "kind: points", "id: \(scalar(rubric.id.name))", "title: \(text(rubric.title))",
      "basis: \(grounds)", "unanswered: \(rubric.unanswered.rawValue)",
      "unknown-options: \(rubric.unknownOptions.rawValue)",
      "levels: {bounds: [\(rubric.levelBounds.map(\.shortest).joined(separator: ", "))], basis: \(grounds)}",
    ]
    if let rule = rubric.mitigation {
      lines += [
        "mitigation:", "  needs: \(rule.needs.shortest)", "  of: \(rule.of.shortest)",
        "  reduction: \(rule.reduction.shortest)", "  rounding: \(rule.rounding.rawValue)",
        "  basis: \(basis(rule.basis))",
      ]
    }
    lines.append("areas:")
    for area in rubric.areas {
      lines += [
        "  - id: \(scalar(area.id))", "    title: \(text(area.title))", "    side: \(area.side.rawValue)",
        "    maximum: \(area.maximum.shortest)", "    basis: \(basis(area.basis))", "    points:",
      ]
      for question in knowledge.questions {
        guard let points = area.points[question.id] else { continue }
        let entries = question.options.map { "\(scalar($0.id.name)): \((points[$0.id] ?? 0).shortest)" }
        lines.append("      \(scalar(question.id.name)): {\(entries.joined(separator: ", "))}")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  func sources(_ sources: [Source]) -> String {
    "sources:\n"
      + sources.map { source in
        let url = source.url.map { "    url: \(scalar($0))\n" } ?? ""
        return "  - id: \(scalar(source.id.name))\n    title: \(scalar(source.title))\n"
          + "    author: \(scalar(source.author))\n    date: \(source.date)\n    kind: \(source.kind.rawValue)\n\(url)"
      }.joined()
  }

  private func condition(_ condition: Condition) -> String {
    func list(_ parts: [Condition]) -> String { "[\(parts.map(self.condition).joined(separator: ", "))]" }
    func entry(_ question: QuestionID, _ rest: String) -> String {
      "{question: \(scalar(question.name)), \(rest)}"
    }
    return switch condition {
    case .isAnyOf(let question, let options):
      entry(question, "is: [\(options.map { scalar($0.name) }.joined(separator: ", "))]")
    case .answered(let question): entry(question, "answered: true")
    case .all(let parts): "{all: \(list(parts))}"
    case .any(let parts): "{any: \(list(parts))}"
    case .not(let part): "{not: \(self.condition(part))}"
    case .atLeast(let question, let bound): entry(question, "at-least: \(bound.shortest)")
    case .atMost(let question, let bound): entry(question, "at-most: \(bound.shortest)")
    case .differenceAtLeast(let question, let other, let bound):
      entry(question, "minus: \(scalar(other.name)), at-least: \(bound.shortest)")
    case .differenceAtMost(let question, let other, let bound):
      entry(question, "minus: \(scalar(other.name)), at-most: \(bound.shortest)")
    case .notShownAbove(let observation, let origin, let bound):
      "{observation: \(scalar(observation.name)), on: \(origin.rawValue), not-shown-above: \(bound.shortest)}"
    case .shownBelow(let observation, let origin, let question):
      "{observation: \(scalar(observation.name)), on: \(origin.rawValue), below: \(scalar(question.name))}"
    case .scenarioIs(let scenarios):
      "{scenario: [\(scenarios.map { scalar($0.name) }.joined(separator: ", "))]}"
    case .domainIs(let domains): "{domain: [\(domains.map(\.rawValue).joined(separator: ", "))]}"
    }
  }

  private func basis(_ basis: [Basis]) -> String {
    let parts = basis.map { ground in
      switch ground {
      case .judgement: "judgement"
      case .source(let id, let place, let note):
        "{source: \(scalar(id.name))\(place.map { ", where: \(scalar($0))" } ?? "")"
          + "\(note.map { ", note: \(scalar($0))" } ?? "")}"
      }
    }
    return parts.count == 1 ? parts[0] : "[\(parts.joined(separator: ", "))]"
  }

  private func text(_ text: TranslatedText) -> String {
    "{\(languages.map { "\(scalar($0)): \(quotedYAML(text[$0]))" }.joined(separator: ", "))}"
  }

  /// Plain where YAML reads it back as the same text, else in quotation marks.
  func scalar(_ text: String) -> String {
    isPlainID(text) && text != "null" ? text : quotedYAML(text)
  }
}
