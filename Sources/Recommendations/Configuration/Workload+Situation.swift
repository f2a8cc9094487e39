import Knowledge

extension Workload {
  /// The target's training as planned, on the examples answered; nil where the scenario has no target.
  init?(_ situation: Situation, _ plan: TrainingPlan) {
    guard situation.target != nil else { return nil }
    self.init(situation, plan, mixedPrecision: plan.mixedPrecision)
  }

  /// What the target is trained on, by the answers.
  init(_ situation: Situation, _ plan: TrainingPlan, mixedPrecision: Bool) {
    let target = situation.target
    let labels = situation.span("data.labelled-examples") ?? Band(100, 10_000, 1_000_000)
    let architecture = target?.architecture ?? .hosted
    self.init(
      architecture: architecture, method: plan.method,
      lowExamples: max(labels.low, 1), examples: max(labels.likely, 1), highExamples: max(labels.high, 1),
      sequence: architecture.fixedSequence ?? max(target?.sequence ?? 1, 1), batch: max(plan.batch ?? 32, 1),
      epochs: plan.epochs ?? TrainingPlan.solverPasses, mixedPrecision: mixedPrecision)
  }
}

extension Architecture {
  /// Parts of one example where the architecture itself fixes them.
  fileprivate var fixedSequence: Int? {
    if case .vision(let sizes) = self { sizes.tokens } else { nil }
  }
}
