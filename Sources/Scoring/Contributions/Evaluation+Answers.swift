import Knowledge
import Questionnaires

extension Evaluation {
  /// Points each answer takes from 100; with 100 they add up to the fit exactly.
  ///
  /// A criterion's points are split among its answers by their Shapley values in the game "which answers are as
  /// they are, and which would meet the demand fully"; a veto's are spread evenly over the answers that trigger it.
  func answerContributions(
    _ contributions: [Contribution], _ approach: Int, total: Double
  ) -> [AnswerContribution] {
    var points = AnswerPoints()
    let entries = Dictionary(uniqueKeysWithValues: compiled.criteria.map { ($0.criterion.id.name, $0) })
    for contribution in contributions where contribution.points != 0 {
      guard contribution.origin == .criterion, let entry = entries[contribution.id] else {
        points.add(contribution.points, to: applying(contribution.questions))
        continue
      }
      guard replacements.supplies[entry.criterion.id] == nil else {
        points.add(contribution.points, to: nil)
        continue
      }
      for (question, share) in shares(entry, approach) {
        points.add(contribution.points * share, to: question)
      }
    }
    return points.parts(adding: total - 100)
  }

  /// What share of a criterion's shortfall each of its answers brings; the shares add up to 1.
  private func shares(
    _ entry: CompiledRubrics.CriterionEntry, _ approach: Int
  ) -> [(question: QuestionID, share: Double)] {
    let indices = entry.questionIndices.filter { answers[$0].applies }
    let even = indices.map { (questionnaire.questions[$0].id, 1 / Double(indices.count)) }
    guard indices.count > 1, case .combined = entry.supply else { return even }
    let values = shapleyValues(players: indices.count) { set in
      let supply = entry.supply.level(answers) { index in
        indices.firstIndex(of: index).map { set & (1 << $0) == 0 } ?? false
      }
      return entry.demands[approach].satisfied(by: Interval(supply ?? 1)).value - 1
    }
    let sum = values.reduce(0, +)
    guard sum < 0 else { return even }
    return zip(indices, values).map { (questionnaire.questions[$0].id, $1 / sum) }
  }

  private func applying(_ questions: [QuestionID]) -> [QuestionID] {
    questions.filter { questionnaire.index(of: $0).map { answers[$0].applies } ?? false }
  }

  /// Points each answer brings to one risk before exposure, 0–100; they add up to its residual exactly.
  ///
  /// Likelihood before any answer stands first, without a question. Against it, with full impact and no mitigation,
  /// each driver, the impact and each mitigation has its Shapley value, spread evenly over the answers it reads.
  func answerContributions(to entry: CompiledRubrics.RiskEntry) -> [AnswerContribution] {
    var factors: [(kind: RiskFactor, level: Double, questions: [QuestionID])] = []
    func take(_ kind: RiskFactor, _ supply: CompiledSupply, _ questions: [QuestionID]) {
      guard let level = supply.supplied(answers)?.including(0).value else { return }
      factors.append((kind, level, applying(unique(questions))))
    }
    for (driver, source) in zip(entry.drivers, entry.risk.drivers) { take(.driver, driver, source.questions) }
    take(.impact, entry.impact, entry.risk.impact.questions)
    for (mitigation, source) in zip(entry.mitigations, entry.risk.mitigations) {
      take(.mitigation, mitigation.removed, source.removed.questions)
    }
    let hasImpact = factors.contains { $0.kind == .impact }
    func residual(_ set: Int) -> Double {
      var escape = 1 - entry.risk.base
      var rest = hasImpact ? 1.0 : 0
      for (place, factor) in factors.enumerated() where set & (1 << place) != 0 {
        switch factor.kind {
        case .driver: escape *= 1 - factor.level
        case .impact: rest *= factor.level
        case .mitigation: rest *= 1 - factor.level
        }
      }
      return 100 * (1 - escape) * rest
    }
    let values = shapleyValues(players: factors.count, residual)
    var points = AnswerPoints()
    points.add(residual(0), to: nil)
    for (factor, value) in zip(factors, values) { points.add(value, to: factor.questions) }
    return points.parts(adding: residual((1 << factors.count) - 1))
  }
}

private enum RiskFactor {
  case driver, impact, mitigation
}

extension CompiledSupply {
  /// The central level with some questions' levels taken as perfect; nil where no question applies.
  fileprivate func level(_ answers: [ResolvedAnswer], perfect: (Int) -> Bool) -> Double? {
    switch self {
    case .levels(let index, _), .largestLevel(let index, _):
      guard answers[index].applies else { return nil }
      return perfect(index) ? 1 : supplied(answers)?.interval.value
    case .combined(let rule, let parts):
      let levels = parts.compactMap { $0.level(answers, perfect: perfect) }
      guard !levels.isEmpty else { return nil }
      switch rule {
      case .min: return levels.min()
      case .max: return levels.max()
      case .mean: return levels.reduce(0, +) / Double(levels.count)
      case .product: return levels.reduce(1, *)
      }
    default: return supplied(answers)?.interval.value
    }
  }
}
