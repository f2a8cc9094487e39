import Assessments
import Knowledge
import Pilots
import Scoring

/// The assessment on one screen: at most 40 lines of at most `width` columns, in plain words.
///
/// - Parameters:
///   - width: columns of the terminal; under 60 counts as 60, over 100 as 100.
///   - color: whether terminal colours may be used; nothing is said by colour alone.
public func terminalSummary(
  _ assessment: Assessment, _ knowledge: KnowledgeBase, language: Language, width: Int, color: Bool
) -> String {
  let context = ReportContext(assessment, knowledge, language, includesTimes: true)
  let screen = Screen(context: context, width: min(100, max(60, width)), paint: Paint(isOn: color))
  var lines = screen.lines(stepLines: 2)
  if lines.count > 40 { lines = screen.lines(stepLines: 1) }
  // Blank lines are the first to go when the screen is full.
  while lines.count > 40, let blank = lines.lastIndex(of: "") { lines.remove(at: blank) }
  return lines.prefix(40).joined(separator: "\n") + "\n"
}

/// One screen in the making.
private struct Screen {
  let context: ReportContext
  let width: Int
  let paint: Paint

  func lines(stepLines: Int) -> [String] {
    verdict() + [""] + approaches() + [""] + configuration() + worth() + [""] + pilot() + claims() + [""]
      + guidance() + next(stepLines)
  }

  private var numbers: NumberText { context.numbers }
  private func say(_ text: LocalizedText) -> String { cleaned(context.say(text)) }

  private func verdict() -> [String] {
    let card = context.card
    let panel = context.verdictPanel()
    let scenario = context.say(context.scenario?.title, orID: card.scenario.name)
    let title = cut("\(cleaned(scenario))  \(cleaned(card.scenario.name))", to: width)
    let label = max(displayWidth(say(Wording.fit)), displayWidth(say(Wording.residualRisk))) + 2
    let inherent = say(TerminalWording.inherent(numbers.score(card.risk.inherent)))
    return [
      paint.bold(title), paint.verdict("\(panel.label)\(say(Wording.colon))\(panel.word)", card.verdict),
    ] + wrapped(cleaned(panel.headline), width: width, limit: 2)
      + (context.assessment.reviews?.last.map(review) ?? []) + [
        padded(say(Wording.fit), to: label) + blockBar(card.fit.value, width: 20) + "  "
          + numbers.score(card.fit),
        padded(say(Wording.residualRisk), to: label) + blockBar(card.risk.residual.value, width: 20) + "  "
          + numbers.score(card.risk.residual) + "  " + paint.faint(inherent),
      ]
  }

  /// The last review; an override never stands without the computed verdict above it.
  private func review(_ review: Review) -> [String] {
    let text = wrapped(cleaned(context.sentence(on: review).plain), width: width, limit: 2)
    return review.agrees ? text : text.map(paint.warning)
  }

  private func approaches() -> [String] {
    let titles = context.card.approaches.map { cleaned(context.title($0.id)) }
    let name = min(width - 48, (titles.map(displayWidth).max() ?? 0) + 1)
    let heading =
      padded(say(TerminalWording.approaches), to: name + 3) + padded(say(Wording.fit), to: 25)
      + say(Wording.residualRisk)
    return [paint.bold(heading)]
      + context.card.approaches.enumerated().map { index, approach in
        let line =
          "\(index + 1)  " + padded(titles[index], to: name) + blockBar(approach.fit.value, width: 10) + " "
          + padded(numbers.score(approach.fit), to: 14) + blockBar(approach.risk.residual.value, width: 6)
          + " " + numbers.score(approach.risk.residual)
        return approach.id == context.card.judged ? paint.bold(line) : line
      }
  }

  private func configuration() -> [String] {
    let target = context.assessment.recommendation.target
    let estimates = target.estimates.filter { $0.kind != .trainingSeconds }.map {
      say(ConfigurationWording.estimate($0.kind)) + " " + numbers.amount($0.likely, $0.unit)
    }
    let name = "\(cleaned(say(target.name))) (\(cleaned(context.title(target.approach))))"
    let heading = paint.bold(say(TerminalWording.configuration)) + "  "
    let room = width - displayWidth(say(TerminalWording.configuration)) - 2
    return [heading + cut(name, to: room)]
      + wrapped(estimates.joined(separator: " · "), width: width - 2, limit: 2).map { "  " + $0 }
  }

  /// Two lines: what it brings and costs, and the cheapest that suffices.
  private func worth() -> [String] {
    guard let worth = context.assessment.recommendation.worth else { return [] }
    let judged = worth.approaches.first { $0.id == context.card.judged }
    let unknown = say(ValueWording.unknown)
    let facts = [
      (say(ValueWording.monthlyValue), worth.monthly.map { context.shortMoney($0.value, worth) } ?? unknown),
      (say(ValueWording.firstYear), judged?.whole.map { context.shortMoney($0.value, worth) } ?? unknown),
      (say(ValueWording.breakEven), judged.map(context.breakEvenText) ?? unknown),
    ]
    let line = facts.map { "\($0.0) \(cleaned($0.1))" }.joined(separator: " · ")
    let cheapest = worth.cheapestSufficient.map { cleaned(context.title($0)) }
    return [line, say(SufficiencyWording.cheapestShort(cheapest))].map { "  " + cut($0, to: width - 2) }
  }

  private func pilot() -> [String] {
    guard let pilot = context.assessment.pilot else {
      let how = say(NextStepsWording.ownData)
      return [paint.bold(say(PilotWording.notRun))]
        + wrapped(how, width: width - 2, limit: 2).map { "  " + $0 }
    }
    let count = numbers.count(pilot.data.rows)
    let control = pilot.data.control.map { _ in say(TerminalWording.control) }
    let facts =
      [control].compactMap { $0 } + [
        cleaned(pilot.data.name), say(PilotWording.origin(pilot.data.origin)),
        say(pilot.data.hasRows ? TerminalWording.rows(count) : TerminalWording.examples(count)),
        say(Wording.metric(pilot.metric)),
      ]
    let indent = displayWidth(say(TerminalWording.pilot)) + 2
    let told = wrapped(facts.joined(separator: " · "), width: width - indent, limit: 2)
    var lines = told.enumerated().map { place, line in
      place == 0
        ? paint.bold(say(TerminalWording.pilot)) + "  " + line
        : String(repeating: " ", count: indent) + line
    }
    let names = pilot.candidates.map { displayWidth(say(PilotWording.candidate($0.candidate))) }
    let widest = max(16, (names.max() ?? 0) + 2)
    lines += pilot.candidates.map { result in
      let isWinner = result.candidate == pilot.winner
      let line =
        "  " + padded(say(PilotWording.candidate(result.candidate)), to: widest)
        + padded("\(say(PilotWording.validation)) \(context.text(result.validation))", to: 35)
        + "\(say(TerminalWording.heldOut)) \(context.text(result.test))"
        + (isWinner ? say(PilotWording.winner) : "")
      return isWinner ? paint.bold(cut(line, to: width)) : cut(line, to: width)
    }
    let gain = "  \(say(TerminalWording.gain)) \(context.text(pilot.gain, signed: true))"
    lines.append(pilot.gainIsReal ? gain : paint.warning("\(gain): \(say(TerminalWording.noGain))"))
    if context.pilotPrefersAnother() != nil { lines.append("  " + say(TerminalWording.otherWinner)) }
    return lines
  }

  private func claims() -> [String] {
    let evidence = context.assessment.evidence
    guard !evidence.isEmpty else { return [] }
    let differing = evidence.filter { $0.counts && $0.agrees == false }
    let agreeing = evidence.filter { $0.counts && $0.agrees == true }
    let counts = TerminalWording.allClaims(
      agree: numbers.count(agreeing.count), differ: numbers.count(differing.count),
      unclaimed: numbers.count(evidence.count { $0.counts && $0.agrees == nil }),
      notCounted: evidence.contains { !$0.counts }
        ? numbers.count(evidence.count { !$0.counts }) : nil)
    let room = width - displayWidth(say(TerminalWording.claims)) - 2
    let shown = differing.prefix(3) + agreeing.prefix(max(0, 3 - differing.count))
    return ["", paint.bold(say(TerminalWording.claims)) + "  " + cut(say(counts), to: room)]
      + verdictChange()
      + shown.map { item in
        let claim = item.claim.map { context.claimText($0, to: item.question) } ?? "–"
        let text = TerminalWording.claim(
          say(EvidenceWording.observation(item.observation.id.name)), claim,
          context.measuredText(item.observation), context.outcome(item).plain)
        let line = "  " + cut(say(text), to: width - 2)
        return item.agrees == false ? paint.warning(line) : line
      }
  }

  /// Verdict and fit before and after the measurements.
  private func verdictChange() -> [String] {
    let assessment = context.assessment
    guard let after = assessment.after else { return [] }
    let change = TerminalWording.verdictChange(
      Wording.verdict(assessment.before.verdict), Wording.verdict(after.verdict),
      (
        numbers.number(assessment.before.fit.value, decimals: 1),
        numbers.number(after.fit.value, decimals: 1)
      ))
    return ["  " + cut(say(change), to: width - 2)]
  }

  /// Contradictions between answers, at most two in words, and how many rules and duties there are.
  private func guidance() -> [String] {
    let conflicts = context.assessment.conflicts ?? []
    var lines = conflicts.prefix(2).flatMap { conflict in
      wrapped(say(ConflictWording.label) + say(Wording.colon) + say(conflict.text), width: width, limit: 2)
        .map(paint.warning)
    }
    if conflicts.count > 2 {
      lines.append("  " + say(ConflictWording.more(numbers.count(conflicts.count - 2))))
    }
    if let rules = context.assessment.rules, !rules.isEmpty {
      let room = width - displayWidth(say(RulesWording.title)) - 2
      lines.append(
        paint.bold(say(RulesWording.title)) + "  " + cut(say(context.ruleCounts(rules)), to: room))
    }
    return lines
  }

  private func next(_ limit: Int) -> [String] {
    let steps = context.nextSteps()
    guard !steps.isEmpty else { return [paint.bold(say(TerminalWording.next))] + nothing() }
    let more = steps.count > 3 ? "  " + say(TerminalWording.moreSteps(numbers.count(steps.count - 3))) : ""
    return [paint.bold(say(TerminalWording.next)) + paint.faint(more)]
      + steps.prefix(3).enumerated().flatMap { index, step in
        wrapped(cleaned(step.action.plain), width: width - 5, limit: limit).enumerated().map {
          ($0.offset == 0 ? "  \(index + 1). " : "     ") + $0.element
        }
      }
  }

  private func nothing() -> [String] {
    wrapped(say(NextStepsWording.nothing), width: width - 2, limit: 2).map { "  " + $0 }
  }
}
