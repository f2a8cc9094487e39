import Knowledge
import Recommendations

extension ReportContext {
  /// Where the target can be trained or used, what that takes, and what was ruled out; nothing in records of
  /// earlier versions.
  func hardwareBlocks(_ target: ModelConfiguration) -> [Block] {
    guard let options = target.hardware, let ruledOut = target.ruledOut, !options.isEmpty || !ruledOut.isEmpty
    else { return [] }
    var blocks: [Block] = []
    if options.isEmpty {
      blocks.append(.paragraph(Phrase(say(HardwareWording.none))))
    } else {
      blocks.append(.table(table(Array(options.prefix(Self.shownOptions)))))
      let rest = options.count - Self.shownOptions
      let note = say(HardwareWording.reading) + (rest > 0 ? " " + say(HardwareWording.more(rest)) : "")
      blocks.append(.paragraph(Phrase(note)))
      blocks.append(.table(commands(options[0])))
    }
    if !ruledOut.isEmpty { blocks.append(.table(table(ruledOut))) }
    return blocks
  }

  /// Options a person reads before the list becomes a catalog.
  private static let shownOptions = 6

  private func table(_ options: [HardwareOption]) -> Table {
    let trains = options.contains { $0.figure(.trainingTime) != nil }
    let kinds: [(EstimateKind, LocalizedText)] =
      [(trains ? .trainingMemory : .inferenceMemory, HardwareWording.memory)]
      + (trains ? [(.trainingTime, HardwareWording.time)] : [])
      + [
        (.cost, HardwareWording.money), (.energy, HardwareWording.energy),
        (.answerTime, HardwareWording.answer),
      ]
    return Table(
      caption: say(HardwareWording.caption), layout: .records,
      columns: [Table.Column(say(HardwareWording.device))]
        + kinds.map { Table.Column(say($0.1), isNumber: true) }
        + [Table.Column(say(HardwareWording.because))],
      rows: options.map { option in
        let figures = kinds.map { kind, _ in
          Phrase(option.figure(kind).map { numbers.span($0) } ?? "–")
        }
        let cause =
          option.causedBy.isEmpty ? Phrase(say(HardwareWording.everyAnswer)) : references(option.causedBy)
        return Table.Row([.strong(say(HardwareWording.name(option)))] + figures + [cause])
      })
  }

  private func commands(_ option: HardwareOption) -> Table {
    Table(
      caption: say(HardwareWording.commands), layout: .records,
      columns: [
        Table.Column(say(HardwareWording.figure)), Table.Column(say(HardwareWording.how)),
        Table.Column(say(HardwareWording.command)),
      ],
      rows: option.figures.map { figure in
        Table.Row([
          Phrase(say(figure.kind.title)), Phrase(say(figure.estimate.how)), .code(figure.command),
        ])
      })
  }

  private func table(_ ruledOut: [RuledOutHardware]) -> Table {
    Table(
      caption: say(HardwareWording.ruledOut), layout: .records,
      columns: [
        Table.Column(say(HardwareWording.what)), Table.Column(say(HardwareWording.why)),
        Table.Column(say(HardwareWording.because)),
      ],
      rows: ruledOut.map { entry in
        let cause =
          entry.causedBy.isEmpty ? Phrase(say(HardwareWording.everyAnswer)) : references(entry.causedBy)
        return Table.Row([Phrase(say(entry.what)), Phrase(say(entry.reason)), cause])
      })
  }
}

extension NumberText {
  /// The likely figure with its ends, times as durations: 2 h (1 h – 5 h).
  func span(_ estimate: Estimate) -> String {
    // Cents and watt-hours decide nothing.
    if [.dollars, .kilowattHours].contains(estimate.unit), estimate.high < 0.01 {
      return "< 0.01 \(estimate.unit.name[language])"
    }
    let seconds = estimate.converted(to: .seconds)
    let text: (Double) -> String = { value in
      guard let seconds, estimate.likely > 0 else { return plain(value) }
      return duration(value / estimate.likely * seconds.likely)
    }
    let unit = seconds == nil ? " " + estimate.unit.name[language] : ""
    guard estimate.low < estimate.high else { return text(estimate.likely) + unit }
    let ends = joinRange(text(estimate.low), text(estimate.high))
    return "\(text(estimate.likely)) (\(ends))\(unit)"
  }
}
