/// One tree of yes-or-no questions, ready for use and small enough to be read.
public struct DecisionTree: Codable, Hashable, Sendable {
  /// The question that a node asks; a row for which the answer is yes goes left.
  public enum Question: Codable, Hashable, Sendable {
    /// Is the value at most this?
    case atMost(Float)
    /// Is the level one of these (ascending)?
    case among([Int32])
  }

  /// Where rows part.
  public struct Split: Codable, Hashable, Sendable {
    public let column: Int
    public let question: Question
    /// Whether rows without a value go left.
    public let missingLeft: Bool
    /// Impurity lowered by this split: that of its rows before less after, times their share of all rows.
    public let decrease: Double
    /// Places of the children in `nodes`.
    public let left: Int
    public let right: Int
  }

  /// A place where rows part or end.
  public struct Node: Codable, Hashable, Sendable {
    /// Shares of the classes, or the mean target.
    public let value: [Float]
    /// Training rows that reached it.
    public let rows: Int
    /// Mean over its rows.
    public let impurity: Double
    /// Nil for a leaf.
    public var split: Split?
  }

  public let columns: [TreeColumn]
  public let criterion: SplitCriterion
  /// The root first, every parent before its children.
  public let nodes: [Node]

  public var leaves: Int { nodes.count { $0.split == nil } }

  /// Splits on the longest way from the root to a leaf; 0 for a single leaf.
  public var depth: Int {
    var depths = [Int](repeating: 0, count: nodes.count)
    for (place, node) in nodes.enumerated() {
      guard let split = node.split else { continue }
      depths[split.left] = depths[place] + 1
      depths[split.right] = depths[place] + 1
    }
    return depths.max() ?? 0
  }

  /// The leaf's value of each row.
  ///
  /// - Parameter features: rows × columns values, as in `TreeTable.features`.
  /// - Returns: [rows][outputs]; empty for no rows.
  public func predict(
    _ features: [Float], rows: Int, layout: TreeTable.Layout = .rowMajor
  ) -> [Float] {
    precondition(features.count == rows * columns.count, "features of another tree")
    let (rowStride, columnStride) = layout == .rowMajor ? (columns.count, 1) : (1, rows)
    var result: [Float] = []
    result.reserveCapacity(rows * criterion.outputs)
    for row in 0..<rows {
      var node = nodes[0]
      while let split = node.split {
        let value = features[row * rowStride + split.column * columnStride]
        node = nodes[split.sends(left: value) ? split.left : split.right]
      }
      result.append(contentsOf: node.value)
    }
    return result
  }

  /// One entry a column, in the order of the columns; `gain` adds up the decreases of its splits.
  public var featureImportance: [FeatureImportance] {
    columns.indices.map { column in
      let splits = nodes.compactMap(\.split).filter { $0.column == column }
      return FeatureImportance(
        column: column, gain: splits.reduce(0) { $0 + $1.decrease }, splits: splits.count)
    }
  }
}

extension DecisionTree.Split {
  func sends(left value: Float) -> Bool {
    if value.isNaN { return missingLeft }
    switch question {
    case .atMost(let threshold): return min(value, .greatestFiniteMagnitude) <= threshold
    case .among(let levels): return isLevel(value) && levels.contains(Int32(value))
    }
  }
}
