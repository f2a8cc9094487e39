import CKernels

/// A leaf that may still be split.
struct OpenLeaf {
  var first: Int
  var count: Int
  var sum: ct_sum
  /// Before shrinkage.
  var value: Double
  var bounds = ValueBounds()
  var depth = 0
  /// Where its histogram is; nil where it needs none.
  var slot: Int?
  var best: SplitCandidate?
  /// The node above, and whether this is its left child; nil for the root.
  var parent: (node: Int, isLeft: Bool)?

  func summary(_ arithmetic: LeafArithmetic, isBounded: Bool) -> LeafSummary {
    // Where values are bounded, the leaf's own value may not be its best.
    let share = isBounded ? arithmetic.share(sum, value: value) : arithmetic.share(sum)
    return LeafSummary(sum: sum, bounds: bounds, share: share)
  }
}

/// A tree on its way.
struct Growth {
  let arithmetic: LeafArithmetic
  let search: SplitSearch
  let sums: UnsafePointer<ct_sum>
  /// That this tree may split by, ascending.
  let columns: [Int]
  var leaves: [OpenLeaf] = []
  var tree = GrownTree()

  /// The leaf whose split gains most, the first among equals; nil if none gains.
  var next: Int? {
    var best: (index: Int, gain: Double)?
    for (index, leaf) in leaves.enumerated() {
      if let gain = leaf.best?.gain, gain > best?.gain ?? 0 { best = (index, gain) }
    }
    return best?.index
  }

  /// Appends the split of a leaf to the tree; the left child keeps the leaf's number, the right gets a new
  /// one.
  mutating func attach(_ index: Int, _ split: SplitCandidate, leftBins: BinSet) {
    let leaf = leaves[index]
    let place = tree.nodes.count
    tree.nodes.append(
      GrownTree.Node(
        column: split.column, route: split.route, leftBins: leftBins, gain: split.gain,
        rows: leaf.count, left: ~index, right: ~leaves.count))
    guard let parent = leaf.parent else { return }
    if parent.isLeft {
      tree.nodes[parent.node].left = place
    } else {
      tree.nodes[parent.node].right = place
    }
  }

  /// The two sides of a split.
  ///
  /// A monotone column bounds all values below it by the middle between the two.
  func children(
    of leaf: OpenLeaf, _ split: SplitCandidate, left: Int, direction column: TreeColumn
  ) -> (left: OpenLeaf, right: OpenLeaf) {
    let rest = leaf.sum - split.left
    let low = arithmetic.value(split.left, extraL2: split.extraL2, leaf.bounds)
    let high = arithmetic.value(rest, extraL2: split.extraL2, leaf.bounds)
    var near = OpenLeaf(
      first: leaf.first, count: left, sum: split.left, value: low, bounds: leaf.bounds,
      depth: leaf.depth + 1)
    var far = OpenLeaf(
      first: leaf.first + left, count: leaf.count - left, sum: rest, value: high, bounds: leaf.bounds,
      depth: leaf.depth + 1)
    let middle = (low + high) / 2
    switch column.monotone {
    case .increasing?: (near.bounds.upper, far.bounds.lower) = (middle, middle)
    case .decreasing?: (near.bounds.lower, far.bounds.upper) = (middle, middle)
    case nil: break
    }
    return (near, far)
  }
}
