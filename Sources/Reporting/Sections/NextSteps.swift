import Evidence
import Knowledge
import Pilots
import Scoring

/// One thing to do, before it is worded for a format.
struct NextStep {
  var action: Phrase
  var because: Phrase
  var effort: QuestionAction.Effort?
  /// Upper bounds of what it can bring, in points.
  var fitGain = 0.0
  var riskDrop = 0.0
}

extension ReportContext {
  /// What to do, most pressing first: what blocks, what is unknown, what contradicts, what is unproven,
  /// then what costs most points.
  func nextSteps() -> [NextStep] {
    var taken: Set<QuestionID> = []
    var steps: [NextStep] = []
    for reason in card.verdictReasons where reason.kind == .veto {
      steps += questionSteps(reason.questions, cause: say(NextStepsWording.blocks), &taken)
    }
    steps += card.settledBy.filter { taken.insert($0).inserted }.map(findOut)
    for reason in card.verdictReasons where reason.kind == .requirementMissing {
      let verdict = Wording.verdict(reason.verdict ?? card.verdict)
      steps += questionSteps(
        reason.questions, cause: say(NextStepsWording.requiredFor(verdict)), &taken)
    }
    steps += contradictions()
    if card.recommended == .noAI {
      steps.append(
        NextStep(
          action: Phrase(say(NextStepsWording.startWithRules)),
          because: Phrase(say(NextStepsWording.rulesFirst))))
    }
    steps += pilotSteps()
    steps += improvements(&taken)
    if card.verdict == .go {
      let name = say(assessment.recommendation.target.name)
      steps.append(
        NextStep(
          action: Phrase(say(NextStepsWording.build(name))),
          because: Phrase(say(NextStepsWording.verdictIs(Wording.verdict(card.verdict))))))
    }
    return steps
  }

  private func questionSteps(_ ids: [QuestionID], cause: String, _ taken: inout Set<QuestionID>) -> [NextStep]
  {
    ids.filter { question($0)?.action != nil && taken.insert($0).inserted }.map { id in
      var step = improvement(id, stakes: stakes(of: id))
      step.because = step.because + Phrase(say(Wording.listSeparator) + cause)
      return step
    }
  }

  private func findOut(_ id: QuestionID) -> NextStep {
    let stakes = stakes(of: id)
    let question = question(id)
    let text = NextStepsWording.findOut(
      say(question?.text, orID: id.name), help: question.map { say($0.help) } ?? "")
    return NextStep(
      action: Phrase(say(text)),
      because: cause(id), fitGain: stakes.fit, riskDrop: stakes.risk)
  }

  private func contradictions() -> [NextStep] {
    assessment.evidence.filter { $0.counts && $0.agrees == false }.map { item in
      let fact = say(EvidenceWording.observation(item.observation.id.name))
      let claim = item.claim.map { claimText($0, to: item.question) } ?? say(Wording.notProvided)
      let text = NextStepsWording.contradiction(claim: claim, measured: measuredText(item.observation))
      let because = item.question.map { reference($0) + Phrase(say(Wording.dash)) } ?? Phrase([])
      return NextStep(
        action: Phrase(say(NextStepsWording.correct(fact))), because: because + Phrase(say(text)))
    }
  }

  private func pilotSteps() -> [NextStep] {
    guard let pilot = assessment.pilot else {
      guard card.verdict != .noGo else { return [] }
      return [
        NextStep(
          action: Phrase(say(NextStepsWording.ownData)), because: Phrase(say(NextStepsWording.noPilot)))
      ]
    }
    var steps: [NextStep] = []
    if pilot.data.control != nil {
      let action = pilot.gainIsReal ? NextStepsWording.distrust : NextStepsWording.withoutControl
      steps.append(
        NextStep(
          action: Phrase(say(action)), because: Phrase(say(PilotWording.controlTitle))))
    } else if !pilot.gainIsReal {
      let gain = NextStepsWording.measuredGain(text(pilot.gain, signed: true))
      steps.append(NextStep(action: Phrase(say(NextStepsWording.stop)), because: Phrase(say(gain))))
    }
    if pilot.data.origin == .user, !pilot.data.profile.suspectLeaks.isEmpty {
      let columns = pilot.data.profile.suspectLeaks.map { Phrase.quoted($0.column) }
      steps.append(
        NextStep(
          action: Phrase(say(NextStepsWording.checkLeak)) + columns.joined(separator: say(Wording.comma)),
          because: Phrase(say(NextStepsWording.leak))))
    }
    if pilot.data.origin != .user, card.verdict != .noGo {
      let origin = NextStepsWording.ranOn(PilotWording.origin(pilot.data.origin))
      steps.append(NextStep(action: Phrase(say(NextStepsWording.ownData)), because: Phrase(say(origin))))
    }
    return steps
  }

  /// Answers a person can change that cost a point or more, dearest first, at most ten.
  private func improvements(_ taken: inout Set<QuestionID>) -> [NextStep] {
    guard let judged else { return [] }
    let named = (judged.contributions + judged.riskContributions).flatMap(\.questions)
    var found: [(id: QuestionID, fit: Double, risk: Double)] = []
    for id in named where question(id)?.action != nil && taken.insert(id).inserted {
      let stakes = stakes(of: id)
      if stakes.fit + stakes.risk >= 1 { found.append((id, stakes.fit, stakes.risk)) }
    }
    found.sort {
      $0.fit + $0.risk == $1.fit + $1.risk ? $0.id < $1.id : $0.fit + $0.risk > $1.fit + $1.risk
    }
    return found.prefix(10).map { improvement($0.id, stakes: ($0.fit, $0.risk)) }
  }

  private func improvement(_ id: QuestionID, stakes: (fit: Double, risk: Double)) -> NextStep {
    let action = question(id)?.action
    return NextStep(
      action: Phrase(say(action?.how, orID: id.name)), because: cause(id), effort: action?.effort,
      fitGain: stakes.fit, riskDrop: stakes.risk)
  }

  /// The question as a reference, and what was answered.
  private func cause(_ id: QuestionID) -> Phrase {
    reference(id) + Phrase(say(Wording.dash) + say(NextStepsWording.answered(answer(id))))
  }
}
