import Foundation
import Kernels

/// The mean over rows of exp(−Σ p t), with p = softmax(output): what is lost by holding the shares p of things
/// that earn t.
///
/// Minus the expected utility of an investor whose aversion to risk is constant (Pratt, 1964; Arrow, 1965). The
/// targets, [rows][output], are returns times that aversion; for small ones lowering the loss raises the mean
/// return less half the aversion times its variance. Always more than 0; 1 for earning nothing.
public struct ExponentialUtility: Loss {
  public static let kind = "exponential-utility"

  public init() {}

  public var link: Link { .softmax }

  public func validate(output: Shape) throws {
    try NetworkError.require(output.positions == 1, "output.positions", "1", output.positions)
    try NetworkError.require(output.width >= 2, "assets", "≥ 2", output.width)
  }

  public func evaluate(_ batch: LossBatch) -> Double {
    let (passes, width) = (batch.passes, batch.output.width)
    var total = 0.0
    for row in 0..<batch.rows {
      let places = row * width..<(row + 1) * width
      let logits = places.map { passes.read(batch.values, at: $0) }
      let returns = places.map { passes.read(batch.targets, at: $0) }
      let weight = places.reduce(0.0) { $0 + passes.read(batch.weights, at: $1) }
      let highest = logits.max() ?? 0
      let powers = logits.map { exp($0 - highest) }
      let sum = powers.reduce(0, +)
      let shares = powers.map { $0 / sum }
      let earned = zip(shares, returns).reduce(0.0) { $0 + $1.0 * $1.1 }
      let loss = weight * exp(-earned)
      total += loss
      for (place, column) in places.enumerated() {
        let slope = -loss * shares[place] * (returns[place] - earned)
        passes.write(batch.scale * slope, to: batch.delta, at: column)
      }
    }
    return total
  }
}
