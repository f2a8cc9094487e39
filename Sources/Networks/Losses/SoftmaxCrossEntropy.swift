import Kernels

/// The mean over positions of −ln p of the true class, with p = softmax(output) at that position.
///
/// An output of shape [classes] has one position, one of [time, classes] has one for each time. Targets are
/// class indices, [rows][positions]. With class weights w the mean is Σ w loss ÷ Σ w, as in PyTorch.
public struct SoftmaxCrossEntropy: Loss {
  public static let kind = "softmax-cross-entropy"

  /// The share of the target that is spread evenly over all classes, 0 or more and below 1 (Szegedy et
  /// al., 2016).
  public var labelSmoothing: Double
  /// How much each class counts, 0 or more; nil counts every class once.
  public var classWeights: [Double]?
  /// Positions with this target, a negative whole number such as −1, do not count.
  public var ignoredTarget: Int?

  public init(labelSmoothing: Double = 0, classWeights: [Double]? = nil, ignoredTarget: Int? = nil) {
    self.labelSmoothing = labelSmoothing
    self.classWeights = classWeights
    self.ignoredTarget = ignoredTarget
  }

  public var link: Link { .softmax }

  public func validate(output: Shape) throws {
    try NetworkError.require(output.width >= 2, "classes", "≥ 2", output.width)
    try NetworkError.require(
      labelSmoothing >= 0 && labelSmoothing < 1, "labelSmoothing", "0 ≤ labelSmoothing < 1", labelSmoothing)
    if let classWeights {
      try NetworkError.require(
        classWeights.count == output.width, "classWeights.count", "= \(output.width)", classWeights.count)
      for (index, weight) in classWeights.enumerated() {
        try NetworkError.require(
          weight >= 0 && weight.isFinite, "classWeights[\(index)]", "0 ≤ weight < ∞", weight)
      }
    }
    if let ignoredTarget {
      try NetworkError.require(ignoredTarget < 0, "ignoredTarget", "< 0", ignoredTarget)
    }
  }

  public func targetCount(output: Shape) -> Int { output.positions }

  public func accepts(_ target: Float, output: Shape) -> Bool {
    if let ignoredTarget, target == Float(ignoredTarget) { return true }
    return target >= 0 && target < Float(output.width) && target == target.rounded()
  }

  public func legalTargets(output: Shape) -> String {
    "0, 1, …, \(output.width - 1)" + (ignoredTarget.map { ", \($0)" } ?? "")
  }

  public func spreadWeights(_ batch: LossWeights) -> Double {
    let positions = batch.output.positions
    var total = 0.0
    for row in 0..<batch.rows {
      let share = 1 / Double(positions)
      let rowWeight = batch.passes.read(batch.rowWeights, at: row)
      for position in row * positions..<(row + 1) * positions {
        var weight = share
        if classWeights != nil || ignoredTarget != nil {
          let target = Int(batch.passes.read(batch.targets, at: position))
          weight *= target < 0 ? 0 : classWeights?[target] ?? 1
        }
        total += weight
        batch.passes.write(weight * rowWeight, to: batch.weights, at: position)
      }
    }
    return total
  }

  public func evaluate(_ batch: LossBatch) -> Double {
    batch.passes.softmaxCrossEntropy(
      batch.values, classes: batch.targets, weights: batch.weights, delta: batch.delta,
      rows: batch.rows * batch.output.positions, columns: batch.output.width, scale: batch.scale,
      smoothing: labelSmoothing)
  }
}
