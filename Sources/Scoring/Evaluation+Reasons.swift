import Knowledge
import Questionnaires

extension Evaluation {
  /// What the scores of one approach rest on, for reports.
  func criterionScores(_ fit: Fit) -> [CriterionScore] {
    var weights = [Double](repeating: 0, count: compiled.rubrics.count)
    for (entry, met) in zip(compiled.criteria, fit.criteria) where met != nil {
      weights[entry.rubric] += entry.criterion.weight
    }
    return zip(compiled.criteria, fit.criteria).map { entry, met in
      CriterionScore(
        id: entry.criterion.id, rubric: compiled.rubrics[entry.rubric].id,
        weight: met == nil ? 0 : entry.criterion.weight / weights[entry.rubric],
        fit: met?.rising { 100 * $0 }.range, state: state(of: entry, applies: met != nil),
        questions: entry.questions)
    }
  }

  private func state(of entry: CompiledRubrics.CriterionEntry, applies: Bool) -> AnswerState {
    guard applies else { return .notApplicable }
    let origins = entry.questionIndices.map { answers[$0].origin }
    if replacements.supplies[entry.criterion.id] != nil || origins.contains(.measured) {
      return .measured
    }
    if origins.contains(.unknown) { return .unknown }
    return origins.contains(.preset) ? .preset : .answered
  }

  func riskScores(
    _ risks: [Tally.RiskSpan], _ approach: Int, _ answers: [[AnswerContribution]]
  ) -> [RiskScore] {
    compiled.risks.indices.map { index in
      let (entry, level) = (compiled.risks[index], risks[index])
      let exposure = entry.exposure[approach]
      let credits = zip(entry.mitigations, removedShares(entry)).compactMap { mitigation, removed in
        removed.flatMap { $0 > 0 ? MitigationCredit(id: mitigation.id, removed: $0) : nil }
      }
      return RiskScore(
        id: entry.risk.id, rubric: compiled.rubrics[entry.rubric].id,
        inherent: level.inherent.rising { 100 * $0 }.range,
        residual: level.residual.rising { 100 * $0 }.range, mitigations: credits,
        questions: entry.questions,
        answerContributions: answers[index].map {
          AnswerContribution(question: $0.question, points: $0.points * exposure)
        })
    }
  }

  /// The strongest facts for and against: every veto, weaknesses and unknowns that cost half a point
  /// or more, the five largest strengths, the three largest risks; largest first within each kind.
  func reasons(
    _ approach: Int, _ criteria: [CriterionScore], _ contributions: [Contribution],
    _ riskContributions: [Contribution], _ hits: [VetoHit]
  ) -> [Reason] {
    var costs: [String: Double] = [:]
    for contribution in contributions { costs[contribution.id] = contribution.points }
    let vetoes = hits.map {
      Reason(kind: .veto, id: $0.id.name, points: costs[$0.id.name] ?? 0, questions: $0.questions)
    }
    var weaknesses: [Reason] = []
    var unknowns: [Reason] = []
    var strengths: [Reason] = []
    for (index, criterion) in criteria.enumerated() {
      guard let fit = criterion.fit else { continue }
      let points = costs[criterion.id.name] ?? 0
      if criterion.state == .unknown, fit.high - fit.low >= 1 {
        unknowns.append(
          Reason(kind: .unknown, id: criterion.id.name, points: points, questions: criterion.questions))
      } else if points <= -0.5 {
        weaknesses.append(
          Reason(kind: .weakness, id: criterion.id.name, points: points, questions: criterion.questions))
      } else if fit.value >= 80, asksForSomething(index, approach) {
        let share = compiled.rubrics[compiled.criteria[index].rubric].weight * criterion.weight
        strengths.append(
          Reason(
            kind: .strength, id: criterion.id.name, points: share * fit.value,
            questions: criterion.questions))
      }
    }
    let risks = riskContributions.filter { $0.points >= 1 }.map {
      Reason(kind: .risk, id: $0.id, points: $0.points, questions: $0.questions)
    }
    return vetoes + ordered(weaknesses) + ordered(unknowns) + ordered(strengths).prefix(5)
      + ordered(risks).prefix(3)
  }

  private func asksForSomething(_ criterion: Int, _ approach: Int) -> Bool {
    if case .nothing = compiled.criteria[criterion].demands[approach] { false } else { true }
  }

  private func ordered(_ reasons: [Reason]) -> [Reason] {
    reasons.sorted { (abs($0.points), $1.id) > (abs($1.points), $0.id) }
  }
}
