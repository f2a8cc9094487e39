import Datasets
import Knowledge
import Pilots

extension ReportContext {
  /// What was trained, on which data, and what it measured.
  func pilotSection() -> ReportSection {
    ReportSection(
      id: "pilot", title: say(PilotWording.title),
      blocks: assessment.pilot.map(blocks) ?? [.note(notRun())])
  }

  private func notRun() -> Note {
    Note(
      kind: .caution, title: say(PilotWording.notRun),
      text: Phrase(say(PilotWording.howToRun(assessment.scenario.name))))
  }

  private func blocks(_ pilot: PilotResult) -> [Block] {
    var blocks: [Block] = []
    if let control = pilot.data.control {
      blocks.append(
        .note(
          Note(
            kind: .caution, title: say(PilotWording.controlTitle),
            text: Phrase(say(PilotWording.control(control))))))
    }
    if let caution = PilotWording.caution(pilot.data.origin) {
      blocks.append(
        .note(Note(kind: .caution, title: say(caution.title), text: Phrase(say(caution.text)))))
    }
    blocks.append(.table(dataTable(pilot)))
    let metric = say(Wording.metric(pilot.metric))
    let method =
      pilot.folds == 1
      ? PilotWording.methodOnce(metric: metric, higherIsBetter: pilot.higherIsBetter)
      : PilotWording.method(metric: metric, folds: pilot.folds, higherIsBetter: pilot.higherIsBetter)
    blocks.append(.paragraph(Phrase(say(method))))
    blocks.append(.table(candidatesTable(pilot)))
    blocks.append(gainBlock(pilot))
    blocks += pilotCharts(pilot).map(Block.chart)
    blocks += sampleBlocks(pilot)
    if includesTimes { blocks.append(.table(costTable(pilot.cost))) }
    let remarks =
      pilot.data.notes.map { Phrase.quoted($0.text(in: numbers.language.rawValue)) }
      + pilot.notes.map { Phrase.quoted(say(RemarkWording.sentence($0))) }
    if !remarks.isEmpty {
      blocks.append(.heading(say(PilotWording.remarks)))
      blocks.append(.list(remarks))
    }
    return blocks
  }

  /// The gain over the baseline with its interval, or that there is none.
  func gainBlock(_ pilot: PilotResult) -> Block {
    let gain = text(pilot.gain, signed: true)
    guard pilot.gainIsReal else {
      return .note(
        Note(
          kind: .caution, title: say(PilotWording.noGainTitle),
          text: Phrase(say(PilotWording.noGain(gain, byChance: pilot.gain.low > 0)))))
    }
    let relative = pilot.relativeGain
    let low = numbers.percent(relative.low)
    let high = numbers.percent(relative.high)
    let share = "\(numbers.percent(relative.value)) (\(numbers.joinRange(low, high)))"
    return .paragraph(Phrase(say(PilotWording.gain(gain, relative: share))))
  }

  /// A measured score with its interval.
  func text(_ score: MeasuredScore, signed: Bool = false) -> String {
    let text = numbers.measured(score.value, low: score.low, high: score.high)
    return signed && score.value > 0 ? "+" + text : text
  }

  private func dataTable(_ pilot: PilotResult) -> Table {
    let data = pilot.data
    let profile = data.profile
    var rows: [Table.Row] = [
      row(PilotWording.dataName, .quoted(data.name)),
      row(PilotWording.dataOrigin, .strong(say(PilotWording.origin(data.origin)))),
    ]
    if let process = data.process.map(say) ?? sampleProcess(data) {
      rows.append(row(PilotWording.provenance, Phrase(process)))
    }
    rows += [
      row(PilotWording.taskName, Phrase(say(PilotWording.task(data.task)))),
      row(
        data.hasRows ? PilotWording.rows : PilotWording.examples,
        Phrase(
          numbers.count(data.rows) + say(Wording.colon)
            + say(
              PilotWording.rows(
                training: numbers.count(pilot.trainingRows), test: numbers.count(pilot.testRows),
                given: pilot.testGiven)))),
    ]
    guard data.isTable else {
      rows.append(row(PilotWording.fingerprint, .code(data.fingerprint)))
      return factTable(PilotWording.dataCaption, rows)
    }
    rows.append(row(PilotWording.features, Phrase(numbers.count(data.features))))
    if !profile.classCounts.isEmpty { rows.append(row(PilotWording.classes, classText(profile.classCounts))) }
    rows.append(row(PilotWording.missing, Phrase(numbers.percent(profile.missingShare))))
    rows.append(row(PilotWording.repeated, Phrase(numbers.percent(profile.duplicateShare))))
    for (label, columns) in [
      (PilotWording.constant, profile.constantColumns), (PilotWording.identifiers, profile.identifierColumns),
    ] where !columns.isEmpty {
      rows.append(row(label, columns.map(Phrase.quoted).joined(separator: say(Wording.comma))))
    }
    if !profile.suspectLeaks.isEmpty {
      let leaks = profile.suspectLeaks.map { leak in
        Phrase([.quoted(leak.column), .text(" (\(numbers.number(leak.share, decimals: 3)))")])
      }
      rows.append(row(PilotWording.leaks, leaks.joined(separator: say(Wording.comma))))
    }
    rows.append(row(PilotWording.fingerprint, .code(data.fingerprint)))
    return factTable(PilotWording.dataCaption, rows)
  }

  /// Where the sample data of a record come from that did not keep it yet.
  private func sampleProcess(_ data: PilotData) -> String? {
    guard data.origin != .user else { return nil }
    return SampleData.all.first { $0.id == data.name }?.process.text(in: numbers.language.rawValue)
  }

  private func classText(_ counts: [String: Int]) -> Phrase {
    let shown = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    let parts = shown.prefix(12).map { Phrase([.quoted($0.key), .text(" \(numbers.count($0.value))")]) }
    let rest = shown.count > 12 ? Phrase("… (\(numbers.count(shown.count)))") : Phrase([])
    return parts.joined(separator: say(Wording.listSeparator)) + rest
  }

  private func candidatesTable(_ pilot: PilotResult) -> Table {
    Table(
      caption: say(PilotWording.candidatesCaption), layout: .records,
      columns: [
        Table.Column(say(ConfigurationWording.candidate)),
        Table.Column(say(PilotWording.validation), isNumber: true),
        Table.Column(say(PilotWording.test), isNumber: true),
        Table.Column(say(PilotWording.training), isNumber: true),
        Table.Column(say(PilotWording.parameters), isNumber: true),
        Table.Column(say(PilotWording.settings)),
      ],
      rows: pilot.candidates.map { result in
        let isWinner = result.candidate == pilot.winner
        let name = say(PilotWording.candidate(result.candidate))
        let settings = result.settings
          .sorted { SettingWording.order($0.key) < SettingWording.order($1.key) }
          .map { say(SettingWording.setting($0.key, $0.value)) }
        return Table.Row(
          [
            Phrase(isWinner ? name + say(PilotWording.winner) : name),
            Phrase(text(result.validation)), Phrase(text(result.test)),
            Phrase(numbers.plain(result.training)),
            Phrase(numbers.count(result.parameters)),
            settings.isEmpty ? "–" : Phrase(settings.joined(separator: say(Wording.comma))),
          ], isStrong: isWinner)
      })
  }

  private func costTable(_ cost: PilotCost) -> Table {
    let whole = PilotWording.budget(
      numbers.duration(cost.seconds), numbers.duration(cost.budgetSeconds), exhausted: cost.budgetExhausted)
    return factTable(
      PilotWording.costs,
      [
        row(PilotWording.whole, Phrase(say(whole))),
        row(PilotWording.trainOnce, Phrase(numbers.duration(cost.trainingSeconds))),
        row(PilotWording.predictOnce, Phrase(numbers.duration(cost.predictionSeconds))),
        row(PilotWording.memory, Phrase(numbers.bytes(cost.peakMemoryBytes))),
      ])
  }

  private func row(_ label: LocalizedText, _ value: Phrase) -> Table.Row {
    Table.Row([Phrase(say(label)), value])
  }

  /// A table of names and values.
  func factTable(_ caption: LocalizedText, _ rows: [Table.Row]) -> Table {
    Table(
      caption: say(caption), layout: .pairs,
      columns: [Table.Column(say(PilotWording.fact)), Table.Column(say(PilotWording.value))], rows: rows)
  }
}
