import Kernels

/// The mean over rows and values of e² / 2 where |e| ≤ δ and δ (|e| − δ / 2) beyond (Huber, 1964), with
/// e = output − target; targets are numbers, [rows][output].
public struct HuberLoss: Loss {
  public static let kind = "huber"

  /// δ, the size of error from which on an error counts in proportion, more than 0.
  public var delta: Double

  public init(delta: Double = 1) { self.delta = delta }

  public func validate(output: Shape) throws {
    try NetworkError.require(delta > 0 && delta.isFinite, "delta", "0 < delta < ∞", delta)
  }

  public func evaluate(_ batch: LossBatch) -> Double {
    batch.passes.error(
      .huber, batch.values, targets: batch.targets, weights: batch.weights, delta: batch.delta,
      count: batch.rows * batch.output.count, scale: batch.scale, bend: delta)
  }
}
