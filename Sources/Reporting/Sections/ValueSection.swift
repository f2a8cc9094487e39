import Knowledge
import Recommendations

extension ReportContext {
  /// What a month brings, what each approach costs, and from which volume it pays.
  func valueSection() -> ReportSection {
    var blocks: [Block] = []
    if let worth = assessment.recommendation.worth {
      blocks = valueBlocks(worth)
    } else {
      blocks = [.paragraph(Phrase(say(ValueWording.notProvided)))]
    }
    return ReportSection(id: "value", title: say(ValueWording.title), blocks: blocks)
  }

  private func valueBlocks(_ worth: Worth) -> [Block] {
    var introduction = say(ValueWording.introduction(worth.currency, worth.pricesDate))
    if let answered = worth.answeredIn {
      let rate = numbers.threeDigits(answered.rate)
      introduction +=
        say(Wording.space) + say(ValueWording.exchange(answered.code, rate, worth.currency))
    }
    var blocks: [Block] = [.paragraph(Phrase(introduction)), .figures(valueFigures(worth))]
    let missing = openAnswers(worth)
    if !missing.isEmpty {
      blocks.append(
        .note(
          Note(
            kind: .caution, title: say(ValueWording.missingTitle),
            text: Phrase(say(ValueWording.missing)) + references(missing))))
    }
    if worth.scoreIsNoShare, let metric = scenario?.goodResult.metric, worth.perCase != nil {
      blocks.append(
        .note(
          Note(
            kind: .caution, title: say(ValueWording.noShareTitle),
            text: Phrase(say(ValueWording.noShare(MetricName.text(metric)))))))
    }
    if let text = notPaying(worth) {
      blocks.append(
        .note(
          Note(kind: .caution, title: say(SufficiencyWording.notPayingTitle), text: Phrase(say(text)))))
    }
    blocks.append(.table(partsTable(worth)))
    blocks.append(.paragraph(Phrase(say(cheapestSentence(worth)))))
    blocks.append(.table(valueTable(worth)))
    if let chart = volumeChart(worth) { blocks.append(.chart(chart)) }
    let shown = [worth.cheapestSufficient, card.judged].compactMap { $0 }
    for approach in worth.approaches where shown.contains(approach.id) {
      blocks.append(.table(itemsTable(approach)))
    }
    return blocks
  }

  /// The answers that value or costs wait for, each once.
  private func openAnswers(_ worth: Worth) -> [QuestionID] {
    var seen: Set<QuestionID> = []
    return (worth.missing + worth.approaches.flatMap(\.missing)).filter { seen.insert($0).inserted }
  }

  /// An amount in the base currency and, where the person answered in another, in that too.
  func money(_ value: Double, _ worth: Worth) -> String {
    let text = numbers.estimate(value, currency: worth.currency)
    guard let answered = worth.answeredIn, answered.rate > 0 else { return text }
    let other = numbers.estimate(value / answered.rate, currency: answered.code)
    return text + say(VerdictWording.openBracket) + other + say(VerdictWording.closeBracket)
  }

  /// An amount in the currency the person answered in, else in the base.
  func shortMoney(_ value: Double, _ worth: Worth) -> String {
    guard let answered = worth.answeredIn, answered.rate > 0 else {
      return numbers.estimate(value, currency: worth.currency)
    }
    return numbers.estimate(value / answered.rate, currency: answered.code)
  }

  private func valueFigures(_ worth: Worth) -> [KeyFigure] {
    var figures = [
      KeyFigure(
        name: say(ValueWording.monthlyValue),
        value: worth.monthly.map { money($0.value, worth) } ?? say(ValueWording.unknown),
        explanation: say(worth.missing.isEmpty ? ValueWording.valueMeaning : ValueWording.partOfValue))
    ]
    guard let approach = worth.approaches.first(where: { $0.id == card.judged }) else { return figures }
    figures.append(
      KeyFigure(
        name: say(ValueWording.firstYear),
        value: approach.whole.map { money($0.value, worth) } ?? say(ValueWording.unknown),
        explanation: say(ValueWording.costMeaning(title(approach.id)))))
    figures.append(
      KeyFigure(
        name: say(ValueWording.breakEven), value: breakEvenText(approach),
        explanation: say(
          ValueWording.breakEvenMeaning(
            title(approach.id),
            months: approach.payback.map { numbers.reach($0, never: say(ValueWording.never)) }))))
    return figures
  }

  /// From how many cases a month an approach pays, in words.
  func breakEvenText(_ approach: ApproachWorth) -> String {
    guard let reach = approach.breakEven else { return say(ValueWording.unknown) }
    guard let value = reach.value else { return say(ValueWording.never) }
    return say(ValueWording.casesAMonth(numbers.threeDigits(value)))
  }

  private func partsTable(_ worth: Worth) -> Table {
    Table(
      caption: say(ValueWording.partsCaption), layout: .records,
      columns: [
        Table.Column(say(ValueWording.part)), Table.Column(say(ValueWording.perMonth), isNumber: true),
        Table.Column(say(ConfigurationWording.how)), Table.Column(say(ConfigurationWording.causedBy)),
        Table.Column(say(ValueWording.rests)),
      ],
      rows: worth.parts.map { part in
        Table.Row([
          Phrase(say(ValueWording.part(part.kind))),
          .strong(part.monthly.map(numbers.estimate) ?? say(ValueWording.unknown)),
          Phrase(say(part.how)), references(part.causedBy + part.missing), sources(unique(part.basis)),
        ])
      })
  }

  /// One row an approach; its value has a column only where approaches differ in it.
  private func valueTable(_ worth: Worth) -> Table {
    let differs = Set(worth.approaches.map(\.scoreOrigin)).contains(.measured)
    let columns =
      [ValueWording.once, ValueWording.perMonth, ValueWording.firstYear]
      + (differs ? [ValueWording.valueColumn] : [])
      + [ValueWording.breakEvenColumn, ValueWording.gainColumn]
    return Table(
      caption: say(ValueWording.approachesCaption(worth.currency)), layout: .matrix,
      columns: [Table.Column(say(Wording.approach)), Table.Column(say(ValueWording.suffices))]
        + columns.map { Table.Column(say($0), isNumber: true) },
      rows: worth.approaches.map { approach in
        Table.Row(
          valueCells(approach, withValue: differs), isStrong: approach.id == worth.cheapestSufficient)
      })
  }

  private func valueCells(_ approach: ApproachWorth, withValue: Bool) -> [Phrase] {
    let unknown = say(ValueWording.unknown)
    let never = say(ValueWording.never)
    func amount(_ amount: AmountRange?) -> Phrase { Phrase(amount.map(numbers.estimate) ?? unknown) }
    func reach(_ reach: Reach?) -> Phrase {
      approach.scoreOrigin == .today ? "–" : Phrase(reach.map { numbers.reach($0, never: never) } ?? unknown)
    }
    let shortfalls = approach.shortfalls.map(ValueWording.shortfall)
    let suffices = shortfalls.isEmpty ? ValueWording.yes : ValueWording.insufficient(shortfalls)
    return [
      Phrase(title(approach.id)), Phrase(say(suffices)), amount(approach.once), amount(approach.monthly),
      amount(approach.whole),
    ] + (withValue ? [amount(approach.monthlyValue)] : []) + [
      reach(approach.breakEven),
      Phrase(approach.gainNeeded.map { numbers.reach($0, never: never) } ?? "–"),
    ]
  }

  private func itemsTable(_ approach: ApproachWorth) -> Table {
    Table(
      caption: say(ValueWording.itemsCaption(title(approach.id))), layout: .records,
      columns: [
        Table.Column(say(ValueWording.part)), Table.Column(say(ValueWording.amount), isNumber: true),
        Table.Column(say(ConfigurationWording.how)), Table.Column(say(ConfigurationWording.causedBy)),
        Table.Column(say(ValueWording.rests)),
      ],
      rows: approach.items.map { item in
        let amount = item.amount.map {
          say(ValueWording.paid(numbers.estimate($0), once: item.kind.isOnce))
        }
        let asked = references(item.causedBy + item.missing)
        return Table.Row([
          Phrase(say(ValueWording.item(item.kind))), Phrase(amount ?? say(ValueWording.unknown)),
          Phrase(say(item.how)), asked.isEmpty ? "–" : asked, sources(unique(item.basis)),
        ])
      })
  }

  private func unique(_ basis: [Basis]) -> [Basis] {
    var seen: Set<Basis> = []
    return basis.filter { seen.insert($0).inserted }
  }
}
