import Knowledge

/// One measured fact with its interval.
public struct Observation: Hashable, Codable, Sendable {
  public var id: ObservationID
  public var value: Double
  public var low: Double
  public var high: Double
  /// Whether it was measured on the person's own data.
  public var onUserData: Bool
  /// The approach the measured model belongs to; nil for facts about the data.
  public var approach: ApproachID?

  public init(
    id: ObservationID, value: Double, low: Double, high: Double, onUserData: Bool,
    approach: ApproachID? = nil
  ) {
    self.id = id
    self.value = value
    self.low = low
    self.high = high
    self.onUserData = onUserData
    self.approach = approach
  }
}
