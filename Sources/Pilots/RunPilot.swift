import Datasets
import Networks
import Recommendations

/// Trains a baseline, a linear model, for tables boosted trees, and a small network on the same folds, chooses
/// one by validation, and scores it on rows that were never looked at before.
///
/// The same data, configuration and seed give the same result apart from its cost, unless the budget binds;
/// what it cut is among the result's notes. Units already in the journal are not trained again.
/// - Parameters:
///   - heldOut: test rows from a file of their own, read by `applyHeldOut`; nil holds a share of the rows out.
///   - budgetSeconds: the time to keep within; the baseline and the linear model run whatever it is.
///   - clock: seconds of a clock that never goes back.
///   - memory: the process's highest memory use so far, in bytes.
///   - testPredictions: told what the winner predicted for the test rows, before the result is returned.
///   - progress: told after every unit and epoch; what it throws ends the run.
///   - isCancelled: asked between batches.
/// - Throws: `PilotError`; what `journal` or `progress` throws.
public func runPilot(
  dataset: Dataset, heldOut: Dataset? = nil, configuration: PilotConfiguration, seed: UInt64,
  budgetSeconds: Double, clock: @escaping () -> Double, memory: () -> Double, journal: any PilotJournal,
  testPredictions: (TestPredictions) -> Void = { _ in },
  progress: @escaping (PilotProgress) throws -> Void = { _ in },
  isCancelled: @escaping () -> Bool = { false }
) throws -> PilotResult {
  let run = try PilotRun(
    dataset: dataset, heldOut: heldOut, configuration: configuration, seed: seed,
    budget: Budget(seconds: budgetSeconds, clock: clock), journal: journal, progress: progress,
    isCancelled: isCancelled)
  let baseline = try run.compareBaseline()
  let linear = try run.compareLinear()
  let trees = try run.compareTrees(reserve: run.reserve(after: [linear]))
  let classical = [linear] + (trees.map { [$0] } ?? [])
  let network = try run.compareNetwork(reserve: run.reserve(after: classical))
  do {
    return try run.finish(
      [baseline] + classical + (network.map { [$0] } ?? []), memory: memory, testPredictions)
  } catch let error as TrainingDiverged where network != nil {
    run.note(PilotRemark.diverged, "\(error.learningRate)")
    return try run.finish([baseline] + classical, memory: memory, testPredictions)
  }
}

extension PilotRun {
  /// Chooses, trains on all training rows and scores; the choice stands before a test row is looked at.
  fileprivate func finish(
    _ comparisons: [Comparison], memory: () -> Double, _ testPredictions: (TestPredictions) -> Void
  ) throws -> PilotResult {
    let winner = choose(comparisons)
    let finals = try retrain(comparisons, first: winner.candidate)
    if let final = finals.model(winner.candidate) {
      testPredictions(
        TestPredictions(final, rows: rows, targets: finals.targets, classes: dataset.classes))
    }
    return try result(comparisons, finals: finals, winner: winner, memory: memory)
  }
}
