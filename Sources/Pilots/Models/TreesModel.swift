import Networks
import Trees

/// Gradient-boosted trees with settings that suit most tables.
struct TreesModel {
  let task: PilotTask

  static let rounds = 400
  static let learningRate = 0.08
  static let leaves = 15
  static let leafRows = 12
  static let columnFraction = 0.8
  static let rowFraction = 0.8
  /// Rounds without progress on the watched slice that end the training.
  static let patience = 25

  /// Trains until the loss on a slice of the given rows rises, never on rows used for choosing.
  func fitWatched(
    _ examples: ExampleSet, seed: UInt64, shouldStop: @escaping () -> Bool
  ) throws -> BoostingOutcome {
    let slice = task.stoppingSlice(examples, seed: seed)
    return try boostTrees(
      configuration(rounds: Self.rounds, seed: seed, watched: true),
      on: table(examples.subset(slice.training)), validation: table(examples.subset(slice.heldOut)),
      shouldStop: shouldStop)
  }

  /// Trains on all the given rows for a fixed number of rounds.
  func fit(
    _ examples: ExampleSet, rounds: Int, seed: UInt64, shouldStop: @escaping () -> Bool
  ) throws -> BoostingOutcome {
    try boostTrees(
      configuration(rounds: rounds, seed: seed, watched: false), on: table(examples),
      shouldStop: shouldStop)
  }

  private func configuration(rounds: Int, seed: UInt64, watched: Bool) -> BoostingConfiguration {
    let objective: BoostingObjective =
      switch task {
      case .binary: .binary
      case .multiclass(let classes): .softmax(classes: classes)
      case .regression: .squaredError
      }
    return BoostingConfiguration(
      objective: objective, rounds: rounds, learningRate: Self.learningRate, leaves: Self.leaves,
      minimumLeafRows: Self.leafRows, l2: 1, rowFraction: Self.rowFraction,
      columnFraction: Self.columnFraction, earlyStoppingRounds: watched ? Self.patience : nil, seed: seed)
  }

  private func table(_ examples: ExampleSet) -> TreeTable {
    TreeTable(
      rows: examples.rows, columns: (0..<examples.columns).map { _ in .numeric() },
      features: examples.features, targets: examples.targets)
  }
}
