import Datasets
import Kernels
import ModelMetrics
import Recommendations

extension PilotRun {
  /// Scores every candidate on the test rows and puts the record together.
  func result(
    _ comparisons: [Comparison], finals: Finals, winner: Winner, memory: () -> Double
  ) throws -> PilotResult {
    let targets = finals.targets
    try tell(.testing, winner.candidate, fraction: 0.95)
    let candidates = try comparisons.compactMap { comparison in
      try finals.model(comparison.candidate).map { try candidateResult(comparison, $0, targets) }
    }
    guard let best = finals.model(winner.candidate), let naive = finals.model(.baseline),
      let comparison = comparisons.first(where: { $0.candidate == winner.candidate }),
      let score = candidates.first(where: { $0.candidate == winner.candidate })?.test,
      let baseline = candidates.first(where: { $0.candidate == .baseline })?.test,
      let gain = Gain(
        of: task.outcomes(best.predictions, targets), over: task.outcomes(naive.predictions, targets),
        metric: metric, seed: seed)
    else { throw PilotError.metricUndefined(metric, .test) }
    try tell(.timing, winner.candidate, fraction: 0.98)
    note(PilotRemark.encodingNotTimed, "")
    let predictionSeconds = medianPredictionSeconds(best)
    let network = comparisons.first { $0.candidate == .smallNetwork }
    let groups = groupComparison(best, targets)
    let result = PilotResult(
      data: pilotData(features: finals.columns), metric: metric.id,
      higherIsBetter: metric.higherIsBetter, folds: foldCount, trainingRows: rows.training.count,
      testRows: rows.test.count, testGiven: testIsGiven, candidates: candidates, winner: winner.candidate,
      baseline: baseline, score: score, gain: gain.absolute, relativeGain: gain.relative,
      gainIsReal: gain.isReal,
      trainValidationGap: gap(comparison),
      diagnostics: PilotDiagnostics(
        losses: network?.history ?? [], outcomes: task.outcomes(best.predictions, targets)),
      cost: PilotCost(
        seconds: budget.elapsed, budgetSeconds: budget.seconds, budgetExhausted: budgetCutSomething,
        trainingSeconds: best.seconds, predictionSeconds: predictionSeconds, peakMemoryBytes: memory()),
      seed: seed, notes: remarks, samples: groups.map { [$0] })
    try tell(.timing, winner.candidate, fraction: 1)
    return result
  }

  private var budgetCutSomething: Bool {
    let cuts: Set<String> = [
      PilotRemark.candidateSkipped, PilotRemark.foldsCut, PilotRemark.penaltiesCut, PilotRemark.epochsCut,
      PilotRemark.roundsCut, PilotRemark.fitCut,
    ]
    return remarks.contains { cuts.contains($0.kind) }
  }

  private func candidateResult(
    _ comparison: Comparison, _ final: FinalModel, _ targets: [Float]
  ) throws -> CandidateResult {
    var generator = SeededGenerator(seed: seed, purpose: "test interval")
    let test = metric.interval(
      of: task.outcomes(final.predictions, targets), resamples: resamples(targets.count), using: &generator)
    guard let test else { throw PilotError.metricUndefined(metric, .test) }
    return CandidateResult(
      candidate: comparison.candidate,
      validation: FoldStatistics(Array(comparison.validation.prefix(foldCount))).interval(within: metric),
      foldScores: Array(comparison.validation.prefix(foldCount)),
      training: FoldStatistics(Array(comparison.training.prefix(foldCount))).mean,
      parameters: final.model.parameterCount, settings: settings(comparison), test: MeasuredScore(test))
  }

  private func settings(_ comparison: Comparison) -> [String: String] {
    switch comparison.candidate {
    case .baseline: ["model": baselineName]
    case .linear, .classical:
      [
        "model": task == .regression ? "ridge-regression" : "logistic-regression",
        "l2": "\(comparison.penalty ?? 1)",
      ]
    case .trees:
      [
        "model": "boosted-trees", "rounds": "\(comparison.middleEpoch)",
        "learning-rate": "\(TreesModel.learningRate)", "leaves": "\(TreesModel.leaves)",
        "leaf-rows": "\(TreesModel.leafRows)", "row-share": "\(TreesModel.rowFraction)",
        "column-share": "\(TreesModel.columnFraction)",
      ]
    case .smallNetwork:
      [
        "model": networkForm.name, "dropout": "\(configuration.dropout)", "l2": "\(configuration.l2)",
        "learning-rate": "\(configuration.learningRate)", "batch": "\(configuration.batchSize)",
        "epochs": "\(comparison.middleEpoch)",
      ].merging(architecture) { $1 }
    }
  }

  private var baselineName: String {
    switch (task, metric) {
    case (.regression, _): "mean"
    case (.binary, .f1): "positive-class"
    case (_, .macroF1): "drawn-classes"
    default: "class-shares"
    }
  }

  /// The sizes of the network's layers.
  private var architecture: [String: String] {
    func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ", ") }
    if networkForm == .dense { return ["widths": list(configuration.widths)] }
    var sizes = ["filters": list(networkForm.filters), "kernels": list(networkForm.kernels)]
    if networkForm.shift > 0 { sizes["shift"] = "\(networkForm.shift)" }
    return sizes
  }

  /// The share of the training score lost on validation rows, or of the validation error that training
  /// rows do not show; its mean over folds and spread.
  private func gap(_ comparison: Comparison) -> MeasuredScore {
    let shares = zip(comparison.training, comparison.validation).map { training, validation in
      metric.lostShare(training: training, validation: validation)
    }
    return FoldStatistics(Array(shares.prefix(foldCount))).interval()
  }

  private func pilotData(features: Int) -> PilotData {
    PilotData(
      name: dataset.name, origin: PilotData.Origin(dataset.origin), modality: dataset.modality.rawValue,
      task: task.name, classes: dataset.classes, rows: dataset.rows, features: features, profile: profile,
      fingerprint: fingerprint, target: dataset.targetName, notes: dataset.notes,
      process: dataset.origin.process)
  }

  /// The median over 201 predictions of one encoded row each.
  private func medianPredictionSeconds(_ final: FinalModel) -> Double {
    let times = (0..<201).map { turn in
      let row = final.sample.subset([turn % final.sample.rows])
      return budget.timed { final.model.predict(row) }.seconds
    }
    return times.sorted()[100]
  }
}

extension Metric {
  /// (training − validation) ÷ training for scores, (validation − training) ÷ validation for errors;
  /// positive when validation rows do worse, 0 where the divisor is.
  func lostShare(training: Double, validation: Double) -> Double {
    let divisor = abs(higherIsBetter ? training : validation)
    return divisor == 0 ? 0 : gain(of: training, over: validation) / divisor
  }
}

extension PilotData.Origin {
  init(_ origin: DataOrigin) {
    switch origin {
    case .user: self = .user
    case .sample(.real, _, _): self = .sampleReal
    case .sample(.computed, _, _): self = .sampleComputed
    case .sample(.synthetic, _, _): self = .sampleSynthetic
    }
  }
}
