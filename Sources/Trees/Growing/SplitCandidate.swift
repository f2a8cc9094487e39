import CKernels

/// One way to split a leaf.
struct SplitCandidate {
  var column: Int
  /// By how much it lowers twice the objective's second-order expansion.
  var gain: Double
  /// What goes left.
  var route: SplitRoute
  var left: ct_sum
  /// Added to l2 in the values of both sides.
  var extraL2: Double = 0
}

/// Which bins of a column go left.
enum SplitRoute {
  /// Those up to `bin`, and missing values where `missingLeft`.
  case upTo(bin: Int, missingLeft: Bool)
  /// Those of the set, the bin of missing values among them or not.
  case among(BinSet)

  func leftBins(missing: UInt8) -> BinSet {
    switch self {
    case .among(let set): return set
    case .upTo(let bin, let missingLeft):
      var set = BinSet.upTo(bin)
      if missingLeft { set.insert(Int(missing)) }
      return set
    }
  }
}

/// What a search needs to know of the leaf.
struct LeafSummary {
  let sum: ct_sum
  let bounds: ValueBounds
  /// What the leaf's own value lowers.
  let share: Double
}
