/// The chance that the right one of several scored things is among the first `count` when they are ranked by
/// score, those of equal score in an order drawn by chance: 0, 1, or a share for ties across the border.
///
/// Averaged over questions it is recall at `count` where every question has one right passage.
/// - Parameters:
///   - right: its place among `scores`.
///   - count: at least 1.
public func recall(at count: Int, of right: Int, scores: [Double]) -> Double {
  let place = searchPlace(of: right, scores: scores)
  return min(1, max(0, Double(count - place.before) / Double(place.equal)))
}

/// 1 / the rank of the right one, which is 1 for the highest score; of equal scores the middle rank.
public func reciprocalRank(of right: Int, scores: [Double]) -> Double {
  let place = searchPlace(of: right, scores: scores)
  return 1 / (Double(place.before) + (Double(place.equal) + 1) / 2)
}

/// How many have a higher score, and how many the same, itself counted.
private func searchPlace(of right: Int, scores: [Double]) -> (before: Int, equal: Int) {
  precondition(scores.indices.contains(right), "the right one is among those scored")
  return (scores.count { $0 > scores[right] }, scores.count { $0 == scores[right] })
}
