import Knowledge
import Questionnaires

extension Evaluation {
  func scorecard(scenario: ScenarioID, detail: Scorer.Detail) -> Scorecard {
    let risks = risks()
    let truths = vetoTruths()
    let scores = ranked(
      compiled.approaches.indices.map { approachScore($0, risks, truths, detail) })
    let judged = scores.first { $0.id != .noAI } ?? scores[0]
    let judgement = verdict(on: judged, first: scores[0].id)
    var settling: [QuestionID] = []
    if judgement.verdict == .cannotTell, detail == .full { settling = settlingQuestions(judged.id) }
    return Scorecard(
      scenario: scenario, verdict: judgement.verdict, verdictReasons: judgement.reasons,
      settledBy: settling, recommended: scores[0].id, judged: judged.id, fit: judged.fit,
      risk: judged.risk, rubrics: judged.rubrics, approaches: scores, completeness: completeness())
  }

  func approachScore(
    _ approach: Int, _ allRisks: [RiskLevel], _ truths: [Truth], _ detail: Scorer.Detail
  ) -> ApproachScore {
    let fit = fit(of: approach)
    let hits = vetoHits(truths, approach)
    let capped = capped(fit.mean, hits)
    let risks = exposed(allRisks, approach)
    let (levels, rubricLevels) = totals(risks)
    let rubrics = compiled.rubrics.indices.map { rubric in
      RubricScore(
        id: compiled.rubrics[rubric].id, fit: fit.rubrics[rubric]?.range,
        risk: rubricLevels[rubric])
    }
    var score = ApproachScore(
      id: compiled.approaches[approach].id, fit: capped.range, risk: levels,
      rankingScore: capped.value - policy.rankingRiskWeight * levels.residual.value,
      rubrics: rubrics, criteria: [], risks: [], vetoes: hits, contributions: [],
      riskContributions: [], reasons: [])
    guard detail == .full else { return score }
    score.criteria = criterionScores(fit)
    score.risks = riskScores(risks)
    score.contributions = contributions(fit, hits: hits, total: capped.value)
    score.riskContributions = riskContributions(risks, total: levels.residual.value)
    score.reasons = reasons(
      approach, score.criteria, score.contributions, score.riskContributions, hits)
    return score
  }

  /// Best first by ranking score; among those within the tolerance of the best left, the cheapest.
  private func ranked(_ scores: [ApproachScore]) -> [ApproachScore] {
    var left = scores  // In the order of cost, cheapest first.
    var ranked: [ApproachScore] = []
    while let best = left.map(\.rankingScore).max() {
      let next = left.firstIndex { $0.rankingScore >= best - policy.rankingTolerance } ?? 0
      ranked.append(left.remove(at: next))
    }
    return ranked
  }

  private func completeness() -> Completeness {
    var counts = Completeness(asked: 0, answered: 0, preset: 0, unknown: 0, notApplicable: 0)
    for answer in answers where answer.origin != .hidden {
      counts.asked += 1
      switch answer.origin {
      case .answered, .measured: counts.answered += 1
      case .preset: counts.preset += 1
      case .unknown: counts.unknown += 1
      case .notApplicable: counts.notApplicable += 1
      case .hidden: break
      }
    }
    return counts
  }
}
