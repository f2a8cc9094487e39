import Kernels

/// What training lowers; an average over rows, and lower is better.
///
/// A loss of probabilities takes logits and applies the activation that belongs to it (`link`) itself,
/// because that keeps every digit where a probability is near 0 or 1.
public protocol Loss: Codable, Hashable, Sendable {
  /// The kind's name in files, such as "softmax-cross-entropy".
  static var kind: String { get }

  /// What turns the network's output into predictions.
  var link: Link { get }

  /// Throws `NetworkError` if a setting is outside its range or the output has another shape.
  func validate(output: Shape) throws

  /// Target values of one row, for an output of this shape.
  func targetCount(output: Shape) -> Int

  /// The targets that are legal, in signs that need no translation, and whether `target` is one of them.
  func accepts(_ target: Float, output: Shape) -> Bool
  func legalTargets(output: Shape) -> String

  /// Throws `NetworkError` if the targets of row number `row`, each of them legal alone, do not go together.
  func validate(targets: ArraySlice<Float>, row: Int, output: Shape) throws

  /// Numbers of working memory for a batch of `rows` rows.
  func scratchCount(output: Shape, rows: Int) -> Int

  /// Spreads the rows' weights over the target values; returns what the weighted sum is divided by.
  func spreadWeights(_ batch: LossWeights) -> Double

  /// The weighted sum of the losses; writes scale × its gradient with respect to the output.
  func evaluate(_ batch: LossBatch) -> Double
}

/// The activation that turns a network's output into predictions.
public enum Link: String, Codable, CaseIterable, Sendable {
  case identity
  /// Each value alone becomes a probability.
  case sigmoid
  /// The values of each position become probabilities that add up to 1.
  case softmax
}

extension Loss {
  public var link: Link { .identity }
  public func validate(output: Shape) throws {}
  public func targetCount(output: Shape) -> Int { output.count }
  public func accepts(_ target: Float, output: Shape) -> Bool { target.isFinite }
  public func legalTargets(output: Shape) -> String { "−∞ < target < ∞" }
  public func validate(targets: ArraySlice<Float>, row: Int, output: Shape) throws {}
  public func scratchCount(output: Shape, rows: Int) -> Int { 0 }

  /// Every target value of a row gets an equal share of the row's weight; the divisor is the rows.
  public func spreadWeights(_ batch: LossWeights) -> Double {
    spreadOverPositions(batch, positions: targetCount(output: batch.output))
  }

  /// Every target value of a row gets the row's weight divided by its positions; the divisor is the rows.
  func spreadOverPositions(_ batch: LossWeights, positions: Int) -> Double {
    let width = targetCount(output: batch.output)
    for row in 0..<batch.rows {
      let weight = batch.passes.read(batch.rowWeights, at: row) / Double(positions)
      batch.passes.fill(batch.passes.place(batch.weights, row * width), count: width, with: weight)
    }
    return Double(batch.rows)
  }
}

/// Where a loss finds the weights of a batch's rows, and where it writes those of its target values.
public struct LossWeights {
  public let passes: VectorPasses
  public let rows: Int
  /// The output's shape.
  public let output: Shape
  /// Row-major [rows][targetCount].
  public let targets: Numbers
  /// Shape [rows], averaging 1 over the training rows.
  public let rowWeights: Numbers
  /// Row-major [rows][targetCount].
  public let weights: Numbers

}

/// One batch's output and targets, and where the gradient goes.
public struct LossBatch {
  public let passes: VectorPasses
  public let rows: Int
  /// The output's shape.
  public let output: Shape
  /// The network's output, row-major [rows][output].
  public let values: Numbers
  /// Row-major [rows][targetCount].
  public let targets: Numbers
  /// Row-major [rows][targetCount].
  public let weights: Numbers
  /// Receives the gradient, row-major [rows][output]; may be the output's own memory.
  public let delta: Numbers
  public let scratch: Numbers
  /// Multiplies the gradient.
  public let scale: Double
}
