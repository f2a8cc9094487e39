/// A model's trees in the form in which rows are sent down them.
struct TreeWalker {
  private struct Node {
    var threshold: Float
    var column: Int32
    var left: Int32
    var right: Int32
    var missingLeft: Bool
    /// Place in `sets`; −1 for a threshold.
    var set: Int32
  }

  /// Splits of all trees; children are places here, or ~place in `values`.
  private var nodes: [Node] = []
  private var values: [Double] = []
  /// Levels as positions among the known ones of their column.
  private var sets: [Set<Int32>] = []
  /// Where each tree starts, in the sense of a child.
  private var roots: [Int32] = []
  private let levels: [Set<Int32>]
  private let initialScores: [Double]

  init(_ model: BoostedTrees) {
    initialScores = model.initialScores
    levels = model.levels.map { Set($0) }
    for tree in model.trees {
      let (firstNode, firstValue, firstSet) = (nodes.count, values.count, sets.count)
      func moved(_ child: Int32) -> Int32 {
        child >= 0 ? child + Int32(firstNode) : ~(~child + Int32(firstValue))
      }
      roots.append(moved(tree.splits > 0 ? 0 : -1))
      for split in 0..<tree.splits {
        let set = tree.levelSetPlaces[split]
        nodes.append(
          Node(
            threshold: tree.thresholds[split], column: tree.columns[split],
            left: moved(tree.lefts[split]), right: moved(tree.rights[split]),
            missingLeft: tree.missingLeft[split], set: set < 0 ? -1 : set + Int32(firstSet)))
      }
      values += tree.values
      sets += tree.levelSets.map { Set($0) }
    }
  }

  /// Writes the scores of some rows, [count][outputs].
  func score(
    _ features: UnsafePointer<Float>, rowStride: Int, columnStride: Int, count: Int,
    into scores: UnsafeMutablePointer<Double>
  ) {
    let outputs = initialScores.count
    let most = Float.greatestFiniteMagnitude
    for row in 0..<count {
      for output in 0..<outputs { scores[row * outputs + output] = initialScores[output] }
    }
    nodes.withUnsafeBufferPointer { nodes in
      // One tree after another, so that a tree stays in the cache while all rows pass it.
      for (number, root) in roots.enumerated() {
        let output = number % outputs
        for row in 0..<count {
          let values = features + row * rowStride
          var place = root
          while place >= 0 {
            let node = nodes[Int(place)]
            let value = values[Int(node.column) * columnStride]
            let goesLeft: Bool
            if node.set >= 0 {
              goesLeft = levelGoesLeft(value, node)
            } else {
              goesLeft = value.isNaN ? node.missingLeft : min(value, most) <= node.threshold
            }
            place = goesLeft ? node.left : node.right
          }
          scores[row * outputs + output] += self.values[Int(~place)]
        }
      }
    }
  }

  /// Whether a level goes left; one that training did not know counts as missing.
  private func levelGoesLeft(_ value: Float, _ node: Node) -> Bool {
    guard isLevel(value), levels[Int(node.column)].contains(Int32(value)) else { return node.missingLeft }
    return sets[Int(node.set)].contains(Int32(value))
  }
}
