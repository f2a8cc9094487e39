import Knowledge
import Recommendations

extension ReportContext {
  /// The model to build, the pilot that stands for it, and how far the one speaks for the other.
  func configurationSection() -> ReportSection {
    let target = assessment.recommendation.target
    let pilot = assessment.recommendation.pilot
    var blocks: [Block] = [
      .heading(say(ConfigurationWording.target(say(target.name), title(target.approach))))
    ]
    if let advice = target.advice { blocks.append(.paragraph(Phrase(say(advice)))) }
    if let text = pilotPrefersAnother() {
      blocks.append(
        .note(
          Note(
            kind: .information, title: say(ConfigurationWording.otherWinnerTitle),
            text: Phrase(say(text)))))
    }
    if !target.lines.isEmpty {
      blocks.append(.table(table(ConfigurationWording.settings, target.lines)))
    }
    let estimates = target.estimates.filter { includesTimes || $0.kind != .trainingSecondsHere }
    blocks.append(
      estimates.isEmpty
        ? .paragraph(Phrase(say(ConfigurationWording.noEstimates))) : .table(table(estimates)))
    blocks += hardwareBlocks(target)
    blocks.append(.heading(say(ConfigurationWording.pilot)))
    if !pilot.lines.isEmpty {
      blocks.append(.table(table(ConfigurationWording.pilotSettings, pilot.lines)))
    }
    let places = PilotCandidate.allCases.compactMap { candidate in
      pilot.standsFor[candidate].map { (candidate, $0) }
    }
    if !places.isEmpty { blocks.append(.table(table(places))) }
    blocks += carryOver()
    return ReportSection(
      id: "configuration", title: say(ConfigurationWording.title), blocks: blocks)
  }

  /// Why the pilot's winner is not what is recommended; nil when it is, or when there was no gain.
  func pilotPrefersAnother() -> LocalizedText? {
    let recommendation = assessment.recommendation
    guard let pilot = assessment.pilot, pilot.gainIsReal,
      let approach = recommendation.pilot.standsFor[pilot.winner],
      approach != recommendation.recommended
    else { return nil }
    return ConfigurationWording.otherWinner(
      PilotWording.candidate(pilot.winner), approach: knowledge.approach(approach)?.title,
      recommended: knowledge.approach(recommendation.recommended)?.title)
  }

  private func carryOver() -> [Block] {
    let recommendation = assessment.recommendation
    guard recommendation.standsFor != nil || recommendation.doesNotShow != nil else {
      return [.paragraph(Phrase(say(ConfigurationWording.carryOverMissing)))]
    }
    var blocks: [Block] = []
    if let text = recommendation.standsFor {
      blocks.append(
        .note(Note(kind: .information, title: say(ConfigurationWording.carriesOver), text: Phrase(say(text))))
      )
    }
    if let text = recommendation.doesNotShow {
      blocks.append(
        .note(
          Note(kind: .caution, title: say(ConfigurationWording.doesNotCarryOver), text: Phrase(say(text)))))
    }
    return blocks
  }

  private func table(_ caption: LocalizedText, _ lines: [ConfigurationLine]) -> Table {
    Table(
      caption: say(caption), layout: .records,
      columns: [
        Table.Column(say(ConfigurationWording.setting)), Table.Column(say(ConfigurationWording.value)),
        Table.Column(say(ConfigurationWording.causedBy)),
      ],
      rows: lines.map { line in
        let cause =
          line.causedBy.isEmpty
          ? Phrase(say(ConfigurationWording.scenarioEntry)) : references(line.causedBy)
        return Table.Row([Phrase(say(line.label)), Phrase(say(line.value)), cause])
      })
  }

  private func table(_ estimates: [ResourceEstimate]) -> Table {
    Table(
      caption: say(ConfigurationWording.estimates), layout: .records,
      columns: [
        Table.Column(say(ConfigurationWording.resource)),
        Table.Column(say(ConfigurationWording.low), isNumber: true),
        Table.Column(say(ConfigurationWording.likely), isNumber: true),
        Table.Column(say(ConfigurationWording.high), isNumber: true),
        Table.Column(say(ConfigurationWording.how)),
      ],
      rows: estimates.map { estimate in
        Table.Row([
          Phrase(say(ConfigurationWording.estimate(estimate.kind))),
          Phrase(numbers.amount(estimate.low, estimate.unit)),
          .strong(numbers.amount(estimate.likely, estimate.unit)),
          Phrase(numbers.amount(estimate.high, estimate.unit)), Phrase(say(estimate.how)),
        ])
      })
  }

  private func table(_ places: [(PilotCandidate, ApproachID)]) -> Table {
    Table(
      caption: say(ConfigurationWording.standsForCaption), layout: .records,
      columns: [
        Table.Column(say(ConfigurationWording.candidate)), Table.Column(say(Wording.approach)),
      ],
      rows: places.map {
        Table.Row([Phrase(say(PilotWording.candidate($0.0))), Phrase(title($0.1))])
      })
  }
}

extension NumberText {
  /// A resource figure in its unit.
  func amount(_ value: Double, _ unit: ResourceEstimate.Unit) -> String {
    switch unit {
    case .count: large(value)
    case .flops: work(value)
    case .bytes: bytes(value)
    case .seconds: duration(value)
    }
  }
}
