import Assessments
import Knowledge
import Scoring

extension ComparisonContext {
  /// Which change moved what, between two assessments of one scenario; nil when that is not what is compared.
  func changeSection() -> ReportSection? {
    guard let change = comparison.change else { return nil }
    var blocks: [Block] = [
      .note(
        Note(
          kind: .information, title: say(ComparisonWording.fromTo(names[0], names[1])),
          text: Phrase(say(summary(change))))),
      .paragraph(Phrase(say(ComparisonWording.method(change.method, answers: answerCount(change))))),
    ]
    if change.effects.isEmpty {
      blocks.append(.paragraph(Phrase(say(ComparisonWording.nothingChanged))))
    } else {
      blocks.append(.table(table(change)))
    }
    if change.effects.contains(where: { $0.cause == .knowledge }) {
      let text = ComparisonWording.knowledge(change.changedParts, isOfToday: change.isOfToday)
      blocks.append(
        .note(Note(kind: .caution, title: say(ComparisonWording.knowledgeTitle), text: Phrase(say(text)))))
    }
    return ReportSection(id: "change", title: say(ComparisonWording.change), blocks: blocks)
  }

  private func answerCount(_ change: VersionChange) -> Int {
    change.effects.count { if case .answer = $0.cause { true } else { false } }
  }

  /// Verdict, fit and risk before and after.
  func summary(_ change: VersionChange) -> LocalizedText {
    let (before, after) = (change.before, change.after)
    func step(_ old: Double, _ new: Double) -> (String, String, String) {
      (
        numbers.number(old, decimals: 1), numbers.number(new, decimals: 1), numbers.points(new - old)
      )
    }
    return ComparisonWording.summary(
      verdicts: (Wording.verdict(before.verdict), Wording.verdict(after.verdict)),
      fit: step(before.fit.value, after.fit.value),
      risk: step(before.risk.residual.value, after.risk.residual.value))
  }

  private func table(_ change: VersionChange) -> Table {
    // Rounded so that the printed effects add up to the printed change.
    let fits = roundedParts(
      change.effects.map(\.fit), total: change.after.fit.value - change.before.fit.value)
    let risks = roundedParts(
      change.effects.map(\.risk),
      total: change.after.risk.residual.value - change.before.risk.residual.value)
    var rows = change.effects.indices.map { index in
      Table.Row(
        causeCells(change.effects[index].cause, change)
          + [Phrase(numbers.points(fits[index])), Phrase(numbers.points(risks[index]))])
    }
    let total = [fits, risks].map { Phrase.strong(numbers.points($0.reduce(0, +))) }
    rows.append(
      Table.Row([.strong(say(ComparisonWording.together)), "", ""] + total, isStrong: true))
    return Table(
      caption: say(ComparisonWording.changeCaption), layout: .records,
      columns: [
        Table.Column(say(ComparisonWording.cause)), Table.Column(say(ComparisonWording.was)),
        Table.Column(say(ComparisonWording.became)), Table.Column(say(Wording.fit), isNumber: true),
        Table.Column(say(Wording.residualRisk), isNumber: true),
      ], rows: rows)
  }

  private func causeCells(_ cause: VersionChange.Cause, _ change: VersionChange) -> [Phrase] {
    switch cause {
    case .answer(let id): return [question(id), Phrase(answer(id, of: 0)), Phrase(answer(id, of: 1))]
    case .evidence:
      let counts = comparison.cases.map {
        say(ComparisonWording.measurements(numbers.count($0.assessment.observations.count)))
      }
      return [Phrase(say(ComparisonWording.evidence))] + counts.map { Phrase($0) }
    case .knowledge:
      let versions = comparison.cases.map { Phrase.code($0.assessment.versions.rubrics) }
      return [Phrase(say(ComparisonWording.knowledgeName(change.changedParts)))] + versions
    }
  }

  /// What a cause is called on a line of its own.
  func causeName(_ cause: VersionChange.Cause, _ change: VersionChange) -> String {
    switch cause {
    case .answer(let id): "\(id.name): \(answer(id, of: 0)) → \(answer(id, of: 1))"
    case .evidence: say(ComparisonWording.evidence)
    case .knowledge: say(ComparisonWording.knowledgeName(change.changedParts))
    }
  }
}
