import Knowledge
import Reporting

/// What an import brought in and what it left out, for the screen.
func importSummary(_ imported: SurveyImport) -> String {
  let knowledge = imported.knowledge
  let rubric = knowledge.rubric
  let scored = rubric.areas.reduce(0) { $0 + $1.points.count }
  let conditional = knowledge.questions.count { $0.visibleIf != nil }
  var lines = [
    say(
      "\(knowledge.sections.count) pages, \(knowledge.questions.count) questions, \(scored) of them scored, "
        + "\(conditional) with conditions; languages: \(knowledge.languages.joined(separator: ", "))",
      "\(knowledge.sections.count) 页，\(knowledge.questions.count) 个问题，其中 \(scored) 个计分，"
        + "\(conditional) 个有显示条件；语言：\(knowledge.languages.joined(separator: "、"))")
  ]
  for side in PointsArea.Side.allCases {
    let areas = rubric.areas.filter { $0.side == side }
    if areas.isEmpty { continue }
    lines.append("")
    lines.append(
      PointsWording.side(side) + say(", at most ", "，最高 ") + pointsText(rubric.maximum(side)))
    for area in areas {
      lines.append(
        "  " + TextBlock.pad(area.id, to: 34)
          + say(
            "\(area.points.count) scored, at most \(pointsText(area.maximum))",
            "\(area.points.count) 个计分问题，最高 \(pointsText(area.maximum))"))
    }
  }
  lines += [""] + remarkLines(imported.remarks)
  return lines.map(cleaned).joined(separator: "\n") + "\n"
}

/// Remarks of one kind together, each with its path in the form.
private func remarkLines(_ remarks: [SurveyRemark]) -> [String] {
  guard !remarks.isEmpty else { return [say("Nothing was left out.", "没有遗漏任何内容。")] }
  var order: [String] = []
  var paths: [String: [String]] = [:]
  for remark in remarks {
    let heading = remark.kind.text
    if paths[heading] == nil { order.append(heading) }
    paths[heading, default: []].append(remark.path)
  }
  return [say("Left out or replaced:", "遗漏或替代的内容：")]
    + order.map { heading in "  \(heading): \((paths[heading] ?? []).joined(separator: ", "))" }
}

extension SurveyRemark.Kind {
  fileprivate var text: String {
    switch self {
    case .displayText: say("display text, not asked", "展示文字，不是问题")
    case .presentation(let property):
      say("'\(property)', which changes no score", "“\(property)”，不影响分数")
    case .untranslated(let language):
      say("no text in '\(language)'; another language's stands in", "缺少“\(language)”文本，以其他语言代替")
    case .noText: say("no text; the name stands in", "没有文本，以名称代替")
    case .neverHolds(let value):
      say("no option has the value '\(value)'; this comparison never holds", "没有选项的值是“\(value)”，该比较永不成立")
    }
  }
}
