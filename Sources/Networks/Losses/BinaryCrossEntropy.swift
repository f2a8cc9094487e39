import Kernels

/// The mean over rows and values of −t ln p − (1 − t) ln(1 − p), with p = sigmoid(output).
///
/// Targets lie from 0 to 1, [rows][output].
public struct BinaryCrossEntropy: Loss {
  public static let kind = "binary-cross-entropy"

  public init() {}

  public var link: Link { .sigmoid }

  public func accepts(_ target: Float, output: Shape) -> Bool { target >= 0 && target <= 1 }
  public func legalTargets(output: Shape) -> String { "0 ≤ target ≤ 1" }

  public func evaluate(_ batch: LossBatch) -> Double {
    batch.passes.sigmoidCrossEntropy(
      batch.values, targets: batch.targets, weights: batch.weights, delta: batch.delta,
      count: batch.rows * batch.output.count, scale: batch.scale)
  }
}
