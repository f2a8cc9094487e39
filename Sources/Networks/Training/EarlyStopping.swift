/// When to stop because the loss no longer falls.
///
/// The loss watched is the validation loss where validation rows are given, and the training loss
/// otherwise. The parameters of the best epoch are the ones kept.
public struct EarlyStopping: Codable, Hashable, Sendable {
  /// Epochs without improvement that end the training, at least 1.
  public var patience: Int
  /// By how much the loss must fall below the best so far to count, 0 or more.
  public var minimumImprovement: Double

  public init(patience: Int, minimumImprovement: Double = 0) {
    self.patience = patience
    self.minimumImprovement = minimumImprovement
  }

  func validate() throws {
    try NetworkError.require(patience >= 1, "earlyStopping.patience", "≥ 1", patience)
    try NetworkError.require(
      minimumImprovement >= 0 && minimumImprovement.isFinite, "earlyStopping.minimumImprovement",
      "0 ≤ minimumImprovement < ∞", minimumImprovement)
  }
}
