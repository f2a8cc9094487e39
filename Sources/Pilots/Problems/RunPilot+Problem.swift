import Recommendations

/// Trains the candidates of a task of its own kind, chooses one by the validation part, and scores all on a
/// test part that was never looked at before.
///
/// The same problem, configuration and seed give the same result apart from its cost, unless the budget binds;
/// what it cut is among the result's notes. Candidates already in the journal are not trained again.
/// - Parameters:
///   - threads: of a network's training, at least 1; any number gives the same result.
///
/// The other parameters are those of `runPilot(dataset:)`.
/// - Throws: `PilotError`; what `journal` or `progress` throws.
public func runPilot(
  _ problem: some PilotProblem, configuration: PilotConfiguration, seed: UInt64, budgetSeconds: Double,
  clock: @escaping () -> Double, memory: () -> Double, journal: any PilotJournal,
  threads: Int = 2, progress: @escaping (PilotProgress) throws -> Void = { _ in },
  isCancelled: @escaping () -> Bool = { false }
) throws -> PilotResult {
  let run = try ProblemRun(
    problem, configuration: configuration, seed: seed, budget: Budget(seconds: budgetSeconds, clock: clock),
    threads: threads, journal: journal, progress: progress, isCancelled: isCancelled)
  return try run.result(run.trainAll(), memory: memory)
}
