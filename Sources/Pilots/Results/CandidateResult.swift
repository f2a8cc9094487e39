import Recommendations

/// One model of the comparison, with what it scored.
public struct CandidateResult: Hashable, Codable, Sendable {
  public var candidate: PilotCandidate
  /// Mean over folds, with the interval from the folds.
  public var validation: MeasuredScore
  /// One value a fold.
  public var foldScores: [Double]
  /// Mean over folds on the rows trained on.
  public var training: Double
  public var parameters: Int
  /// The settings it was trained with, for the reader: name and value.
  public var settings: [String: String]
  public var test: MeasuredScore

  public init(
    candidate: PilotCandidate, validation: MeasuredScore, foldScores: [Double], training: Double,
    parameters: Int, settings: [String: String], test: MeasuredScore
  ) {
    self.candidate = candidate
    self.validation = validation
    self.foldScores = foldScores
    self.training = training
    self.parameters = parameters
    self.settings = settings
    self.test = test
  }
}
