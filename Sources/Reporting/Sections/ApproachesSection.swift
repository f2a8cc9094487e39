import Charts
import Knowledge
import Recommendations
import Scoring

extension ReportContext {
  /// The table approaches × rubrics, and the picture of it.
  func approachesSection() -> ReportSection {
    ReportSection(
      id: "approaches", title: say(ApproachesWording.title),
      blocks: [
        .paragraph(Phrase(say(ApproachesWording.introduction))),
        .table(approachesTable()),
        .chart(quadrant()),
        .table(reasonsTable()),
      ])
  }

  private func approachesTable() -> Table {
    let rubrics = knowledge.rubrics.map(\.id)
    var columns = [Table.Column(say(Wording.approach))]
    columns.append(Table.Column(say(ApproachesWording.totalFit), isNumber: true))
    columns.append(Table.Column(say(Wording.residualRisk), isNumber: true))
    columns += rubrics.map { Table.Column(title($0), isNumber: true) }
    columns.append(Table.Column(say(ApproachesWording.vetoes)))
    let rows = card.approaches.enumerated().map { index, approach in
      let mark = approach.id == card.judged ? say(ApproachesWording.judgedMark) : ""
      var cells: [Phrase] = [Phrase("\(index + 1). \(title(approach.id))\(mark)")]
      cells.append(.strong(numbers.score(approach.fit)))
      cells.append(Phrase(numbers.score(approach.risk.residual)))
      cells += rubrics.map { id in
        let fit = approach.rubrics.first { $0.id == id }?.fit
        return Phrase(fit.map(numbers.score) ?? say(ApproachesWording.notApplicable))
      }
      cells.append(Phrase(vetoMark(approach)))
      return Table.Row(cells, isStrong: approach.id == card.judged)
    }
    return Table(
      caption: say(ApproachesWording.caption), layout: .matrix, columns: columns, rows: rows)
  }

  /// The tightest cap in a few characters; the table below gives the reasons.
  private func vetoMark(_ approach: ApproachScore) -> String {
    let certain = approach.vetoes.filter(\.certain).map(\.capFit).min()
    let possible = approach.vetoes.map(\.capFit).min()
    if let certain { return say(ApproachesWording.capMark(numbers.plain(certain), isCertain: true)) }
    if let possible { return say(ApproachesWording.capMark(numbers.plain(possible), isCertain: false)) }
    return say(Wording.none)
  }

  private func vetoText(_ hit: VetoHit) -> String {
    let reason = say(vetoes[hit.id.name]?.reason, orID: hit.id.name).withoutStop
    return say(ApproachesWording.cap(reason, numbers.plain(hit.capFit), isCertain: hit.certain)).withStop
  }

  private func reasonsTable() -> Table {
    let rows = card.approaches.map { approach in
      let ranked = assessment.recommendation.ranked.first { $0.id == approach.id }
      let strengths = approach.reasons.filter { $0.kind == .strength }
      var against = approach.reasons.filter { $0.kind != .strength && $0.kind != .veto }
      for lack in ranked?.lacks ?? []
      where lack.kind != .veto && !against.contains(where: { $0.id == lack.id }) {
        against.append(lack)
      }
      return Table.Row([
        Phrase(title(approach.id)), sentences(strengths.map(catalogSentence)),
        sentences(
          approach.vetoes.map(vetoText) + against.map { weighed($0, approach) },
          last: gainSentence(approach.id).map(say)),
        Phrase(ranked?.advice.map(say) ?? "–"),
      ])
    }
    return Table(
      caption: say(ApproachesWording.whyNotCaption), layout: .records,
      columns: [
        Table.Column(say(Wording.approach)), Table.Column(say(ApproachesWording.speaksFor)),
        Table.Column(say(ApproachesWording.speaksAgainst)), Table.Column(say(ApproachesWording.advice)),
      ], rows: rows)
  }

  /// The first few, which are the weightiest, and how many more there are; the record holds them all.
  ///
  /// - Parameter last: a sentence that stands at the end in any case.
  private func sentences(_ texts: [String], last: String? = nil) -> Phrase {
    guard !texts.isEmpty || last != nil else { return Phrase(say(Wording.none)) }
    let shown = texts.prefix(4)
    let more = texts.count - shown.count
    let rest = (more > 0 ? [say(ApproachesWording.more(more))] : []) + [last].compactMap { $0 }
    return Phrase((shown + rest).joined(separator: say(Wording.space)))
  }

  /// A weakness with how far the approach's demand is met all the same.
  private func weighed(_ reason: Reason, _ approach: ApproachScore) -> String {
    let sentence = catalogSentence(reason)
    guard reason.kind == .weakness, let met = met(reason, approach) else { return sentence }
    return sentence.withoutStop + say(VerdictWording.openBracket) + met
      + say(VerdictWording.closeBracket) + say(Wording.stop)
  }

  private func quadrant() -> ChartFigure {
    let goal = knowledge.policy.bounds.first { $0.verdict == .go }
    let chart = FitRiskQuadrant(
      places: card.approaches.map {
        FitRiskQuadrant.Place(
          label: title($0.id), fit: $0.fit.chartRange, risk: $0.risk.residual.chartRange,
          isFirst: $0.id == card.judged)
      },
      fitName: say(ApproachesWording.fitAxis), riskName: say(ApproachesWording.riskAxis),
      goodCorner: say(ApproachesWording.goal), goal: goal.map { ($0.fitAtLeast, $0.riskAtMost) })
    let places = card.approaches.map {
      (name: title($0.id), fit: numbers.score($0.fit), risk: numbers.score($0.risk.residual))
    }
    return figure(
      chart, id: "quadrant", title: ApproachesWording.chartTitle,
      description: say(ApproachesWording.chartDescription(places)), isInTable: true)
  }

  /// A chart with its words.
  func figure(
    _ chart: any Chart, id: String, title: LocalizedText, description: String, isInTable: Bool = false
  ) -> ChartFigure {
    let words = ChartWords(
      id: "chart-" + id, title: say(title), description: description, nothing: say(Wording.nothingToDraw))
    return ChartFigure(
      title: say(title), description: description, svg: chart.svg(words), isInTable: isInTable)
  }
}

extension String {
  /// Without the stop at its end, to stand inside another sentence.
  var withoutStop: String { hasSuffix(".") || hasSuffix("。") ? String(dropLast()) : self }

  /// With a stop at its end, to stand as a sentence.
  var withStop: String {
    guard let last = unicodeScalars.last, !".。!?！？".unicodeScalars.contains(last) else { return self }
    return self + (last.value >= 0x2E80 ? "。" : ".")
  }
}
