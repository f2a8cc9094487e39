/// The losses of one epoch: means over the rows, without penalties; lower is better.
public struct EpochRecord: Codable, Hashable, Sendable {
  /// Counted from 1.
  public let epoch: Int
  /// As each batch was met, before its step and with dropout acting.
  public let trainingLoss: Double
  /// After the epoch's last step, without dropout; nil without validation rows.
  public let validationLoss: Double?

  public init(epoch: Int, trainingLoss: Double, validationLoss: Double?) {
    self.epoch = epoch
    self.trainingLoss = trainingLoss
    self.validationLoss = validationLoss
  }

  /// The loss that says which epoch is best: the validation loss if there is one.
  public var watchedLoss: Double { validationLoss ?? trainingLoss }
}

/// Whether to go on after an epoch.
public enum TrainingControl: Sendable {
  case proceed, stop
}

/// What training left.
public struct TrainingOutcome: Sendable {
  /// With early stopping the parameters of the best epoch, otherwise those of the last step.
  public let network: TrainedNetwork
  /// One record for every epoch that was finished.
  public let history: [EpochRecord]
  /// Steps taken.
  public let steps: Int
  /// The epoch with the lowest watched loss, counted from 1; 0 if none was finished.
  public let bestEpoch: Int
  /// Whether early stopping ended the training.
  public let stoppedEarly: Bool
  /// Whether the caller, a limit of steps or the time budget ended the training.
  public let interrupted: Bool
}
