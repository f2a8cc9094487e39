/// What the splits of a decision tree lower: the impurity of the rows that end together.
public enum SplitCriterion: Codable, Hashable, Sendable {
  /// 1 − Σ p², p being the shares of the classes.
  case gini(classes: Int)
  /// −Σ p ln p.
  case entropy(classes: Int)
  /// Mean of (target − mean)².
  case variance

  /// Values of a leaf: shares of classes, or one mean.
  public var outputs: Int {
    switch self {
    case .gini(let classes), .entropy(let classes): classes
    case .variance: 1
    }
  }
}

/// How to grow one decision tree.
public struct DecisionTreeConfiguration: Codable, Hashable, Sendable {
  public var criterion: SplitCriterion
  /// Splits from the root to a leaf at most, at least 1; nil sets no bound.
  public var maximumDepth: Int?
  /// Leaves at most, at least 2, those kept whose splits lower impurity most; nil sets no bound.
  public var maximumLeaves: Int?
  /// Rows of a leaf, at least 1.
  public var minimumLeafRows: Int
  /// By how much a split must lower the impurity of the whole tree, the rows that it concerns weighted by
  /// their share, 0 or more.
  public var minimumDecrease: Double

  public init(
    criterion: SplitCriterion, maximumDepth: Int? = nil, maximumLeaves: Int? = nil,
    minimumLeafRows: Int = 1, minimumDecrease: Double = 0
  ) {
    self.criterion = criterion
    self.maximumDepth = maximumDepth
    self.maximumLeaves = maximumLeaves
    self.minimumLeafRows = minimumLeafRows
    self.minimumDecrease = minimumDecrease
  }

  /// Throws `TreeError.illegalParameter` if some part is outside its legal range.
  public func validate() throws(TreeError) {
    switch criterion {
    case .gini(let classes), .entropy(let classes):
      try TreeError.require(2...10_000 ~= classes, "criterion.classes", "2…10000", classes)
    case .variance: break
    }
    if let maximumDepth {
      try TreeError.require(maximumDepth >= 1, "maximumDepth", "≥ 1", maximumDepth)
    }
    if let maximumLeaves {
      try TreeError.require(maximumLeaves >= 2, "maximumLeaves", "≥ 2", maximumLeaves)
    }
    try TreeError.require(minimumLeafRows >= 1, "minimumLeafRows", "≥ 1", minimumLeafRows)
    try TreeError.require(
      minimumDecrease >= 0 && minimumDecrease.isFinite, "minimumDecrease", "0 ≤ minimumDecrease < ∞",
      minimumDecrease)
  }
}
