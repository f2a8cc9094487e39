import Networks
import Recommendations
import Trees

extension PilotRun {
  /// Fewer rounds than this say nothing about boosting.
  private static let leastRounds = 10
  /// The share of the time left that the trees may take; the network needs the rest.
  private static let shareOfTime = 0.35

  /// The trees' scores over the folds; nil when the budget does not allow them, and for data that are no table.
  ///
  /// Each fold gets an equal share of their time; one that would take longer ends with the rounds it has.
  /// - Parameter reserve: seconds to keep for what comes after.
  func compareTrees(reserve: Double) throws -> Comparison? {
    guard dataset.modality == .tabular else { return nil }
    var comparison = Comparison(candidate: .trees, validation: [], training: [])
    var seconds = 0.0
    var cutTo: Int?
    let allowed = Self.shareOfTime * (budget.remaining - reserve)
    for fold in 0..<foldCount {
      let share = (allowed - seconds) / (Double(foldCount - fold) + finalShare)
      do {
        let record = try treesUnit(fold: fold, seconds: share)
        if record.cut { cutTo = min(cutTo ?? record.epochs, record.epochs) }
        comparison.validation += record.validation.map { [$0] } ?? []
        comparison.training += record.training.map { [$0] } ?? []
        comparison.epochs.append(record.epochs)
        seconds += record.seconds + record.encodingSeconds
      } catch is NoTime {
        note(PilotRemark.candidateSkipped, PilotCandidate.trees.rawValue)
        return nil
      }
      try tell(
        .training, .trees, fold: fold, fraction: 0.25 + 0.15 * Double(fold + 1) / Double(foldCount))
    }
    if let cutTo { note(PilotRemark.roundsCut, "\(cutTo)") }
    comparison.secondsPerFold = seconds / Double(foldCount)
    return comparison
  }

  private func treesUnit(fold: Int, seconds allowed: Double) throws -> UnitRecord {
    try unit(keys.fold(fold, of: PilotCandidate.trees.rawValue)) {
      let began = budget.now
      guard allowed > 0 else { throw NoTime() }
      let (rows, encodingSeconds) = try foldRows(fold, for: .trees).encoded()
      let trainingBegan = budget.now
      let outcome = try TreesModel(task: task).fitWatched(
        rows.training.dense, seed: seed(for: "trees fold \(fold + 1)"),
        shouldStop: { [budget, isCancelled] in isCancelled() || budget.now - began > allowed })
      if isCancelled() { throw PilotError.cancelled }
      if outcome.interrupted && outcome.history.count < Self.leastRounds { throw NoTime() }
      let model = FittedModel.trees(outcome.model)
      return UnitRecord(
        validation: try score(model.predict(rows.scored), rows.scored.targets, fold: fold),
        training: try score(model.predict(rows.training), rows.training.targets, fold: fold),
        epochs: outcome.bestRound, cut: outcome.interrupted, seconds: budget.now - trainingBegan,
        encodingSeconds: encodingSeconds)
    }
  }
}
