/// One tree of a boosted model.
///
/// Splits count from 0, the root first. A child at or above 0 is a split; below 0 it is ~place of a leaf.
public struct RegressionTree: Codable, Hashable, Sendable {
  /// By split: the column that decides.
  public let columns: [Int32]
  /// By split: values at most this go left; not used where the column is categorical.
  public let thresholds: [Float]
  /// By split: whether a missing value, or an unknown level, goes left.
  public let missingLeft: [Bool]
  /// By split: the place in `levelSets` of the levels that go left; −1 where the column is numeric.
  public let levelSetPlaces: [Int32]
  /// Levels that go left, ascending.
  public let levelSets: [[Int32]]
  public let lefts: [Int32]
  public let rights: [Int32]
  /// By split: how much it lowered twice the objective's second-order expansion.
  public let gains: [Float]
  /// By split: training rows that reached it.
  public let splitRows: [Int32]
  /// By leaf: what it adds to the score.
  public let values: [Double]
  /// By leaf: training rows that ended in it.
  public let leafRows: [Int32]

  public var splits: Int { columns.count }
  public var leaves: Int { values.count }

  init(_ tree: GrownTree, bins: [ColumnBins]) {
    var sets: [[Int32]] = []
    var places: [Int32] = []
    var thresholds: [Float] = []
    for node in tree.nodes {
      switch (node.route, bins[node.column]) {
      case (.upTo(let bin, _), .numeric(let bounds)):
        // Only rows without a value lie right of the last bin.
        thresholds.append(bin < bounds.count ? bounds[bin] : .greatestFiniteMagnitude)
        places.append(-1)
      case (_, .categorical(let levels)):
        thresholds.append(0)
        places.append(Int32(sets.count))
        let left = node.leftBins.members.filter { $0 < levels.count }
        sets.append(left.map { levels[$0] }.sorted())
      case (.among, .numeric):
        preconditionFailure("a numeric column is split by a threshold")
      }
    }
    columns = tree.nodes.map { Int32($0.column) }
    self.thresholds = thresholds
    missingLeft = tree.nodes.map { $0.leftBins.contains(bins[$0.column].missing) }
    levelSetPlaces = places
    levelSets = sets
    lefts = tree.nodes.map { Int32($0.left) }
    rights = tree.nodes.map { Int32($0.right) }
    gains = tree.nodes.map { Float($0.gain) }
    splitRows = tree.nodes.map { Int32($0.rows) }
    values = tree.leaves.map(\.value)
    leafRows = tree.leaves.map { Int32($0.count) }
  }
}
