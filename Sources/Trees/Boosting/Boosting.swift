import Kernels

/// Trains gradient-boosted trees on a table.
///
/// Each round adds one tree (softmax: one a class) fitted to the objective's gradients and hessians at the
/// scores so far, its values multiplied by the learning rate. (Friedman, "Greedy function approximation: a
/// gradient boosting machine", 2001; histograms and leaf-wise growth as in Ke et al., "LightGBM: A Highly
/// Efficient Gradient Boosting Decision Tree", 2017.) The same arguments give the same bytes, whatever the
/// number of threads and the instruction set.
/// - Parameters:
///   - validation: rows whose loss is watched; needed for early stopping.
///   - shouldStop: asked before every round; when it says yes, training ends with what it has.
///   - onRound: told of every finished round.
/// - Throws: `TreeError` for settings or rows that cannot work; whatever `onRound` throws.
public func boostTrees(
  _ configuration: BoostingConfiguration, on table: TreeTable, validation: TreeTable? = nil,
  pool: WorkerPool = WorkerPool(threads: 1), instructionSet: InstructionSet = .best,
  shouldStop: (() -> Bool)? = nil, onRound: (BoostingRound) throws -> Void = { _ in }
) throws -> BoostingOutcome {
  try configuration.validate()
  let binned = try BinnedTable(
    table, configuration.binning, pool: pool, instructionSet: instructionSet)
  let watched = try validation.map {
    try BinnedTable(
      $0, configuration.binning, bins: binned.bins, pool: pool, instructionSet: instructionSet)
  }
  return try boostTrees(
    configuration, on: binned, validation: watched, pool: pool, instructionSet: instructionSet,
    shouldStop: shouldStop, onRound: onRound)
}

/// The same on rows that are binned already.
///
/// - Parameter validation: binned with the bins of `table`.
public func boostTrees(
  _ configuration: BoostingConfiguration, on table: BinnedTable, validation: BinnedTable? = nil,
  pool: WorkerPool = WorkerPool(threads: 1), instructionSet: InstructionSet = .best,
  shouldStop: (() -> Bool)? = nil, onRound: (BoostingRound) throws -> Void = { _ in }
) throws -> BoostingOutcome {
  try configuration.validate()
  for rows in [table, validation].compactMap({ $0 }) {
    precondition(rows.bins == table.bins, "validation rows need the bins of the training rows")
    try configuration.objective.validate(rows.targets)
    try requireWeights(rows.weights)
  }
  if configuration.earlyStoppingRounds != nil, validation == nil { throw TreeError.noValidationRows }
  if case .softmax = configuration.objective,
    let column = table.columns.firstIndex(where: { $0.monotone != nil })
  {
    throw TreeError.monotoneNotKept(column: column)
  }
  return try table.codes.withUnsafeBufferPointer { codes in
    try (validation?.codes ?? []).withUnsafeBufferPointer { watched in
      guard let codes = codes.baseAddress else { throw TreeError.noColumns }
      let run = BoostingRun(
        configuration, table, codes: codes, validation: validation, watchedCodes: watched.baseAddress,
        pool: pool, level: instructionSet.rawValue)
      while run.goesOn {
        if shouldStop?() == true {
          run.interrupted = true
          break
        }
        guard let record = run.grow() else { break }
        try onRound(record)
      }
      return try run.outcome()
    }
  }
}
