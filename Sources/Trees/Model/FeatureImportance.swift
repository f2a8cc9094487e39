/// How much a column mattered to a model.
public struct FeatureImportance: Codable, Hashable, Sendable {
  public let column: Int
  /// Sum of the gains of its splits, 0 or more, in units of the objective.
  public let gain: Double
  /// Its splits.
  public let splits: Int
}

extension BoostedTrees {
  /// One entry a column, in the order of the columns.
  ///
  /// Gain favours columns with many distinct values when the model overfits (Strobl et al., 2007); measure
  /// on rows that training did not see before drawing conclusions.
  public var featureImportance: [FeatureImportance] {
    var gains = [Double](repeating: 0, count: columns.count)
    var splits = [Int](repeating: 0, count: columns.count)
    for tree in trees {
      for (column, gain) in zip(tree.columns, tree.gains) {
        gains[Int(column)] += Double(gain)
        splits[Int(column)] += 1
      }
    }
    return columns.indices.map { FeatureImportance(column: $0, gain: gains[$0], splits: splits[$0]) }
  }
}
