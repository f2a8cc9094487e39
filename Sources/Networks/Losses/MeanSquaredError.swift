import Kernels

/// The mean over rows and values of (output − target)²; targets are numbers, [rows][output].
public struct MeanSquaredError: Loss {
  public static let kind = "mean-squared-error"

  public init() {}

  public func evaluate(_ batch: LossBatch) -> Double {
    batch.passes.error(
      .squared, batch.values, targets: batch.targets, weights: batch.weights, delta: batch.delta,
      count: batch.rows * batch.output.count, scale: batch.scale)
  }
}
