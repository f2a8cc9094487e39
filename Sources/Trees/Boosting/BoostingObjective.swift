/// What boosting lowers, as a mean over the rows.
public enum BoostingObjective: Codable, Hashable, Sendable {
  /// (score − target)².
  case squaredError
  /// |score − target|; leaves predict medians.
  case absoluteError
  /// Half the square up to `delta`, then delta · (|score − target| − delta / 2) (Huber, 1964).
  case huber(delta: Double)
  /// −log of the probability of the target, 0 or 1; the score is the log odds of 1.
  case binary
  /// −log of the probability of the target's class; one score and one tree a round for each class.
  case softmax(classes: Int)

  /// Scores of a row, and trees of a round.
  public var outputs: Int {
    if case .softmax(let classes) = self { classes } else { 1 }
  }

  func validate() throws(TreeError) {
    switch self {
    case .huber(let delta):
      try TreeError.require(delta > 0 && delta.isFinite, "objective.delta", "0 < delta < ∞", delta)
    case .softmax(let classes):
      try TreeError.require(2...10_000 ~= classes, "objective.classes", "2…10000", classes)
    case .squaredError, .absoluteError, .binary: break
    }
  }

  func validate(_ targets: [Float]) throws(TreeError) {
    switch self {
    case .squaredError, .absoluteError, .huber: try requireNumbers(targets)
    case .binary: try requireClasses(targets, 2)
    case .softmax(let classes): try requireClasses(targets, classes)
    }
  }
}
