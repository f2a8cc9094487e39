import Knowledge
import Questionnaires

extension Evaluation {
  func scorecard(_ sheet: AnswerSheet) -> Scorecard {
    let riskAnswers = compiled.risks.map(answerContributions)
    let scores = Standing(weighing, tally, requirements).ranking.map { approachScore($0, riskAnswers) }
    let judged = scores.first { $0.id != .noAI } ?? scores[0]
    let judgement = verdict(on: judged, first: scores[0].id)
    var settling: Settling?
    if judgement.verdict == .cannotTell {
      var probe = Probe(self, sheet: sheet)
      settling = probe.settling()
    }
    return Scorecard(
      scenario: sheet.scenario, verdict: judgement.verdict, verdictReasons: judgement.reasons,
      settledBy: settling?.questions ?? [], settling: settling, recommended: scores[0].id,
      judged: judged.id, fit: judged.fit, risk: judged.risk, rubrics: judged.rubrics,
      approaches: scores, completeness: completeness())
  }

  private func approachScore(
    _ approach: Int, _ riskAnswers: [[AnswerContribution]]
  ) -> ApproachScore {
    let fit = fit(of: approach)
    let hits = vetoHits(approach)
    let capped = weighing.capped(fit.mean, approach, tally)
    let risks = exposed(approach)
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
      riskContributions: [], answerContributions: nil, reasons: [])
    score.criteria = criterionScores(fit)
    score.risks = riskScores(risks, approach, riskAnswers)
    score.contributions = contributions(fit, hits: hits, total: capped.value)
    score.answerContributions = answerContributions(score.contributions, approach, total: capped.value)
    score.riskContributions = riskContributions(risks, total: levels.residual.value)
    score.reasons = reasons(
      approach, score.criteria, score.contributions, score.riskContributions, hits)
    return score
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
