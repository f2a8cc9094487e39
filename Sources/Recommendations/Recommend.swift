import Knowledge
import Questionnaires
import Scoring

/// Ranks the approaches, and draws up the configuration of the first one and the pilot that stands for it.
///
/// Every line of the configuration names the answers that caused it. The same input gives the same result.
/// - Parameters:
///   - machine: how fast this machine computes; nil leaves out the time on it.
///   - rarestClassShare: the rarest class's share of the data, 0–1, where data are at hand.
///   - measured: the scores a pilot measured on the person's own data.
public func recommend(
  scorecard: Scorecard, sheet: AnswerSheet, knowledge: KnowledgeBase, machine: MachineSpeed?,
  rarestClassShare: Double? = nil, measured: [ApproachID: MeasuredShare] = [:]
) -> Recommendation {
  guard let scenario = knowledge.scenario(scorecard.scenario) else {
    preconditionFailure("a scorecard was made for \(scorecard.scenario), which the catalog does not hold")
  }
  let asked = Situation(
    scenario: scenario, approach: scorecard.recommended, sheet: sheet, knowledge: knowledge,
    rarestClassShare: rarestClassShare)
  return Recommendation(
    ranked: ranked(scorecard, scenario),
    recommended: scorecard.recommended,
    target: targetConfiguration(SettledTarget(asked, knowledge), knowledge: knowledge, machine: machine),
    pilot: PilotConfiguration(asked),
    standsFor: scenario.pilot?.standsFor,
    doesNotShow: scenario.pilot?.doesNotShow,
    worth: worth(scorecard: scorecard, sheet: sheet, knowledge: knowledge, measured: measured))
}

private func ranked(_ scorecard: Scorecard, _ scenario: Scenario) -> [RankedApproach] {
  scorecard.approaches.enumerated().map { place, score in
    RankedApproach(
      id: score.id, rank: place + 1, fit: score.fit, residualRisk: score.risk.residual,
      reasons: score.reasons,
      lacks: score.reasons.filter { $0.kind == .weakness || $0.kind == .veto },
      advice: scenario.targets[score.id]?.advice)
  }
}

func targetConfiguration(
  _ settled: SettledTarget, knowledge: KnowledgeBase, machine: MachineSpeed?
) -> ModelConfiguration {
  let (situation, plan) = (settled.situation, settled.plan)
  let title =
    knowledge.approach(situation.approach)?.title
    ?? LocalizedText(en: situation.approach.rawValue, zh: situation.approach.rawValue)
  // Without a target in the catalog there is nothing to count, as with a service of unknown size.
  let architecture = situation.target?.architecture ?? (situation.usesModel ? .hosted : .rules)
  return ModelConfiguration(
    approach: situation.approach,
    name: situation.target?.name ?? title,
    architecture: architecture,
    lines: (trainingLines(situation, plan, about: settled.lines) + operationLines(situation)
      + evaluationLines(situation, plan))
      .map(situation.namingOnlyAnswers),
    estimates: estimates(situation, plan, machine: machine),
    advice: situation.target?.advice,
    basis: situation.target?.basis ?? [],
    baseModel: situation.usesLargeModel ? situation.target?.model : nil,
    hardware: settled.hardware.options, ruledOut: settled.hardware.ruledOut)
}

private func estimates(
  _ situation: Situation, _ plan: TrainingPlan, machine: MachineSpeed?
) -> [ResourceEstimate] {
  guard let workload = Workload(situation, plan) else { return [] }
  return resourceEstimates(
    for: workload, machine: machine, computeOption: situation.option("compute.available"))
}

extension TrainingPlan {
  /// Passes over the data assumed for solvers that have no epochs of their own, as of linear models.
  static let solverPasses = 20.0
}
