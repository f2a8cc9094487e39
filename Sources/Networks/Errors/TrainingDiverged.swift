/// The loss, a value or a parameter stopped being a number.
public struct TrainingDiverged: Error, Hashable, Sendable {
  /// Counted from 1.
  public let epoch: Int
  /// Steps taken since the start of the training, the one that failed included.
  public let step: Int
  /// The first node whose parameters or values are no numbers; "loss" if all of them are.
  public let layer: String
  /// The learning rate of that step, after any schedule.
  public let learningRate: Double
  /// The network as it last was when its loss and all its parameters were numbers.
  public let lastGood: TrainedNetwork
  /// The epochs that were finished.
  public let history: [EpochRecord]
}
