import Knowledge
import Questionnaires

extension Evaluation {
  struct Judgement {
    var verdict: Verdict
    var reasons: [VerdictReason]
  }

  /// What the judged approach's fit, risk and vetoes mean, by the policy's bounds.
  func verdict(on judged: ApproachScore, first: ApproachID) -> Judgement {
    let central = level(judged, fit: \.value, risk: \.value, truthNeeded: .yes, certainOnly: true)
    let best = level(judged, fit: \.high, risk: \.low, truthNeeded: .undecided, certainOnly: true)
    let worst = level(judged, fit: \.low, risk: \.high, truthNeeded: .yes, certainOnly: false)
    if best.rank <= policy.boundaryAbove.rank, worst.rank >= policy.boundaryBelow.rank {
      let crossing = VerdictReason(
        .rangeCrosses, reference: "\(best.rawValue) … \(worst.rawValue)",
        questions: unknownQuestions())
      return Judgement(verdict: .cannotTell, reasons: [crossing])
    }
    if first == .noAI, central.rank < policy.whenNoAIFirst.rank {
      let reason = VerdictReason(.rulesSuffice, reference: first.rawValue)
      return Judgement(verdict: policy.whenNoAIFirst.verdict, reasons: [reason])
    }
    return Judgement(verdict: central.verdict, reasons: reasons(for: central, judged))
  }

  /// The first of the policy's bounds that holds, held back by vetoes.
  func level(
    _ judged: ApproachScore, fit: KeyPath<ScoreRange, Double>, risk: KeyPath<ScoreRange, Double>,
    truthNeeded: Truth, certainOnly: Bool
  ) -> VerdictLevel {
    let reached =
      policy.bounds.first { bound in
        judged.fit[keyPath: fit] >= bound.fitAtLeast
          && judged.risk.residual[keyPath: risk] <= bound.riskAtMost
          && requirement(of: bound) >= truthNeeded
      }?.verdict ?? .noGo
    let held = judged.vetoes.filter { $0.certain || !certainOnly }.compactMap(\.verdict)
    return held.reduce(reached) { $0.rank >= $1.rank ? $0 : $1 }
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
  public var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  public var verdict: Verdict {
    switch self {
    case .go: .go
    case .pilotFirst: .pilotFirst
    case .redesign: .redesign
    case .noGo: .noGo
    }
  }
}
