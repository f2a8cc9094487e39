import Charts
import Knowledge
import Scoring

extension ReportContext {
  /// 100 minus each criterion's points is the fit; the risks' points add up to the residual risk.
  func contributionsSection() -> ReportSection {
    var blocks: [Block] = []
    if let judged {
      blocks.append(.paragraph(Phrase(say(ContributionsWording.introduction(title(judged.id))))))
      // Charts first, so that they stand side by side where there is room.
      let parts = fitBlocks(judged) + riskBlocks(judged)
      blocks += parts.filter(\.isChart) + parts.filter { !$0.isChart }
    }
    return ReportSection(id: "contributions", title: say(ContributionsWording.title), blocks: blocks)
  }

  private func fitBlocks(_ judged: ApproachScore) -> [Block] {
    let items = rounded(judged.contributions, total: judged.fit.value - 100)
    let losing = items.filter { $0.points != 0 }
    guard !losing.isEmpty else { return [.paragraph(Phrase(say(ContributionsWording.fullMarks)))] }
    let total = numbers.number(judged.fit.value, decimals: 1)
    var rows = [row(say(ContributionsWording.start), points: numbers.number(100, decimals: 1))]
    rows += losing.map(row)
    rows.append(row(say(ContributionsWording.total), points: total, isStrong: true))
    let chart = ContributionBars(
      start: .init(label: say(ContributionsWording.start), points: 100, text: "100"),
      steps: steps(losing),
      end: .init(label: say(ContributionsWording.total), points: judged.fit.value, text: total))
    var blocks: [Block] = [
      .chart(
        figure(
          chart, id: "fit-points", title: ContributionsWording.fitChart,
          description: description(losing, start: "100", total: total), isInTable: true)),
      .table(table(ContributionsWording.fitCaption, ContributionsWording.item, rows)),
    ]
    let whole = items.filter { $0.points == 0 && $0.source.origin == .criterion }.map(\.name)
    if !whole.isEmpty {
      let names = whole.joined(separator: say(Wording.comma))
      blocks.append(.paragraph(Phrase(say(ContributionsWording.unaffected(names)))))
    }
    return blocks
  }

  private func riskBlocks(_ judged: ApproachScore) -> [Block] {
    let total = judged.risk.residual.value
    let items = rounded(judged.riskContributions, total: total).filter { $0.points != 0 }
    guard !items.isEmpty else { return [] }
    let text = numbers.number(total, decimals: 1)
    let rows =
      items.map(row) + [row(say(ContributionsWording.riskTotal), points: text, isStrong: true)]
    let chart = ContributionBars(
      start: nil, steps: steps(items),
      end: .init(label: say(ContributionsWording.riskTotal), points: total, text: text), lowIsGood: true)
    return [
      .chart(
        figure(
          chart, id: "risk-points", title: ContributionsWording.riskChart,
          description: description(items, start: nil, total: text), isInTable: true)),
      .table(table(ContributionsWording.riskCaption, ContributionsWording.risk, rows)),
    ]
  }

  private struct Item {
    var source: Contribution
    var name: String
    /// Rounded to a tenth so that the printed sum holds.
    var points: Double
  }

  /// Largest first; equals by id, so that the order never depends on the run.
  private func rounded(_ contributions: [Contribution], total: Double) -> [Item] {
    let ordered = contributions.sorted {
      abs($0.points) == abs($1.points) ? $0.id < $1.id : abs($0.points) > abs($1.points)
    }
    let points = roundedParts(ordered.map(\.points), total: total)
    return zip(ordered, points).map { Item(source: $0, name: name($0), points: $1) }
  }

  /// What a contribution is called.
  func name(_ contribution: Contribution) -> String {
    switch contribution.origin {
    case .criterion: say(criteria[contribution.id]?.title, orID: contribution.id)
    case .risk: say(risks[contribution.id]?.title, orID: contribution.id)
    case .veto:
      say(ContributionsWording.veto)
        + say(vetoes[contribution.id]?.reason, orID: contribution.id).withoutStop
    }
  }

  /// The chart shows the largest and one bar for the rest; the table below it shows all.
  private func steps(_ items: [Item]) -> [ContributionBars.Step] {
    let shown = items.count > 9 ? Array(items.prefix(8)) : items
    var steps = shown.map {
      ContributionBars.Step(label: $0.name, points: $0.points, text: numbers.points($0.points))
    }
    if shown.count < items.count {
      let rest = items.dropFirst(shown.count).map(\.points).reduce(0, +)
      let label = say(ContributionsWording.others(items.count - shown.count))
      steps.append(.init(label: label, points: rest, text: numbers.points(rest)))
    }
    return steps
  }

  private func description(_ items: [Item], start: String?, total: String) -> String {
    let parts = steps(items).map { (name: $0.label, points: $0.text) }
    return say(ContributionsWording.chart(parts, start: start, total: total))
  }

  private func row(_ item: Item) -> Table.Row {
    Table.Row([
      Phrase(item.name), Phrase(title(item.source.rubric)), Phrase(numbers.points(item.points)),
      references(item.source.questions),
    ])
  }

  private func row(_ name: String, points: String, isStrong: Bool = false) -> Table.Row {
    Table.Row(
      [isStrong ? .strong(name) : Phrase(name), "", isStrong ? .strong(points) : Phrase(points), ""],
      isStrong: isStrong)
  }

  private func table(_ caption: LocalizedText, _ first: LocalizedText, _ rows: [Table.Row]) -> Table {
    Table(
      caption: say(caption), layout: .records,
      columns: [
        Table.Column(say(first)), Table.Column(say(ContributionsWording.rubric)),
        Table.Column(say(ContributionsWording.points), isNumber: true),
        Table.Column(say(ContributionsWording.answers)),
      ], rows: rows)
  }
}

extension Block {
  fileprivate var isChart: Bool {
    if case .chart = self { true } else { false }
  }
}
