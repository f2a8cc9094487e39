/// A boosted model, ready for use.
public struct BoostedTrees: Codable, Hashable, Sendable {
  public let objective: BoostingObjective
  public let columns: [TreeColumn]
  /// By column: the levels that training knew, ascending; empty for a numeric column.
  public let levels: [[Int32]]
  /// By output: the score of a row before the first tree.
  public let initialScores: [Double]
  /// Round by round, in each round one tree an output.
  public let trees: [RegressionTree]

  init(
    objective: BoostingObjective, columns: [TreeColumn], bins: [ColumnBins], initialScores: [Double],
    trees: [RegressionTree]
  ) {
    self.objective = objective
    self.columns = columns
    levels = bins.map { if case .categorical(let levels) = $0 { levels.sorted() } else { [] } }
    self.initialScores = initialScores
    self.trees = trees
  }

  /// Rounds that the model holds.
  public var rounds: Int { trees.count / objective.outputs }

  /// The model as it was after its first rounds.
  public func prefix(rounds: Int) -> BoostedTrees {
    BoostedTrees(copying: self, trees: Array(trees.prefix(rounds * objective.outputs)))
  }

  private init(copying model: BoostedTrees, trees: [RegressionTree]) {
    objective = model.objective
    columns = model.columns
    levels = model.levels
    initialScores = model.initialScores
    self.trees = trees
  }
}
