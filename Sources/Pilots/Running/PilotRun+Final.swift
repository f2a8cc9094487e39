import Recommendations

/// A candidate trained on all training rows, with what it predicts for the test rows.
struct FinalModel {
  let candidate: PilotCandidate
  let model: FittedModel
  let predictions: [Float]
  /// The first few test rows as the model reads them, to time it on.
  let sample: EncodedExamples
  /// Seconds to train it, encoding excluded.
  let seconds: Double
}

/// All candidates trained on all training rows.
struct Finals {
  var models: [FinalModel]
  /// One value a test row.
  let targets: [Float]
  /// Encoded columns of the form that has the most.
  var columns: Int

  func model(_ candidate: PilotCandidate) -> FinalModel? {
    models.first { $0.candidate == candidate }
  }
}

extension PilotRun {
  /// Trains every candidate once on all training rows, the winner first.
  func retrain(_ comparisons: [Comparison], first winner: PilotCandidate) throws -> Finals {
    var finals = Finals(
      models: [], targets: rows.test.map { Float(rows.testSource.targets[$0]) }, columns: 0)
    let ordered =
      comparisons.filter { $0.candidate == winner } + comparisons.filter { $0.candidate != winner }
    // One form at a time is held; candidates that read the same one share it.
    var held: EncodedRows?
    for (place, comparison) in ordered.enumerated() {
      let encoded = try finalRows(for: comparison.candidate, held)
      held = encoded
      finals.columns = max(finals.columns, encoded.training.columns)
      let record = try finalUnit(comparison, encoded)
      if record.cut { note(PilotRemark.fitCut, comparison.candidate.rawValue) }
      guard let model = record.model else { continue }
      finals.models.append(
        FinalModel(
          candidate: comparison.candidate, model: model,
          predictions: model.predict(encoded.scored),
          sample: encoded.scored.subset(Array(0..<min(encoded.scored.rows, 201))), seconds: record.seconds))
      try tell(
        .retraining, comparison.candidate, fraction: 0.85 + 0.09 * Double(place + 1) / Double(ordered.count))
    }
    return finals
  }

  private func finalRows(for candidate: PilotCandidate, _ held: EncodedRows?) throws -> EncodedRows {
    let form = EncodedRows.Form(dataset, candidate)
    if let held, held.form == form { return held }
    return try EncodedRows(
      dataset, training: rows.training, scored: rows.test, in: rows.testSource, form: form)
  }

  private func finalUnit(_ comparison: Comparison, _ encoded: EncodedRows) throws -> UnitRecord {
    let key = keys.final(comparison.candidate.rawValue)
    return try unit(key) {
      var record = UnitRecord()
      let (model, seconds) = try budget.timed {
        switch comparison.candidate {
        case .baseline:
          return fitBaseline(
            targets: encoded.training.targets, task: task, metric: metric, seed: seed)
        case .linear, .classical:
          let fit = try LinearModel.fit(
            encoded.training, task: task, penalty: comparison.penalty ?? 1, shouldStop: stopsNow)
          record.cut = fit.cut
          return fit.model
        case .trees:
          let outcome = try TreesModel(task: task).fit(
            encoded.training.dense, rounds: comparison.middleEpoch, seed: seed(for: "trees final"),
            shouldStop: stopsNow)
          record.cut = outcome.interrupted
          return .trees(outcome.model)
        case .smallNetwork:
          let fit = try NetworkModel(configuration: configuration, task: task, form: networkForm).fit(
            encoded.training.dense, epochs: comparison.middleEpoch, seed: seed(for: "network final"),
            shouldStop: stopsNow,
            onEpoch: { epoch in
              try journal.epoch(key, PilotDiagnostics.EpochLoss(epoch))
              return .proceed
            })
          record.cut = fit.outcome.interrupted
          return fit.model
        }
      }
      record.epochs = comparison.middleEpoch
      record.seconds = seconds
      record.model = model
      return record
    }
  }
}
