import Kernels

/// The mean over rows and values of max(0, 1 − s output), with s = 1 for target 1 and −1 for target 0.
///
/// The loss of linear support vector machines (Cortes and Vapnik, 1995). Targets are 0 or 1,
/// [rows][output]; predictions are margins, above 0 for class 1, and no probabilities.
public struct HingeLoss: Loss {
  public static let kind = "hinge"

  public init() {}

  public func accepts(_ target: Float, output: Shape) -> Bool { target == 0 || target == 1 }
  public func legalTargets(output: Shape) -> String { "0, 1" }

  public func evaluate(_ batch: LossBatch) -> Double {
    batch.passes.error(
      .hinge, batch.values, targets: batch.targets, weights: batch.weights, delta: batch.delta,
      count: batch.rows * batch.output.count, scale: batch.scale)
  }
}
