/// How to split by columns whose levels have no order.
public struct CategoricalSplits: Codable, Hashable, Sendable {
  /// With at most this many levels, one level parts from all others; with more, many part from many.
  public var oneVersusRestLevels: Int
  /// Added to a level's hessian where levels are put in order, and the rows that it must have; 0 or more.
  public var smoothing: Double
  /// Added to `l2` for splits of many levels from many, 0 or more.
  public var l2: Double
  /// Levels on the side that is named, at least 1.
  public var maximumLevels: Int
  /// Rows that one more step along the ordered levels must add, at least 1.
  public var minimumLevelRows: Int

  public init(
    oneVersusRestLevels: Int = 4, smoothing: Double = 10, l2: Double = 10, maximumLevels: Int = 32,
    minimumLevelRows: Int = 100
  ) {
    self.oneVersusRestLevels = oneVersusRestLevels
    self.smoothing = smoothing
    self.l2 = l2
    self.maximumLevels = maximumLevels
    self.minimumLevelRows = minimumLevelRows
  }

  func validate() throws(TreeError) {
    try TreeError.require(
      oneVersusRestLevels >= 0, "categorical.oneVersusRestLevels", "≥ 0", oneVersusRestLevels)
    try TreeError.require(
      smoothing >= 0 && smoothing.isFinite, "categorical.smoothing", "0 ≤ smoothing < ∞", smoothing)
    try TreeError.require(l2 >= 0 && l2.isFinite, "categorical.l2", "0 ≤ l2 < ∞", l2)
    try TreeError.require(maximumLevels >= 1, "categorical.maximumLevels", "≥ 1", maximumLevels)
    try TreeError.require(
      minimumLevelRows >= 1, "categorical.minimumLevelRows", "≥ 1", minimumLevelRows)
  }
}

/// How to grow gradient-boosted trees: the usual settings, as LightGBM names and presets them.
public struct BoostingConfiguration: Codable, Hashable, Sendable {
  public var objective: BoostingObjective
  /// Rounds at most, at least 1.
  public var rounds: Int
  /// What each tree's values are multiplied by, above 0 and at most 1 (shrinkage; Friedman, 2001).
  public var learningRate: Double
  /// Leaves of a tree at most, from 2 to 65,536.
  public var leaves: Int
  /// Splits from the root to a leaf at most, at least 1; nil sets no bound.
  public var maximumDepth: Int?
  /// Rows of a leaf, at least 1.
  public var minimumLeafRows: Int
  /// Hessians of a leaf, summed, 0 or more; row weights count.
  public var minimumLeafHessian: Double
  /// Takes l1 from the absolute gradient of a leaf before its value is computed, 0 or more.
  public var l1: Double
  /// Added to the hessian of a leaf before its value is computed, 0 or more.
  public var l2: Double
  /// What a split must gain more than, 0 or more.
  public var minimumGain: Double
  /// Share of the rows that each round draws, above 0 and at most 1.
  public var rowFraction: Double
  /// Share of the columns that each tree draws, above 0 and at most 1.
  public var columnFraction: Double
  public var categorical: CategoricalSplits
  public var binning: BinningConfiguration
  /// Rounds without a lower validation loss that end the training, at least 1; nil never ends it early.
  public var earlyStoppingRounds: Int?
  /// Draws rows and columns.
  public var seed: UInt64

  public init(
    objective: BoostingObjective, rounds: Int = 100, learningRate: Double = 0.1, leaves: Int = 31,
    maximumDepth: Int? = nil, minimumLeafRows: Int = 20, minimumLeafHessian: Double = 1e-3, l1: Double = 0,
    l2: Double = 0, minimumGain: Double = 0, rowFraction: Double = 1, columnFraction: Double = 1,
    categorical: CategoricalSplits = CategoricalSplits(),
    binning: BinningConfiguration = BinningConfiguration(), earlyStoppingRounds: Int? = nil,
    seed: UInt64 = 42
  ) {
    self.objective = objective
    self.rounds = rounds
    self.learningRate = learningRate
    self.leaves = leaves
    self.maximumDepth = maximumDepth
    self.minimumLeafRows = minimumLeafRows
    self.minimumLeafHessian = minimumLeafHessian
    self.l1 = l1
    self.l2 = l2
    self.minimumGain = minimumGain
    self.rowFraction = rowFraction
    self.columnFraction = columnFraction
    self.categorical = categorical
    self.binning = binning
    self.earlyStoppingRounds = earlyStoppingRounds
    self.seed = seed
  }

  /// Throws `TreeError.illegalParameter` if some part is outside its legal range.
  public func validate() throws(TreeError) {
    func finite(_ value: Double, _ name: String) throws(TreeError) {
      try TreeError.require(value >= 0 && value.isFinite, name, "0 ≤ \(name) < ∞", value)
    }
    func share(_ value: Double, _ name: String) throws(TreeError) {
      try TreeError.require(value > 0 && value <= 1, name, "0 < \(name) ≤ 1", value)
    }
    try objective.validate()
    try TreeError.require(rounds >= 1, "rounds", "≥ 1", rounds)
    try share(learningRate, "learningRate")
    try TreeError.require(2...65_536 ~= leaves, "leaves", "2…65536", leaves)
    if let maximumDepth {
      try TreeError.require(maximumDepth >= 1, "maximumDepth", "≥ 1", maximumDepth)
    }
    try TreeError.require(minimumLeafRows >= 1, "minimumLeafRows", "≥ 1", minimumLeafRows)
    try finite(minimumLeafHessian, "minimumLeafHessian")
    try finite(l1, "l1")
    try finite(l2, "l2")
    try finite(minimumGain, "minimumGain")
    try share(rowFraction, "rowFraction")
    try share(columnFraction, "columnFraction")
    try categorical.validate()
    try binning.validate()
    if let earlyStoppingRounds {
      try TreeError.require(
        earlyStoppingRounds >= 1, "earlyStoppingRounds", "≥ 1", earlyStoppingRounds)
    }
  }
}
