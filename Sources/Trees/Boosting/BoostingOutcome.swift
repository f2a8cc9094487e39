/// The losses after one round: means over the rows; lower is better.
public struct BoostingRound: Codable, Hashable, Sendable {
  /// Counted from 1.
  public let round: Int
  public let trainingLoss: Double
  /// Nil without validation rows.
  public let validationLoss: Double?
}

/// What boosting left.
public struct BoostingOutcome: Sendable {
  /// With early stopping the trees up to the best round, otherwise all.
  public let model: BoostedTrees
  /// One record for every round that was finished.
  public let history: [BoostingRound]
  /// The round with the lowest validation loss, or the last one without validation rows; from 1.
  public let bestRound: Int
  /// Whether the validation loss ended the training.
  public let stoppedEarly: Bool
  /// Whether training ended because no split gains any more.
  public let exhausted: Bool
  /// Whether the caller ended the training.
  public let interrupted: Bool
}
