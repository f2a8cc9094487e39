/// What the pilot cost here; left out where times are left out.
public struct PilotCost: Hashable, Codable, Sendable {
  public var seconds: Double
  public var budgetSeconds: Double
  public var budgetExhausted: Bool
  /// Training the winner once on all training rows.
  public var trainingSeconds: Double
  /// Median seconds for one prediction of the winner.
  public var predictionSeconds: Double
  public var peakMemoryBytes: Double

  public init(
    seconds: Double, budgetSeconds: Double, budgetExhausted: Bool, trainingSeconds: Double,
    predictionSeconds: Double, peakMemoryBytes: Double
  ) {
    self.seconds = seconds
    self.budgetSeconds = budgetSeconds
    self.budgetExhausted = budgetExhausted
    self.trainingSeconds = trainingSeconds
    self.predictionSeconds = predictionSeconds
    self.peakMemoryBytes = peakMemoryBytes
  }
}
