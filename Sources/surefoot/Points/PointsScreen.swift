import Knowledge
import Reporting
import Scoring

/// The result of a sheet on a points catalog, for the screen.
struct PointsScreen {
  let knowledge: PointsKnowledge
  let card: PointsScorecard
  /// The catalog's language that its texts are shown in.
  let language: String

  var text: String {
    let head = [knowledge.rubric.title[language]] + result.flatMap { TextBlock.wrap($0, width: Shell.width) }
    return (head + areas(.impact) + areas(.mitigation) + parts).map(cleaned).joined(separator: "\n") + "\n"
  }

  private var result: [String] {
    let (score, raw) = (pointsText(card.score.value), pointsText(card.raw.value))
    var lines = [
      say(
        "Level \(card.level) of \(card.levels): score \(score) of \(pointsText(card.maximum))",
        "等级 \(card.level)（共 \(card.levels) 级）：得分 \(score)，满分 \(pointsText(card.maximum))")
    ]
    if knowledge.rubric.mitigation != nil {
      let points = pointsText(card.mitigation.value)
      lines.append(
        card.isReduced
          ? say(
            "Impact \(raw), less \(pointsText(-card.reduction)) for \(points) points of mitigation",
            "影响 \(raw)，因缓解措施 \(points) 分减去 \(pointsText(-card.reduction))")
          : say(
            "Impact \(raw); \(points) points of mitigation are too few to take anything off",
            "影响 \(raw)；缓解措施 \(points) 分，不足以减分"))
    }
    if !card.open.isEmpty {
      lines.append(
        say(
          "Open questions that score: \(card.open.count). They count 0 here; answered, the score is between "
            + "\(pointsText(card.score.low)) and \(pointsText(card.score.high)), the level between "
            + "\(card.levelLow) and \(card.levelHigh)",
          "还有 \(card.open.count) 个计分问题未回答，这里按 0 分计；全部回答后得分在 \(pointsText(card.score.low)) 到 "
            + "\(pointsText(card.score.high)) 之间，等级在 \(card.levelLow) 到 \(card.levelHigh) 之间"))
    }
    if !card.hidden.isEmpty {
      lines.append(
        say(
          "Answers to questions that are not shown: \(card.hidden.count). They count nothing",
          "有 \(card.hidden.count) 个回答属于未显示的问题，不计分"))
    }
    return lines
  }

  private func areas(_ side: PointsArea.Side) -> [String] {
    let areas = card.areas.filter { $0.side == side }
    guard !areas.isEmpty else { return [] }
    return ["", PointsWording.side(side)]
      + areas.map { area in
        let title = knowledge.rubric.areas.first { $0.id == area.id }?.title[language] ?? area.id
        return "  " + TextBlock.pad(title, to: 44)
          + blockBar(area.maximum > 0 ? 100 * area.points.value / area.maximum : 0, width: 10)
          + "  \(pointsText(area.points.value)) / \(pointsText(area.maximum))"
      }
  }

  /// What the score is made of, the largest first; answers that give nothing are left out.
  private var parts: [String] {
    let given = card.contributions.filter { $0.points != 0 }
    guard !given.isEmpty else { return [] }
    let sorted = given.enumerated().sorted { first, second in
      let (left, right) = (first.element, second.element)
      let order = PointsArea.Side.allCases
      let sides = (order.firstIndex(of: left.side) ?? 0, order.firstIndex(of: right.side) ?? 0)
      return sides.0 != sides.1
        ? sides.0 < sides.1
        : left.points != right.points ? left.points > right.points : first.offset < second.offset
    }.map(\.element)
    var lines: [String] = []
    for side in PointsArea.Side.allCases {
      let inside = sorted.filter { $0.side == side }
      if inside.isEmpty { continue }
      let sum = inside.reduce(0) { $0 + $1.points }
      lines += [
        "",
        PointsWording.side(side)
          + say(", made of (adds up to \(pointsText(sum)))", "的构成（合计 \(pointsText(sum))）"),
      ]
      for part in inside { lines += self.lines(part) }
    }
    return lines
  }

  private func lines(_ part: PointsScorecard.Contribution) -> [String] {
    let question = knowledge.questions.first { $0.id == part.question }
    let labels = part.options.compactMap { id in question?.options.first { $0.id == id }?.label[language] }
    let points = pointsText(part.points)
    let text = "\(question?.text[language] ?? part.question.name) → \(labels.joined(separator: "; "))"
    let wrapped = TextBlock.wrap(text, width: Shell.width - 10)
    return wrapped.enumerated().map { index, line in
      (index == 0 ? String(repeating: " ", count: max(0, 6 - points.count)) + points : "      ") + "  " + line
    }
  }
}
