import Charts
import Knowledge
import Scoring

extension ReportContext {
  /// The smallest changes that would do, the answers it hangs on, how far the boundaries are, how firm it is.
  func changesSection() -> ReportSection {
    var blocks: [Block] = [.paragraph(Phrase(say(ChangesWording.notKept)))]
    if let sensitivity = assessment.sensitivity {
      blocks =
        sets(sensitivity.changes) + stability(sensitivity.stability) + pivotal(sensitivity.changes)
        + boundaries(sensitivity.changes)
    }
    return ReportSection(id: "changes", title: say(ChangesWording.title), blocks: blocks)
  }

  private func sets(_ changes: Changes) -> [Block] {
    guard let target = changes.target else { return [.paragraph(Phrase(say(ChangesWording.atTop)))] }
    let verdict = Wording.verdict(target)
    guard let first = changes.sets.first else {
      return [.paragraph(Phrase(say(ChangesWording.noSet(verdict, upTo: Changes.largestSet))))]
    }
    let rows = changes.sets.map { set in
      Table.Row([
        set.changes.map(changed).joined(separator: say(Wording.listSeparator)),
        Phrase(say(Wording.effort(set.changes.map(\.effort).max { $0.order < $1.order } ?? .low))),
        .strong(say(Wording.verdict(set.verdict))), Phrase(numbers.score(set.fit)),
        Phrase(numbers.score(set.residual)),
      ])
    }
    return [
      .paragraph(Phrase(say(ChangesWording.sets(verdict, answers: first.changes.count)))),
      .table(
        Table(
          caption: say(ChangesWording.setsCaption), layout: .records,
          columns: [
            Table.Column(say(ChangesWording.change)), Table.Column(say(ChangesWording.effort)),
            Table.Column(say(ChangesWording.becomes)), Table.Column(say(Wording.fit), isNumber: true),
            Table.Column(say(Wording.residualRisk), isNumber: true),
          ], rows: rows)),
    ]
  }

  private func changed(_ change: AnswerChange) -> Phrase {
    let new = text(of: change.answer, to: change.question)
    let words =
      reference(change.question) + Phrase(say(Wording.dash))
      + Phrase(say(ChangesWording.from(answer(change.question), to: new)))
    // An answer is not changed by writing another one; the catalog says what has to be done.
    guard let how = question(change.question)?.action?.how else { return words }
    return words
      + Phrase(
        say(VerdictWording.openBracket) + say(how).withoutStop + say(VerdictWording.closeBracket))
  }

  private func stability(_ stability: Stability) -> [Block] {
    let draws = numbers.count(stability.draws)
    let share = stability.verdicts.first { $0.id == card.verdict }?.share
    let sentence =
      share.map {
        ChangesWording.stability(
          draws: draws, share: numbers.percent($0), verdict: Wording.verdict(card.verdict))
      } ?? ChangesWording.drawn(draws)
    return [
      .heading(say(ChangesWording.stability)), .paragraph(Phrase(say(sentence))),
      .chart(stabilityChart(stability)),
    ]
  }

  private func stabilityChart(_ stability: Stability) -> ChartFigure {
    let verdicts = stability.verdicts.map {
      ShareBars.Bar(
        label: say(Wording.verdict($0.id)), share: $0.share, text: numbers.percent($0.share),
        isStrong: $0.id == card.verdict)
    }
    let first = stability.first.map {
      ShareBars.Bar(
        label: title($0.id), share: $0.share, text: numbers.percent($0.share),
        isStrong: $0.id == card.recommended)
    }
    let groups = [
      ShareBars.Group(title: say(ChangesWording.verdicts), bars: verdicts),
      ShareBars.Group(title: say(ChangesWording.first), bars: first),
    ]
    let described = groups.map { group in
      group.title + say(Wording.colon)
        + group.bars.map { "\($0.label) \($0.text)" }.joined(separator: say(Wording.comma))
    }
    return figure(
      ShareBars(groups: groups), id: "stability", title: ChangesWording.chart,
      description: described.joined(separator: say(Wording.listSeparator)))
  }

  private func pivotal(_ changes: Changes) -> [Block] {
    guard !changes.pivotal.isEmpty else {
      return [.heading(say(ChangesWording.pivotal)), .paragraph(Phrase(say(ChangesWording.noPivotal)))]
    }
    let rows = changes.pivotal.map { pivot in
      Table.Row([
        reference(pivot.question), Phrase(answer(pivot.question)),
        Phrase(text(of: pivot.answer, to: pivot.question)), Phrase(say(Wording.verdict(pivot.verdict))),
      ])
    }
    return [
      .heading(say(ChangesWording.pivotal)), .paragraph(Phrase(say(ChangesWording.pivotalIntroduction))),
      .table(
        Table(
          caption: say(ChangesWording.pivotalCaption), layout: .records,
          columns: [
            Table.Column(say(ContributionsWording.answers)), Table.Column(say(ChangesWording.answer)),
            Table.Column(say(ChangesWording.other)), Table.Column(say(ChangesWording.becomes)),
          ], rows: rows)),
    ]
  }

  private func boundaries(_ changes: Changes) -> [Block] {
    let rows = changes.boundaries.map { boundary in
      Table.Row([
        Phrase(say(Wording.verdict(boundary.verdict))), Phrase(numbers.points(boundary.fit)),
        Phrase(numbers.points(boundary.risk)),
        Phrase(say(boundary.requirementHolds ? ChangesWording.met : ChangesWording.notMet)),
      ])
    }
    return [
      .heading(say(ChangesWording.boundaries)),
      .table(
        Table(
          caption: say(ChangesWording.boundariesCaption), layout: .matrix,
          columns: [
            Table.Column(say(ChangesWording.verdicts)), Table.Column(say(Wording.fit), isNumber: true),
            Table.Column(say(Wording.residualRisk), isNumber: true),
            Table.Column(say(ChangesWording.requirement)),
          ], rows: rows)),
    ]
  }
}

extension QuestionAction.Effort {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
