import Kernels

/// The mean over rows and values of −w t ln p − (1 − t) ln(1 − p), with p = sigmoid(output).
///
/// Targets lie from 0 to 1, [rows][output]. As PyTorch's `BCEWithLogitsLoss` with `pos_weight`.
public struct BinaryCrossEntropy: Loss {
  public static let kind = "binary-cross-entropy"

  /// The share s of every target that is moved to ½: t becomes (1 − s) t + s / 2; 0 or more and below 1.
  public var labelSmoothing: Double
  /// w, how often the positive class counts, more than 0; negatives ÷ positives evens out rare positives.
  public var positiveWeight: Double

  public init(labelSmoothing: Double = 0, positiveWeight: Double = 1) {
    self.labelSmoothing = labelSmoothing
    self.positiveWeight = positiveWeight
  }

  public var link: Link { .sigmoid }

  public func validate(output: Shape) throws {
    try NetworkError.require(
      labelSmoothing >= 0 && labelSmoothing < 1, "labelSmoothing", "0 ≤ labelSmoothing < 1", labelSmoothing)
    try NetworkError.require(
      positiveWeight > 0 && positiveWeight.isFinite, "positiveWeight", "0 < positiveWeight < ∞",
      positiveWeight)
  }

  public func accepts(_ target: Float, output: Shape) -> Bool { target >= 0 && target <= 1 }
  public func legalTargets(output: Shape) -> String { "0 ≤ target ≤ 1" }

  public func evaluate(_ batch: LossBatch) -> Double {
    batch.passes.sigmoidCrossEntropy(
      batch.values, targets: batch.targets, weights: batch.weights, delta: batch.delta,
      count: batch.rows * batch.output.count, scale: batch.scale, smoothing: labelSmoothing,
      positiveWeight: positiveWeight)
  }
}
