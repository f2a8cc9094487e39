import Recommendations

/// Where a running pilot is.
public struct PilotProgress: Hashable, Sendable {
  public enum Phase: String, Codable, CaseIterable, Hashable, Sendable {
    /// Counting, splitting and encoding.
    case preparing
    /// Training in folds.
    case training
    /// Training on all training rows.
    case retraining
    /// Scoring the held-out rows.
    case testing
    /// Timing single predictions.
    case timing
  }

  public var phase: Phase
  public var candidate: PilotCandidate?
  /// Counted from 1, of `folds`.
  public var fold: Int?
  public var folds: Int
  /// Counted from 1; nil for models without epochs.
  public var epoch: Int?
  /// The loss watched for early stopping.
  public var loss: Double?
  /// 0–1; never falls.
  public var fractionDone: Double
  public var secondsElapsed: Double
  /// Seconds the whole run is expected to take; nil while there is nothing to judge by.
  public var secondsExpected: Double?

  public init(
    phase: Phase, candidate: PilotCandidate? = nil, fold: Int? = nil, folds: Int, epoch: Int? = nil,
    loss: Double? = nil, fractionDone: Double, secondsElapsed: Double, secondsExpected: Double? = nil
  ) {
    self.phase = phase
    self.candidate = candidate
    self.fold = fold
    self.folds = folds
    self.epoch = epoch
    self.loss = loss
    self.fractionDone = fractionDone
    self.secondsElapsed = secondsElapsed
    self.secondsExpected = secondsExpected
  }
}
