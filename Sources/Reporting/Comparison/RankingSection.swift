import Assessments
import Charts
import Knowledge
import Scoring

extension ComparisonContext {
  /// The picture of fit, risk and value, and who comes first how surely.
  func rankingSection() -> ReportSection {
    var blocks: [Block] = []
    if let first = comparison.ranking.first {
      let sure = ComparisonWording.first(
        names[first.index], share: numbers.percent(rounded(first.rankShares.first ?? 0)),
        draws: numbers.count(comparison.draws))
      blocks.append(
        .note(
          Note(kind: .information, title: say(ComparisonWording.rankedFirst), text: Phrase(say(sure)))))
    }
    if let chart = portfolioChart() { blocks.append(.chart(chart)) }
    blocks.append(.table(rankingTable()))
    blocks.append(.paragraph(Phrase(say(ComparisonWording.valueMeaning))))
    let rescored = comparison.cases.indices.filter { comparison.cases[$0].isRescored }
    if !rescored.isEmpty {
      blocks += [
        .heading(say(ComparisonWording.rescored)), .paragraph(Phrase(say(ComparisonWording.rescoredWhy))),
        .list(rescored.map(rescoredSentence)),
      ]
    }
    return ReportSection(id: "ranking", title: say(ComparisonWording.ranking), blocks: blocks)
  }

  private func portfolioChart() -> ChartFigure? {
    let largest = comparison.cases.compactMap { $0.monthlyValue?.value }.max() ?? 0
    let places = comparison.ranking.map { ranked in
      let one = comparison.cases[ranked.index]
      return FitRiskQuadrant.Place(
        label: names[ranked.index], fit: one.card.fit.chartRange, risk: one.card.risk.residual.chartRange,
        isFirst: ranked.index == comparison.ranking.first?.index,
        size: largest > 0 ? one.monthlyValue.map { max(0, $0.value) / largest } : nil)
    }
    let go = knowledge.policy.bounds.first { $0.verdict == .go }
    let chart = FitRiskQuadrant(
      places: places, fitName: say(ApproachesWording.fitAxis), riskName: say(ApproachesWording.riskAxis),
      goodCorner: say(ApproachesWording.goal), goal: go.map { ($0.fitAtLeast, $0.riskAtMost) })
    let items = comparison.ranking.map { ranked in
      let card = comparison.cases[ranked.index].card
      return (
        name: names[ranked.index], fit: numbers.score(card.fit), risk: numbers.score(card.risk.residual)
      )
    }
    return contexts.first?.figure(
      chart, id: "portfolio", title: ComparisonWording.picture,
      description: say(ApproachesWording.chartDescription(items)), isInTable: true)
  }

  private func rankingTable() -> Table {
    let rows = comparison.ranking.enumerated().map { place, ranked in
      let one = comparison.cases[ranked.index]
      return Table.Row(
        [
          Phrase([.text("\(place + 1)  "), .quoted(names[ranked.index])]), Phrase(verdict(one)),
          Phrase(numbers.score(one.card.fit)), Phrase(numbers.score(one.card.risk.residual)),
          Phrase(value(one)), Phrase(contexts[ranked.index].title(one.card.recommended)),
          Phrase(numbers.percent(rounded(ranked.rankShares[0]))),
          Phrase(numbers.percent(rounded(ranked.share(amongFirst: 3)))),
          Phrase(numbers.number(ranked.expectedRank, decimals: 1)),
        ], isStrong: place == 0)
    }
    return Table(
      caption: say(ComparisonWording.rankingCaption), layout: .matrix,
      columns: [
        Table.Column(say(ComparisonWording.caseName)), Table.Column(say(VerdictWording.label)),
        Table.Column(say(Wording.fit), isNumber: true),
        Table.Column(say(Wording.residualRisk), isNumber: true),
        Table.Column(say(ComparisonWording.value), isNumber: true),
        Table.Column(say(ComparisonWording.recommended)),
        Table.Column(say(ComparisonWording.isFirst), isNumber: true),
        Table.Column(say(ComparisonWording.amongThree), isNumber: true),
        Table.Column(say(ComparisonWording.meanRank), isNumber: true),
      ], rows: rows)
  }

  private func rescoredSentence(_ index: Int) -> Phrase {
    let one = comparison.cases[index]
    let recorded = one.assessment.scorecard
    func scores(_ card: Scorecard) -> (String, String, LocalizedText) {
      (numbers.score(card.fit), numbers.score(card.risk.residual), Wording.verdict(card.verdict))
    }
    let text = ComparisonWording.rescored(scores(recorded), scores(one.card))
    return name(index) + Phrase(say(Wording.colon) + say(text))
  }

  /// Shares of 2,000 draws are known to about a percent, so whole percents are shown.
  func rounded(_ share: Double) -> Double { (share * 100).rounded() / 100 }

  /// Each case's fit by rubric, as the approach it is judged by gets it.
  func rubricsSection() -> ReportSection {
    let rows = comparison.ranking.map { ranked in
      let card = comparison.cases[ranked.index].card
      return Table.Row(
        [name(ranked.index), Phrase(contexts[ranked.index].title(card.judged))]
          + knowledge.rubrics.map { rubric in
            let fit = card.rubrics.first { $0.id == rubric.id }?.fit
            return Phrase(fit.map(numbers.score) ?? "–")
          })
    }
    let table = Table(
      caption: say(ComparisonWording.rubricsCaption), layout: .matrix,
      columns: [
        Table.Column(say(ComparisonWording.caseName)), Table.Column(say(VerdictWording.judged)),
      ] + knowledge.rubrics.map { Table.Column(say($0.title), isNumber: true) }, rows: rows)
    return ReportSection(
      id: "rubrics", title: say(ComparisonWording.rubrics), blocks: [.table(table)])
  }
}
