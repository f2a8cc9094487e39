import Assessments
import Knowledge

/// The comparison for a terminal: a line a case, then what changed or what differs most.
///
/// - Parameters:
///   - width: columns of the terminal; under 60 counts as 60, over 120 as 120.
///   - color: whether terminal colours may be used; nothing is said by colour alone.
public func comparisonScreen(
  _ comparison: Comparison, _ knowledge: KnowledgeBase, language: Language, width: Int, color: Bool
) -> String {
  let context = ComparisonContext(comparison, knowledge, language, includesTimes: true)
  let screen = ComparisonScreen(context: context, width: min(120, max(60, width)), paint: Paint(isOn: color))
  return (screen.ranking() + [""] + (screen.change() ?? screen.differences())).joined(separator: "\n")
    + "\n"
}

private struct ComparisonScreen {
  let context: ComparisonContext
  let width: Int
  let paint: Paint

  private var comparison: Comparison { context.comparison }
  private var numbers: NumberText { context.numbers }
  private func say(_ text: LocalizedText) -> String { cleaned(context.say(text)) }

  /// Columns to the right of the name, each as wide as its widest cell.
  func ranking() -> [String] {
    let heading = [
      say(VerdictWording.label), say(Wording.fit), say(Wording.residualRisk), say(ComparisonWording.isFirst),
      say(ComparisonWording.value),
    ]
    let rows = comparison.ranking.map { ranked in
      let one = comparison.cases[ranked.index]
      return [
        cleaned(context.verdict(one)), numbers.score(one.card.fit),
        numbers.score(one.card.risk.residual),
        numbers.percent(context.rounded(ranked.rankShares.first ?? 0)), context.value(one),
      ]
    }
    let widths = heading.indices.map { column in
      ([heading] + rows).map { displayWidth($0[column]) }.max() ?? 0
    }
    let longest = context.names.map { displayWidth(cleaned($0)) }.max() ?? 0
    let room = width - widths.reduce(0) { $0 + $1 + 2 } - 4
    // A name that would have to be cut has a line to itself, with its figures below.
    let isBeside = longest <= room
    let name = isBeside ? max(12, longest) : max(12, min(24, room))
    func line(_ number: String, _ title: String, _ cells: [String]) -> String {
      let columns = zip(cells, widths).map { padded($0, to: $1) }
      return ([padded(number, to: 2) + "  " + padded(title, to: name)] + columns).joined(separator: "  ")
    }
    return [paint.bold(cut(line("", say(ComparisonWording.rankingCaption), heading), to: width))]
      + zip(comparison.ranking, rows).enumerated().flatMap { place, row in
        let (number, title) = ("\(place + 1)", cleaned(context.names[row.0.index]))
        guard !isBeside else { return [cut(line(number, title, row.1), to: width)] }
        return [
          cut(padded(number, to: 2) + "  " + title, to: width), cut(line("", "", row.1), to: width),
        ]
      }
  }

  /// What each change moved, when two versions are compared.
  func change() -> [String]? {
    guard let change = comparison.change else { return nil }
    let effects = change.effects.sorted { abs($0.fit) + abs($0.risk) > abs($1.fit) + abs($1.risk) }
    var lines = [paint.bold(say(ComparisonWording.change))]
    lines += wrapped(say(context.summary(change)), width: width - 2, limit: 3).map { "  " + $0 }
    lines += effects.prefix(12).map { effect in
      let points =
        "\(say(Wording.fit)) \(numbers.points(effect.fit))  "
        + "\(say(Wording.residualRisk)) \(numbers.points(effect.risk))"
      let cause = cleaned(context.causeName(effect.cause, change))
      return "  " + cut(padded(points, to: 40) + cause, to: width - 2)
    }
    if effects.isEmpty { lines.append("  " + say(ComparisonWording.nothingChanged)) }
    if effects.count > 12 { lines.append("  " + more(effects.count - 12)) }
    return lines
  }

  /// The criteria and risks that tell the cases apart most.
  func differences() -> [String] {
    let shown = comparison.spreads.prefix(6)
    let rest = comparison.differing.count
    return [paint.bold(say(ComparisonWording.why))]
      + shown.map { spread in
        let (low, high) = (spread.points.min() ?? 0, spread.points.max() ?? 0)
        let span = say(ComparisonWording.span(numbers.points(low), numbers.points(high)))
        return "  " + cut(padded(span, to: 24) + cleaned(context.name(spread)), to: width - 2)
      }
      + [say(ComparisonWording.answersCaption(numbers.count(rest)))]
  }

  private func more(_ count: Int) -> String { say(TerminalWording.moreSteps(numbers.count(count))) }
}
