/// How fast a machine computes, as measured on it.
public struct MachineSpeed: Hashable, Codable, Sendable {
  /// Floating-point operations a second in single precision, from large matrix products on one core.
  public var singlePrecisionFLOPsPerSecond: Double

  public init(singlePrecisionFLOPsPerSecond: Double) {
    self.singlePrecisionFLOPsPerSecond = singlePrecisionFLOPsPerSecond
  }
}
