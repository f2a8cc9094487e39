import Datasets
import Kernels
import Knowledge
import ModelMetrics
import Recommendations

extension ProblemRun {
  /// Chooses by the validation part, then scores every candidate on the test part.
  func result(_ trained: [Trained], memory: () -> Double) throws -> PilotResult {
    guard let choice = ProblemChoice(trained.map { ($0.candidate, $0.validation) }, seed: seed) else {
      throw PilotError.metricUndefined(problem.metric, .fold(1))
    }
    if let other = choice.tiedWith { note(PilotRemark.simplerChosen, other.rawValue) }
    try tell(.testing, choice.candidate, fraction: 0.92)
    let tests = try trained.map { try problem.evaluate($0.record.fit.model, on: .test) }
    let candidates = try zip(trained, tests).map { try candidateResult($0, test: $1) }
    guard let place = trained.firstIndex(where: { $0.candidate == choice.candidate }),
      let naive = trained.firstIndex(where: { $0.candidate == .baseline }),
      let gain = Gain(of: tests[place], over: tests[naive], perfect: problem.perfect, seed: seed)
    else { throw PilotError.metricUndefined(problem.metric, .test) }
    let winner = trained[place]
    try tell(.timing, choice.candidate, fraction: 0.97)
    let models = Dictionary(uniqueKeysWithValues: trained.map { ($0.candidate, $0.record.fit.model) })
    let samples = try problem.samples(models, winner: choice.candidate)
    let predictionSeconds = try medianSeconds(winner.record.fit.model)
    let network = trained.first { $0.candidate == .smallNetwork }
    let result = PilotResult(
      data: pilotData(), metric: problem.metric.id, higherIsBetter: problem.metric.higherIsBetter, folds: 1,
      trainingRows: problem.count(.training) + problem.count(.validation), testRows: problem.count(.test),
      testGiven: problem.testIsGiven, candidates: candidates, winner: choice.candidate,
      baseline: candidates[naive].test, score: candidates[place].test, gain: gain.absolute,
      relativeGain: gain.relative, gainIsReal: gain.isReal,
      trainValidationGap: gap(winner, training: candidates[place].training),
      diagnostics: PilotDiagnostics(
        losses: network?.record.fit.history ?? [], roc: [], calibration: [], confusion: [], predictions: []),
      cost: PilotCost(
        seconds: budget.elapsed, budgetSeconds: budget.seconds,
        budgetExhausted: trained.contains { $0.record.fit.cut }, trainingSeconds: winner.record.seconds,
        predictionSeconds: predictionSeconds, peakMemoryBytes: memory()),
      seed: seed, notes: remarks, samples: samples)
    try tell(.timing, choice.candidate, fraction: 1)
    return result
  }

  private func candidateResult(_ trained: Trained, test: MetricEvaluator) throws -> CandidateResult {
    guard let validation = interval(trained.validation, "validation interval"),
      let tested = interval(test, "test interval"),
      let training = try problem.evaluate(trained.record.fit.model, on: .training).value
    else { throw PilotError.metricUndefined(problem.metric, .test) }
    let (model, epochs) = (trained.record.fit.model, trained.record.fit.epochs)
    return CandidateResult(
      candidate: trained.candidate, validation: validation, foldScores: [validation.value],
      training: training, parameters: problem.parameterCount(model),
      settings: problem.settings(model, epochs: epochs), test: tested)
  }

  private func interval(_ evaluator: MetricEvaluator, _ purpose: String) -> MeasuredScore? {
    var generator = SeededGenerator(seed: seed, purpose: purpose)
    return evaluator.interval(resamples: resamples(evaluator.rows), using: &generator).map(MeasuredScore.init)
  }

  /// The share of the training score lost on the validation part, with the spread over its examples.
  private func gap(_ winner: Trained, training: Double) -> MeasuredScore {
    var generator = SeededGenerator(seed: seed, purpose: "gap")
    let metric = problem.metric
    let interval = bootstrapInterval(
      rows: winner.validation.rows, resamples: resamples(winner.validation.rows), using: &generator
    ) { counts in
      winner.validation.value(counts: counts).map { metric.lostShare(training: training, validation: $0) }
    }
    return interval.map(MeasuredScore.init) ?? MeasuredScore(value: 0, low: 0, high: 0)
  }

  /// The median over 21 single uses.
  private func medianSeconds(_ model: Problem.Model) throws -> Double {
    let times = try (0..<21).map { turn in
      try budget.timed { try problem.use(model, turn: turn) }.seconds
    }
    return times.sorted()[10]
  }

  private func pilotData() -> PilotData {
    let facts = problem.facts
    let rows = ProblemPart.allCases.reduce(0) { $0 + problem.count($1) }
    return PilotData(
      name: facts.name, origin: PilotData.Origin(facts.origin), modality: facts.modality.rawValue,
      task: problem.kind.rawValue, classes: [], rows: rows - (problem.testIsGiven ? problem.count(.test) : 0),
      features: problem.features, profile: .uncounted(rows: rows, columns: problem.features),
      fingerprint: facts.fingerprint, target: "", notes: facts.notes, process: facts.origin.process)
  }
}

extension DataOrigin {
  /// Where sample data come from; nil for a person's own.
  var process: LocalizedText? {
    guard case .sample(_, _, let note) = self else { return nil }
    return LocalizedText(en: note.en, zh: note.zh)
  }
}
