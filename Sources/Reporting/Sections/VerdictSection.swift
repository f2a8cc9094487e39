import Knowledge
import Scoring

extension ReportContext {
  /// The answer first, then why.
  func verdictSection() -> ReportSection {
    var blocks: [Block] = [.verdict(verdictPanel())]
    if let review = assessment.reviews?.last { blocks.append(.note(note(on: review))) }
    blocks.append(.figures(verdictFigures()))
    if let after = assessment.after, after.verdict != assessment.before.verdict {
      let text = VerdictWording.changedByEvidence(
        before: Wording.verdict(assessment.before.verdict), after: Wording.verdict(after.verdict))
      blocks.append(
        .note(
          Note(
            kind: .information, title: say(VerdictWording.changedByEvidence), text: Phrase(say(text)))))
    }
    blocks += conflictNotes()
    blocks.append(
      .paragraph(
        Phrase(
          say(VerdictWording.about(title(card.judged), recommended: title(card.recommended)))
            + say(Wording.space)
            + say(VerdictWording.completeness(card.completeness)))))
    blocks.append(.heading(say(VerdictWording.reasons)))
    blocks.append(.list(card.verdictReasons.map(sentence)))
    blocks += firstSteps()
    if !card.settledBy.isEmpty {
      blocks.append(.heading(say(VerdictWording.settledBy)))
      if let settling = card.settling {
        let share = numbers.percent(settling.share)
        let text = ChangesWording.settles(share: share, fewest: settling.isFewest)
        blocks.append(.paragraph(Phrase(say(text))))
      }
      blocks.append(.list(card.settledBy.map(settling)))
    }
    blocks += balance()
    if let good = scenario?.goodResult {
      blocks.append(.heading(say(VerdictWording.goodResult)))
      blocks.append(.paragraph(Phrase(say(good.text))))
    }
    return ReportSection(id: "verdict", title: say(VerdictWording.title), blocks: blocks)
  }

  /// What to do, for a reader who stops here: the first steps of the list.
  private func firstSteps() -> [Block] {
    let steps = nextSteps()
    guard !steps.isEmpty else { return [] }
    let shown = steps.prefix(3).map(\.action)
    let all = Phrase([.reference(say(VerdictWording.allSteps(numbers.count(steps.count))), anchor: "next")])
    return [.heading(say(VerdictWording.firstSteps)), .list(shown + (steps.count > 3 ? [all] : []))]
  }

  func verdictPanel() -> VerdictPanel {
    let headline = HeadlineWording.sentence(
      card.verdict, ModelFamily(card.recommended), first: title(card.recommended),
      judged: title(card.judged))
    return VerdictPanel(
      verdict: card.verdict, label: say(VerdictWording.label), word: say(Wording.verdict(card.verdict)),
      headline: say(headline))
  }

  private func verdictFigures() -> [KeyFigure] {
    [
      KeyFigure(
        name: say(Wording.fit), value: numbers.score(card.fit), explanation: say(VerdictWording.fitMeaning)),
      KeyFigure(
        name: say(Wording.inherentRisk), value: numbers.score(card.risk.inherent),
        explanation: say(VerdictWording.inherentMeaning)),
      KeyFigure(
        name: say(Wording.residualRisk), value: numbers.score(card.risk.residual),
        explanation: say(VerdictWording.residualMeaning)),
    ]
  }

  /// A reason of the verdict with its bounds and the answers behind it.
  func sentence(_ reason: VerdictReason) -> Phrase {
    let actual = reason.actual.map { numbers.number($0, decimals: 1).dropZero } ?? say(Wording.notProvided)
    let bound = reason.bound.map { numbers.plain($0) } ?? say(Wording.notProvided)
    let verdict = Wording.verdict(reason.verdict ?? card.verdict)
    let text: LocalizedText =
      switch reason.kind {
      case .fitReaches: ReasonWording.fitReaches(actual, bound, verdict)
      case .fitBelow: ReasonWording.fitBelow(actual, bound, verdict)
      case .riskWithin: ReasonWording.riskWithin(actual, bound, verdict)
      case .riskAbove: ReasonWording.riskAbove(actual, bound, verdict)
      case .requirementMissing: ReasonWording.requirementMissing(verdict)
      case .rangeCrosses:
        ReasonWording.rangeCrosses(numbers.score(card.fit), numbers.score(card.risk.residual))
      case .rulesSuffice: ReasonWording.rulesSuffice(reason.verdict.map(Wording.verdict))
      case .veto: vetoSentence(reason.reference ?? "", verdict: reason.verdict)
      }
    let phrase = Phrase(say(text))
    guard !reason.questions.isEmpty else { return phrase }
    return phrase + Phrase(say(Wording.colon, after: say(text))) + references(reason.questions)
  }

  private func vetoSentence(_ id: String, verdict: Verdict?) -> LocalizedText {
    guard let veto = vetoes[id] else {
      return ReasonWording.veto(id, cap: nil, verdict: verdict.map(Wording.verdict))
    }
    return ReasonWording.veto(
      say(veto.reason), cap: numbers.plain(veto.capFit), verdict: verdict.map(Wording.verdict))
  }

  /// What leads from a sentence, open or closed, to the answers it rests on.
  private func say(_ colon: LocalizedText, after sentence: String) -> String {
    let isClosed = sentence.hasSuffix(".") || sentence.hasSuffix("。")
    return isClosed ? say(Wording.space) + say(VerdictWording.answersBehind) : say(colon)
  }

  private func settling(_ id: QuestionID) -> Phrase {
    let help = question(id).map { " – " + say($0.help) } ?? ""
    return reference(id) + Phrase(help)
  }

  /// The catalog's sentences on what is strong and what is weak.
  private func balance() -> [Block] {
    guard let judged else { return [] }
    let strengths = judged.reasons.filter { $0.kind == .strength }
    // A veto stands among the reasons of the verdict already.
    let others = judged.reasons.filter { $0.kind != .strength && $0.kind != .veto }
    var blocks: [Block] = []
    if !strengths.isEmpty {
      blocks += [.heading(say(VerdictWording.strengths)), .list(strengths.map(sentence))]
    }
    if !others.isEmpty {
      let shown = weightiest(others)
      blocks += [.heading(say(VerdictWording.weaknesses)), .list(shown.map(sentence))]
      if shown.count < others.count {
        let rest = numbers.count(others.count - shown.count)
        blocks.append(.paragraph(Phrase(say(VerdictWording.furtherPoints(rest)))))
      }
    }
    return blocks
  }

  /// What a reader must know of what speaks against it, in its order: the few points that weigh most.
  private func weightiest(_ reasons: [Reason]) -> [Reason] {
    let most: [Reason.Kind: Int] = [.weakness: 5, .risk: 3, .unknown: 2]
    var kept: [Reason.Kind: Int] = [:]
    return reasons.filter { reason in
      guard abs(reason.points) >= 1, kept[reason.kind, default: 0] < most[reason.kind, default: 0] else {
        return false
      }
      kept[reason.kind, default: 0] += 1
      return true
    }
  }

  /// A fact for or against an approach in the catalog's words, with its points and the answers behind it.
  func sentence(_ reason: Reason) -> Phrase {
    let points = numbers.number(abs(reason.points), decimals: 1)
    let sentence = catalogSentence(reason)
    let weight: LocalizedText? =
      switch reason.kind {
      case .strength: nil
      case .weakness, .veto: VerdictWording.costs(points)
      case .unknown: VerdictWording.open(points)
      case .risk: VerdictWording.adds(points)
      }
    let met = reason.kind == .weakness ? judged.flatMap { self.met(reason, $0) } : nil
    let facts =
      (met.map { [Phrase($0)] } ?? []) + (weight.map { [Phrase(say($0))] } ?? [])
      + (reason.questions.isEmpty ? [] : [references(reason.questions)])
    guard !facts.isEmpty else { return Phrase(sentence) }
    return Phrase(sentence.withoutStop + say(VerdictWording.openBracket))
      + facts.joined(separator: say(Wording.listSeparator))
      + Phrase(say(VerdictWording.closeBracket) + say(Wording.stop))
  }

  /// How far an approach's demand in a criterion is met, so that a small lack does not read like a large one.
  func met(_ reason: Reason, _ approach: ApproachScore) -> String? {
    let fit = approach.criteria.first { $0.id.name == reason.id }?.fit
    return fit.map { say(VerdictWording.met(numbers.number($0.value, decimals: 0))) }
  }

  /// What the catalog says about a criterion, risk or veto.
  func catalogSentence(_ reason: Reason) -> String {
    switch reason.kind {
    case .strength: say(criteria[reason.id]?.good, orID: reason.id).withStop
    case .weakness: say(criteria[reason.id]?.poor, orID: reason.id).withStop
    case .veto: say(vetoes[reason.id]?.reason, orID: reason.id).withStop
    case .unknown:
      say(VerdictWording.notKnown(criteria[reason.id]?.title ?? risks[reason.id]?.title, reason.id))
    case .risk: say(VerdictWording.risk(risks[reason.id]?.title, reason.id))
    }
  }
}
