import Charts
import Evidence
import Knowledge
import Scoring

extension ReportContext {
  /// What was claimed beside what was measured, and what that did to the scores.
  func evidenceSection() -> ReportSection {
    var blocks: [Block] = []
    if assessment.evidence.isEmpty {
      blocks.append(.paragraph(Phrase(say(EvidenceWording.absent))))
    } else {
      blocks.append(.paragraph(Phrase(say(EvidenceWording.introduction))))
      blocks.append(.table(evidenceTable()))
    }
    if let after = assessment.after {
      blocks.append(.table(beforeAfterTable(assessment.before, after)))
    }
    blocks.append(.chart(rubricBars()))
    return ReportSection(id: "evidence", title: say(EvidenceWording.title), blocks: blocks)
  }

  private func evidenceTable() -> Table {
    let items = assessment.evidence.filter { includesTimes || !$0.observation.id.isTiming }
    return Table(
      caption: say(EvidenceWording.caption), layout: .records,
      columns: [
        Table.Column(say(EvidenceWording.fact)), Table.Column(say(EvidenceWording.claim)),
        Table.Column(say(EvidenceWording.measured)), Table.Column(say(EvidenceWording.result)),
      ], rows: items.map(row))
  }

  private func row(_ item: EvidenceItem) -> Table.Row {
    var fact = Phrase(say(EvidenceWording.observation(item.observation.id.name)))
    if let approach = item.observation.approach {
      fact =
        fact + Phrase(say(VerdictWording.openBracket) + title(approach) + say(VerdictWording.closeBracket))
    }
    let claim: Phrase =
      if let text = item.claim {
        item.question.map { Phrase([.reference(claimText(text, to: $0), anchor: answerAnchor($0))]) }
          ?? Phrase(text)
      } else {
        "–"
      }
    var measured = Phrase(measuredText(item.observation))
    if item.counts, let value = item.measured, let id = item.question, question(id)?.kind.isNumber == false {
      measured =
        measured
        + Phrase(say(Wording.listSeparator) + say(EvidenceWording.replaces(claimText(value, to: id))))
    }
    return Table.Row([fact, claim, measured, outcome(item)])
  }

  /// Agreement as a word; a difference stands out.
  func outcome(_ item: EvidenceItem) -> Phrase {
    guard item.counts else { return Phrase(say(EvidenceWording.doesNotCount)) }
    switch item.agrees {
    case true: return Phrase(say(EvidenceWording.agrees))
    case false: return .strong(say(EvidenceWording.differs))
    case nil: return Phrase(say(item.claim == nil ? EvidenceWording.noClaim : EvidenceWording.answerStays))
    }
  }

  /// An observation's value with its interval, in the unit its id names.
  func measuredText(_ observation: Observation) -> String {
    let id = observation.id
    let word: (Double) -> String =
      if id.isDuration {
        numbers.duration
      } else if id.isMemory {
        numbers.bytes
      } else if id.isShare {
        numbers.percent
      } else {
        numbers.plain
      }
    let value = word(observation.value)
    let low = word(observation.low)
    let high = word(observation.high)
    return low == high ? value : "\(value) (\(numbers.joinRange(low, high)))"
  }

  private func beforeAfterTable(_ before: Scorecard, _ after: Scorecard) -> Table {
    var rows = [
      row(
        say(VerdictWording.label), say(Wording.verdict(before.verdict)), say(Wording.verdict(after.verdict))),
      row(say(VerdictWording.judged), title(before.judged), title(after.judged)),
      row(say(Wording.fit), numbers.score(before.fit), numbers.score(after.fit)),
      row(
        say(Wording.inherentRisk), numbers.score(before.risk.inherent), numbers.score(after.risk.inherent)),
      row(
        say(Wording.residualRisk), numbers.score(before.risk.residual), numbers.score(after.risk.residual)),
    ]
    for rubric in knowledge.rubrics {
      rows.append(
        row(
          say(EvidenceWording.rubricFit(title(rubric.id))), rubricFit(rubric.id, before),
          rubricFit(rubric.id, after)))
    }
    return Table(
      caption: say(EvidenceWording.beforeAfterCaption), layout: .records,
      columns: [
        Table.Column(say(EvidenceWording.score)), Table.Column(say(EvidenceWording.before)),
        Table.Column(say(EvidenceWording.after)),
      ], rows: rows)
  }

  private func row(_ name: String, _ before: String, _ after: String) -> Table.Row {
    Table.Row([Phrase(name), Phrase(before), before == after ? Phrase(after) : .strong(after)])
  }

  private func rubricFit(_ id: RubricID, _ card: Scorecard) -> String {
    card.rubrics.first { $0.id == id }?.fit.map(numbers.score) ?? say(ApproachesWording.notApplicable)
  }

  private func rubricBars() -> ChartFigure {
    func fit(_ id: RubricID, _ card: Scorecard?) -> ChartRange? {
      card?.rubrics.first { $0.id == id }?.fit?.chartRange
    }
    let after = assessment.after
    let chart = RubricBars(
      rows: knowledge.rubrics.map {
        RubricBars.Row(label: title($0.id), before: fit($0.id, assessment.before), after: fit($0.id, after))
      },
      beforeName: say(EvidenceWording.before), afterName: after.map { _ in say(EvidenceWording.after) })
    let lines = knowledge.rubrics.map { rubric in
      say(
        EvidenceWording.rubricLine(
          title(rubric.id), before: rubricFit(rubric.id, assessment.before),
          after: after.map { rubricFit(rubric.id, $0) }))
    }
    return figure(
      chart, id: "rubrics", title: EvidenceWording.rubricChart,
      description: lines.joined(separator: say(Wording.listSeparator)), isInTable: assessment.after != nil)
  }
}

extension ObservationID {
  /// Whether its value differs between two runs of the same inputs.
  var isTiming: Bool { isDuration || isMemory }
  var isDuration: Bool { name.hasSuffix("-seconds") }
  var isMemory: Bool { name.contains("memory") }
  var isShare: Bool {
    name.hasSuffix("-share") || name.hasSuffix("-gap") || name.hasSuffix("-balance")
      || name == "gain-over-baseline"
  }
}
