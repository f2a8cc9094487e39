import Kernels

/// Sparse rows with their targets, for linear models.
public struct SparseExampleSet: Sendable {
  public let features: SparseRows
  /// A class index or a number, shape [rows].
  public let targets: [Float]
  /// How much each row counts, shape [rows], 0 or more; scaled to an average of 1 where they are used.
  ///
  /// Nil counts every row once.
  public let weights: [Float]?

  public init(features: SparseRows, targets: [Float], weights: [Float]? = nil) {
    precondition(targets.count == features.rows, "every row needs one target")
    precondition(weights.map { $0.count == features.rows } ?? true, "every row needs one weight")
    self.features = features
    self.targets = targets
    self.weights = weights
  }

  public var rows: Int { features.rows }
  public var columns: Int { features.columns }

  /// The given rows, in the given order; a row may come more than once.
  public func subset(_ chosen: [Int]) -> SparseExampleSet {
    SparseExampleSet(
      features: features.subset(chosen), targets: chosen.map { targets[$0] },
      weights: weights.map { all in chosen.map { all[$0] } })
  }
}
