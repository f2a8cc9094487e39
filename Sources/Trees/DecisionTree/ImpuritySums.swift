import Foundation

/// Sums over rows from which impurity follows: weights by class, or the moments of the targets.
///
/// Targets are counted from a given origin, near their mean, so that squares do not swallow differences.
struct ImpuritySums {
  let criterion: SplitCriterion
  /// By class; or weight, weight · target, weight · target².
  private(set) var parts: [Double]
  private(set) var rows = 0
  private let origin: Double

  init(_ criterion: SplitCriterion, origin: Double) {
    self.criterion = criterion
    self.origin = origin
    parts = [Double](repeating: 0, count: criterion == .variance ? 3 : criterion.outputs)
  }

  mutating func add(target: Float, weight: Double) {
    rows += 1
    switch criterion {
    case .gini, .entropy: parts[Int(target)] += weight
    case .variance:
      let value = Double(target) - origin
      parts[0] += weight
      parts[1] += weight * value
      parts[2] += weight * value * value
    }
  }

  mutating func add(_ other: ImpuritySums) {
    for place in parts.indices { parts[place] += other.parts[place] }
    rows += other.rows
  }

  mutating func clear() {
    for place in parts.indices { parts[place] = 0 }
    rows = 0
  }

  /// Becomes what `whole` has beyond `part`.
  mutating func become(_ whole: ImpuritySums, less part: ImpuritySums) {
    for place in parts.indices { parts[place] = whole.parts[place] - part.parts[place] }
    rows = whole.rows - part.rows
  }

  var weight: Double { criterion == .variance ? parts[0] : parts.reduce(0, +) }

  /// Impurity times weight; 0 or more but for rounding.
  var weightedImpurity: Double {
    let weight = weight
    guard weight > 0 else { return 0 }
    switch criterion {
    case .gini: return weight - parts.reduce(0) { $0 + $1 * $1 } / weight
    case .entropy: return -parts.reduce(0) { $1 > 0 ? $0 + $1 * log($1 / weight) : $0 }
    case .variance: return parts[2] - parts[1] * parts[1] / weight
    }
  }

  /// Shares of the classes, or the mean.
  var value: [Float] {
    let weight = weight
    guard weight > 0 else { return [Float](repeating: 0, count: criterion.outputs) }
    return criterion == .variance
      ? [Float(parts[1] / weight + origin)] : parts.map { Float($0 / weight) }
  }

  /// What levels are put in order by: the mean target, or the share of one class.
  func rating(of target: Int) -> Double {
    criterion == .variance ? parts[1] / parts[0] : parts[target] / weight
  }
}
