/// Numbers behind the pilot's charts, for the winner on the test rows unless said otherwise.
public struct PilotDiagnostics: Hashable, Codable, Sendable {
  public struct EpochLoss: Hashable, Codable, Sendable {
    public var epoch: Int
    public var training: Double
    public var validation: Double?

    public init(
      epoch: Int, training: Double, validation: Double? = nil
    ) {
      self.epoch = epoch
      self.training = training
      self.validation = validation
    }
  }

  public struct CurvePoint: Hashable, Codable, Sendable {
    public var x: Double
    public var y: Double

    public init(
      x: Double, y: Double
    ) {
      self.x = x
      self.y = y
    }
  }

  /// The small network's losses in its first fold.
  public var losses: [EpochLoss]
  /// False-positive rate against true-positive rate; binary only.
  public var roc: [CurvePoint]
  /// Mean predicted probability against observed share; binary only.
  public var calibration: [CurvePoint]
  /// Rows are actual, columns predicted classes, in the data's class order; empty for regression.
  public var confusion: [[Int]]
  /// Actual (x) against predicted (y), at most 500 rows; regression only.
  public var predictions: [CurvePoint]

  public init(
    losses: [EpochLoss], roc: [CurvePoint], calibration: [CurvePoint], confusion: [[Int]],
    predictions: [CurvePoint]
  ) {
    self.losses = losses
    self.roc = roc
    self.calibration = calibration
    self.confusion = confusion
    self.predictions = predictions
  }
}
