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
}

/// How to train a network, whatever its shape.
public struct TrainingConfiguration: Codable, Hashable, Sendable {
  public var optimiser: Optimiser
  /// Rows of one step, at least 1; the last step of an epoch takes what is left.
  public var batchSize: Int
  /// Passes over the training rows, at least 1.
  public var epochs: Int
  /// Adds l1 · Σ|w| over the weights, never the biases, to the loss that is lowered; 0 or more.
  public var l1: Double
  /// Adds l2 / 2 · Σw² over the weights, never the biases, to the loss that is lowered; 0 or more.
  public var l2: Double
  public var earlyStopping: EarlyStopping?
  /// Starts the random numbers for initial parameters, batch order and dropout.
  public var seed: UInt64
  /// Whether each epoch draws a new order of the rows; otherwise they come as they stand.
  public var shuffle: Bool

  public init(
    optimiser: Optimiser = .adam(), batchSize: Int = 32, epochs: Int = 10, l1: Double = 0, l2: Double = 0,
    earlyStopping: EarlyStopping? = nil, seed: UInt64 = 42, shuffle: Bool = true
  ) {
    self.optimiser = optimiser
    self.batchSize = batchSize
    self.epochs = epochs
    self.l1 = l1
    self.l2 = l2
    self.earlyStopping = earlyStopping
    self.seed = seed
    self.shuffle = shuffle
  }

  /// Throws `NetworkError.illegalParameter` if some part is outside its legal range.
  public func validate() throws {
    try optimiser.validate()
    try NetworkError.require(batchSize >= 1, "batchSize", "≥ 1", batchSize)
    try NetworkError.require(epochs >= 1, "epochs", "≥ 1", epochs)
    try NetworkError.require(l1 >= 0 && l1.isFinite, "l1", "0 ≤ l1 < ∞", l1)
    try NetworkError.require(l2 >= 0 && l2.isFinite, "l2", "0 ≤ l2 < ∞", l2)
    if let stopping = earlyStopping {
      try NetworkError.require(
        stopping.patience >= 1, "earlyStopping.patience", "≥ 1", stopping.patience)
      try NetworkError.require(
        stopping.minimumImprovement >= 0 && stopping.minimumImprovement.isFinite,
        "earlyStopping.minimumImprovement", "0 ≤ minimumImprovement < ∞", stopping.minimumImprovement)
    }
  }
}
