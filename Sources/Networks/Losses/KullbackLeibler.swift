import Kernels

/// The mean over positions of Σ t (ln t − ln p), with p = softmax(output) at that position.
///
/// How far the prediction is from a target distribution t (Kullback and Leibler, 1951): 0 or more, and 0
/// is perfect.
///
/// Targets are probabilities that add up to 1 at every position, [rows][output]. For outputs of one
/// position this is PyTorch's `KLDivLoss(reduction="batchmean")` on the logarithms of a softmax.
public struct KullbackLeibler: Loss {
  public static let kind = "kullback-leibler"

  /// How far from 1 a position's target probabilities may add up, for those given as rounded numbers.
  static let tolerance = 1e-3

  public init() {}

  public var link: Link { .softmax }

  public func validate(output: Shape) throws {
    try NetworkError.require(output.width >= 2, "classes", "≥ 2", output.width)
  }

  public func accepts(_ target: Float, output: Shape) -> Bool { target >= 0 && target <= 1 }
  public func legalTargets(output: Shape) -> String { "0 ≤ target ≤ 1" }

  public func validate(targets: ArraySlice<Float>, row: Int, output: Shape) throws {
    for start in stride(from: targets.startIndex, to: targets.endIndex, by: output.width) {
      let sum = targets[start..<start + output.width].reduce(0.0) { $0 + Double($1) }
      guard abs(sum - 1) <= Self.tolerance else {
        throw NetworkError.notADistribution(row: row, sum: sum)
      }
    }
  }

  public func spreadWeights(_ batch: LossWeights) -> Double {
    spreadOverPositions(batch, positions: batch.output.positions)
  }

  public func evaluate(_ batch: LossBatch) -> Double {
    batch.passes.softmaxDivergence(
      batch.values, targets: batch.targets, weights: batch.weights, delta: batch.delta,
      rows: batch.rows * batch.output.positions, columns: batch.output.width, scale: batch.scale)
  }
}
