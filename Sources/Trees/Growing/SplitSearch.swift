import CKernels

/// Looks for the best split of a leaf by one column, in that column's histogram.
struct SplitSearch {
  let arithmetic: LeafArithmetic
  let limits: ct_limits
  let categorical: CategoricalSplits
  /// Whether some column is monotone; values of leaves are then bounded, in splits by any column.
  let isBounded: Bool
  let level: Int32

  init(
    _ configuration: BoostingConfiguration, _ arithmetic: LeafArithmetic, isBounded: Bool, level: Int32
  ) {
    self.arithmetic = arithmetic
    limits = arithmetic.limits
    categorical = configuration.categorical
    self.isBounded = isBounded
    self.level = level
  }

  /// - Parameters:
  ///   - histogram: `bins` sums, then that of the rows without a value.
  /// - Returns: nil if no split is legal and worth it.
  func best(
    column: Int, _ kind: TreeColumn, _ histogram: UnsafePointer<ct_sum>, bins: Int, _ leaf: LeafSummary
  ) -> SplitCandidate? {
    if kind.isCategorical { return bestLevels(column: column, histogram, bins: bins, leaf) }
    let missing = histogram[bins]
    // Rows without a value go right first; then all thresholds again with them on the left.
    let hasMissing = arithmetic.units.rows(missing) > 0
    var found = threshold(
      histogram, candidates: hasMissing ? bins : bins - 1, base: .zero, kind, leaf)
    var missingLeft = false
    if hasMissing {
      let other = threshold(histogram, candidates: bins - 1, base: missing, kind, leaf)
      if other.gain > found.gain { (found, missingLeft) = (other, true) }
    } else {
      // Values missing later go where most rows went.
      let left = arithmetic.units.rows(found.left)
      missingLeft = 2 * left >= arithmetic.units.rows(leaf.sum)
    }
    let gain = found.gain - leaf.share
    guard arithmetic.isWorth(gain: gain, share: leaf.share) else { return nil }
    return SplitCandidate(
      column: column, gain: gain, route: .upTo(bin: Int(found.bin), missingLeft: missingLeft),
      left: found.left)
  }

  private func threshold(
    _ histogram: UnsafePointer<ct_sum>, candidates: Int, base: ct_sum, _ kind: TreeColumn,
    _ leaf: LeafSummary
  ) -> ct_threshold {
    if isBounded {
      return boundedThreshold(
        histogram, candidates: candidates, base: base, direction: kind.monotone, leaf)
    }
    return withUnsafePointer(to: limits) {
      ct_best_threshold(level, histogram, candidates, base, leaf.sum, $0)
    }
  }

  /// The same where values are bounded: a split that would break the column's direction is not legal.
  private func boundedThreshold(
    _ histogram: UnsafePointer<ct_sum>, candidates: Int, base: ct_sum, direction: MonotoneDirection?,
    _ leaf: LeafSummary
  ) -> ct_threshold {
    var found = ct_threshold(gain: -.infinity, bin: 0, left: .zero)
    var left = base
    for bin in 0..<max(candidates, 0) {
      left = left + histogram[bin]
      let right = leaf.sum - left
      guard arithmetic.isLegal(left), arithmetic.isLegal(right) else { continue }
      let (low, high) = (arithmetic.value(left, leaf.bounds), arithmetic.value(right, leaf.bounds))
      if direction == .increasing && low > high || direction == .decreasing && low < high { continue }
      let gain = arithmetic.share(left, value: low) + arithmetic.share(right, value: high)
      if gain >= found.gain { found = ct_threshold(gain: gain, bin: Int64(bin), left: left) }
    }
    return found
  }
}
