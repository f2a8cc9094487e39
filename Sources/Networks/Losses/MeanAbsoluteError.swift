import Kernels

/// The mean over rows and values of |output − target|; targets are numbers, [rows][output].
///
/// Where output and target are equal the slope is 0.
public struct MeanAbsoluteError: Loss {
  public static let kind = "mean-absolute-error"

  public init() {}

  public func evaluate(_ batch: LossBatch) -> Double {
    batch.passes.error(
      .absolute, batch.values, targets: batch.targets, weights: batch.weights, delta: batch.delta,
      count: batch.rows * batch.output.count, scale: batch.scale)
  }
}
