import Knowledge

extension Workload {
  /// The target's training as planned, on the examples answered; nil where the scenario has no target.
  init?(_ situation: Situation, _ plan: TrainingPlan) {
    guard let target = situation.target else { return nil }
    let labels = situation.span("data.labelled-examples") ?? Band(100, 10_000, 1_000_000)
    self.init(
      architecture: target.architecture, method: plan.method,
      lowExamples: max(labels.low, 1), examples: max(labels.likely, 1), highExamples: max(labels.high, 1),
      sequence: max(target.sequence ?? 1, 1), batch: max(plan.batch ?? 32, 1),
      epochs: plan.epochs ?? TrainingPlan.solverPasses, mixedPrecision: plan.mixedPrecision)
  }
}
