import Networks
import Recommendations

/// A candidate cannot be trained to any use in the time there is.
struct NoTime: Error {}

extension PilotRun {
  /// Fewer epochs than this say nothing about a network.
  private static let leastEpochs = 3

  /// The network's scores over the folds; nil when the budget does not allow it or it diverged.
  ///
  /// Each fold gets an equal share of the time that is left; one that would take longer stops early, at an
  /// epoch's end, and a network that cannot do three epochs in its share is left out.
  /// - Parameter reserve: seconds to keep for what comes after.
  func compareNetwork(reserve: Double) throws -> Comparison? {
    var comparison = Comparison(candidate: .smallNetwork, validation: [], training: [])
    var seconds = 0.0
    var cutTo: Int?
    for fold in 0..<foldCount {
      let share = (budget.remaining - reserve) / (Double(foldCount - fold) + finalShare)
      do {
        let record = try networkUnit(fold: fold, seconds: share)
        if record.cut { cutTo = min(cutTo ?? record.history.count, record.history.count) }
        comparison.validation += record.validation.map { [$0] } ?? []
        comparison.training += record.training.map { [$0] } ?? []
        comparison.epochs.append(record.epochs)
        if fold == 0 { comparison.history = record.history }
        seconds += record.seconds + record.encodingSeconds
      } catch is NoTime {
        note(PilotRemark.candidateSkipped, PilotCandidate.smallNetwork.rawValue)
        return nil
      } catch let error as TrainingDiverged {
        note(PilotRemark.diverged, "\(error.learningRate)")
        return nil
      }
      try tell(
        .training, .smallNetwork, fold: fold, fraction: networkFraction(Double(fold + 1)))
    }
    if let cutTo { note(PilotRemark.epochsCut, "\(cutTo)") }
    comparison.secondsPerFold = seconds / Double(foldCount)
    return comparison
  }

  private func networkUnit(fold: Int, seconds allowed: Double) throws -> UnitRecord {
    let key = keys.fold(fold, of: PilotCandidate.smallNetwork.rawValue)
    return try unit(key) {
      let began = budget.now
      guard allowed > 0 else { throw NoTime() }
      let (rows, encodingSeconds) = try foldRows(fold, for: .smallNetwork).encoded()
      let trainingBegan = budget.now
      var done = 0
      var cut = false
      let fit = try NetworkModel(configuration: configuration, task: task, form: networkForm).fitWatched(
        rows.training.dense, epochs: configuration.maximumEpochs, seed: seed(for: "network fold \(fold + 1)"),
        shouldStop: { [budget, isCancelled] in isCancelled() || budget.now - began > allowed },
        onEpoch: { record in
          done = record.epoch
          try noteEpoch(record, key: key, fold: fold)
          let perEpoch = (budget.now - trainingBegan) / Double(done)
          cut = budget.now - began + perEpoch > allowed && done < configuration.maximumEpochs
          return cut ? .stop : .proceed
        })
      if isCancelled() { throw PilotError.cancelled }
      cut = cut || fit.outcome.interrupted
      if cut && done < Self.leastEpochs { throw NoTime() }
      return UnitRecord(
        validation: try score(
          fit.model.predict(rows.scored), rows.scored.targets, fold: fold),
        training: try score(
          fit.model.predict(rows.training), rows.training.targets,
          fold: fold),
        epochs: fit.outcome.bestEpoch, history: fit.outcome.history.map { PilotDiagnostics.EpochLoss($0) },
        cut: cut, seconds: budget.now - trainingBegan, encodingSeconds: encodingSeconds)
    }
  }

  private func noteEpoch(_ record: EpochRecord, key: String, fold: Int) throws {
    try journal.epoch(key, PilotDiagnostics.EpochLoss(record))
    // Most trainings stop early; half of the epochs are taken as a fold's usual length.
    let within = min(1, Double(record.epoch) / (0.5 * Double(configuration.maximumEpochs)))
    try tell(
      .training, .smallNetwork, fold: fold, epoch: record.epoch, loss: record.watchedLoss,
      fraction: networkFraction(Double(fold) + within))
  }

  /// Where the run is when so many folds of the network are done.
  private func networkFraction(_ folds: Double) -> Double {
    let start = dataset.modality == .tabular ? 0.4 : 0.25
    return start + (0.85 - start) * folds / Double(foldCount)
  }
}

extension PilotDiagnostics.EpochLoss {
  init(_ record: EpochRecord) {
    self.init(epoch: record.epoch, training: record.trainingLoss, validation: record.validationLoss)
  }
}
