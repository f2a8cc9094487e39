import CKernels

extension SplitSearch {
  /// The best split of levels from levels.
  ///
  /// With few levels, one from all others. With more, levels are put in the order of their gradient over
  /// hessian, in which the best split of two groups for a convex objective is a cut (Fisher, 1958;
  /// Breiman et al., 1984, theorem 4.5), and cuts from either end are tried as LightGBM does: levels with
  /// too few rows stay on the side that is not named, and so do missing values, unless these are many
  /// enough to be treated as one more level.
  func bestLevels(
    column: Int, _ histogram: UnsafePointer<ct_sum>, bins: Int, _ leaf: LeafSummary
  ) -> SplitCandidate? {
    var best: SplitCandidate?
    func consider(_ left: ct_sum, _ members: some Sequence<Int>, extraL2: Double) {
      let right = leaf.sum - left
      let shares = share(left, extraL2, leaf) + share(right, extraL2, leaf)
      let gain = shares - leaf.share
      guard gain > best?.gain ?? 0, arithmetic.isWorth(gain: gain, share: leaf.share) else { return }
      var set = BinSet()
      for bin in members { set.insert(bin) }
      best = SplitCandidate(
        column: column, gain: gain, route: .among(set), left: left, extraL2: extraL2)
    }

    let present = (0...bins).filter { arithmetic.units.rows(histogram[$0]) > 0 }
    guard present.count > 1 else { return nil }
    if bins <= categorical.oneVersusRestLevels {
      for bin in present
      where arithmetic.isLegal(histogram[bin]) && arithmetic.isLegal(leaf.sum - histogram[bin]) {
        consider(histogram[bin], CollectionOfOne(bin), extraL2: 0)
      }
      return best
    }
    let ordered = inOrder(present, histogram)
    let most = min(categorical.maximumLevels, (ordered.count + 1) / 2)
    for fromEnd in [false, true] {
      let walk = fromEnd ? Array(ordered.reversed()) : ordered
      var left = ct_sum.zero
      var added = 0
      for (place, bin) in walk.prefix(most).enumerated() {
        left = left + histogram[bin]
        added += arithmetic.units.rows(histogram[bin])
        guard arithmetic.isLegal(left) else { continue }
        let right = leaf.sum - left
        guard arithmetic.isLegal(right), arithmetic.units.rows(right) >= categorical.minimumLevelRows
        else { break }
        guard added >= categorical.minimumLevelRows else { continue }
        added = 0
        consider(left, walk.prefix(place + 1), extraL2: categorical.l2)
      }
    }
    return best
  }

  private func share(_ sum: ct_sum, _ extraL2: Double, _ leaf: LeafSummary) -> Double {
    guard isBounded else { return arithmetic.share(sum, extraL2: extraL2) }
    let value = arithmetic.value(sum, extraL2: extraL2, leaf.bounds)
    return arithmetic.share(sum, extraL2: extraL2, value: value)
  }

  /// The levels with enough rows, by gradient over smoothed hessian and then by bin.
  private func inOrder(_ present: [Int], _ histogram: UnsafePointer<ct_sum>) -> [Int] {
    let units = arithmetic.units
    let rated = present.filter { Double(units.rows(histogram[$0])) >= categorical.smoothing }.map { bin in
      let sum = histogram[bin]
      return (
        bin: bin,
        ratio: units.gradient(sum) / max(units.hessian(sum) + categorical.smoothing, 1e-15)
      )
    }
    return rated.sorted { $0.ratio == $1.ratio ? $0.bin < $1.bin : $0.ratio < $1.ratio }.map(\.bin)
  }
}
