import Assessments
import Knowledge
import Scoring

extension ComparisonContext {
  /// The criteria and risks that score the cases differently, and what puts the first before the second.
  func whySection() -> ReportSection {
    var blocks = lead()
    // What differs by less is printed alike.
    let spreads = comparison.spreads.filter { $0.width >= 0.05 }
    let fit = spreads.filter { $0.origin != .risk }
    let risk = spreads.filter { $0.origin == .risk }
    if fit.isEmpty && risk.isEmpty { blocks.append(.paragraph(Phrase(say(ComparisonWording.noSpread)))) }
    blocks += table(fit, limit: 12, ComparisonWording.fitSpread, ContributionsWording.item)
    blocks += table(risk, limit: 8, ComparisonWording.riskSpread, ContributionsWording.risk)
    return ReportSection(id: "why", title: say(ComparisonWording.why), blocks: blocks)
  }

  /// The gap between the first two, item by item: points of fit, and points of risk at the ranking's weight.
  private func lead() -> [Block] {
    let ranking = comparison.ranking
    guard ranking.count >= 2 else { return [] }
    let (first, second) = (ranking[0], ranking[1])
    let weight = knowledge.policy.rankingRiskWeight
    let gaps = comparison.spreads.map { spread in
      let gap = spread.points[first.index] - spread.points[second.index]
      return (spread: spread, points: spread.origin == .risk ? -weight * gap : gap)
    }
    let ordered = gaps.filter { abs($0.points) >= 0.05 }.sorted {
      abs($0.points) == abs($1.points) ? $0.spread.id < $1.spread.id : abs($0.points) > abs($1.points)
    }
    guard !ordered.isEmpty else { return [] }
    let total = numbers.points(first.score - second.score)
    let items = ordered.prefix(6).map { gap in
      Phrase(self.name(gap.spread) + say(Wording.colon) + numbers.points(gap.points))
    }
    let rest = ordered.dropFirst(6).map(\.points).reduce(0, +)
    let more = ordered.count - 6
    let others = say(ContributionsWording.others(more)) + say(Wording.colon) + numbers.points(rest)
    return [
      .heading(say(ComparisonWording.lead(names[first.index], names[second.index]))),
      .paragraph(Phrase(say(ComparisonWording.leadTotal(total)))),
      .list(Array(items) + (more > 0 ? [Phrase(others)] : [])),
    ]
  }

  private func table(
    _ spreads: [PointSpread], limit: Int, _ caption: LocalizedText, _ item: LocalizedText
  ) -> [Block] {
    guard !spreads.isEmpty else { return [] }
    let shown = spreads.prefix(limit)
    let columns =
      hasColumns
      ? names.map { Table.Column($0, isNumber: true) }
      : [Table.Column(say(ComparisonWording.most)), Table.Column(say(ComparisonWording.least))]
    let rows = shown.map { spread in
      Table.Row([Phrase(self.name(spread))] + (hasColumns ? spread.points.map(points) : ends(spread)))
    }
    var blocks: [Block] = [
      .table(
        Table(
          caption: say(caption), layout: .matrix, columns: [Table.Column(say(item))] + columns, rows: rows))
    ]
    if spreads.count > shown.count {
      let names = spreads.dropFirst(limit).map(name).joined(separator: say(Wording.comma))
      blocks.append(.paragraph(Phrase(say(ComparisonWording.smaller(names)))))
    }
    return blocks
  }

  private func points(_ points: Double) -> Phrase { Phrase(numbers.points(points)) }

  /// The case it brings most points, and the one it brings fewest.
  private func ends(_ spread: PointSpread) -> [Phrase] {
    let order = spread.points.indices.sorted { spread.points[$0] > spread.points[$1] }
    return [order.first, order.last].map { index in
      guard let index else { return "–" }
      return name(index) + Phrase(" " + numbers.points(spread.points[index]))
    }
  }
}
