import Knowledge
import Questionnaires

extension Evaluation {
  struct Judgement {
    var verdict: Verdict
    var reasons: [VerdictReason]
  }

  /// What the judged approach's fit, risk and vetoes mean, by the policy's bounds.
  func verdict(on judged: ApproachScore, first: ApproachID) -> Judgement {
    let approach = compiled.approaches.firstIndex { $0.id == judged.id } ?? 0
    let residual = judged.risk.residual
    let levels = weighing.levels(
      Interval(low: judged.fit.low, value: judged.fit.value, high: judged.fit.high),
      Interval(low: residual.low, value: residual.value, high: residual.high), approach, tally,
      requirements)
    let (central, best, worst) = (levels.central, levels.best, levels.worst)
    let ranked = compiled.approaches.firstIndex { $0.id == first } ?? 0
    let verdict = weighing.verdict(levels, first: ranked)
    if verdict == .cannotTell {
      let crossing = VerdictReason(
        .rangeCrosses, reference: "\(best.rawValue) … \(worst.rawValue)",
        questions: unknownQuestions())
      return Judgement(verdict: .cannotTell, reasons: [crossing])
    }
    if verdict != central.verdict {
      let reason = VerdictReason(.rulesSuffice, reference: first.rawValue)
      return Judgement(verdict: verdict, reasons: [reason])
    }
    return Judgement(verdict: central.verdict, reasons: reasons(for: central, judged))
  }

  private func requirement(of bound: Policy.Bound) -> Truth {
    bound.requires.map(truth) ?? .yes
  }

  /// What carries the verdict reached, and what stands between it and the next better one.
  private func reasons(for level: VerdictLevel, _ judged: ApproachScore) -> [VerdictReason] {
    var reasons: [VerdictReason] = []
    for hit in judged.vetoes where hit.certain {
      reasons.append(
        VerdictReason(
          .veto, reference: hit.id.name, bound: hit.capFit, questions: hit.questions,
          verdict: hit.verdict?.verdict))
    }
    if let bound = policy.bounds.first(where: { $0.verdict == level }) {
      reasons.append(
        VerdictReason(
          .fitReaches, bound: bound.fitAtLeast, actual: judged.fit.value, verdict: level.verdict))
      reasons.append(
        VerdictReason(
          .riskWithin, bound: bound.riskAtMost, actual: judged.risk.residual.value,
          verdict: level.verdict))
    }
    if let better = policy.bounds.last(where: { $0.verdict.rank < level.rank }) {
      reasons += obstacles(to: better, judged)
    }
    return reasons
  }

  private func obstacles(to bound: Policy.Bound, _ judged: ApproachScore) -> [VerdictReason] {
    var reasons: [VerdictReason] = []
    let verdict = bound.verdict.verdict
    if judged.fit.value < bound.fitAtLeast {
      reasons.append(
        VerdictReason(
          .fitBelow, bound: bound.fitAtLeast, actual: judged.fit.value, verdict: verdict))
    }
    if judged.risk.residual.value > bound.riskAtMost {
      reasons.append(
        VerdictReason(
          .riskAbove, bound: bound.riskAtMost, actual: judged.risk.residual.value, verdict: verdict))
    }
    if requirement(of: bound) < .yes {
      reasons.append(
        VerdictReason(
          .requirementMissing, questions: unique(bound.requires.map(unmet) ?? []), verdict: verdict))
    }
    return reasons
  }

  /// The questions behind the parts of a requirement that do not hold.
  private func unmet(_ condition: Condition) -> [QuestionID] {
    guard truth(of: condition) < .yes else { return [] }
    guard case .all(let parts) = condition else { return condition.questions }
    return parts.flatMap(unmet)
  }

  func unknownQuestions() -> [QuestionID] {
    zip(questionnaire.questions, answers).filter { $0.1.origin == .unknown }.map(\.0.id)
  }
}

extension VerdictLevel {
  /// 0 for the best.
  public var rank: Int {
    switch self {
    case .go: 0
    case .pilotFirst: 1
    case .redesign: 2
    case .noGo: 3
    }
  }

  public var verdict: Verdict {
    switch self {
    case .go: .go
    case .pilotFirst: .pilotFirst
    case .redesign: .redesign
    case .noGo: .noGo
    }
  }
}
