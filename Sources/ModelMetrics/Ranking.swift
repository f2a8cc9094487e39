/// Rows sorted by score, highest first, with what a ranking metric needs to know of each.
struct Ranking: Sendable {
  /// Row numbers, highest score first.
  let order: [Int32]
  /// Whether the row at this place in the order is of the class looked for.
  let isPositive: [Bool]
  /// Whether the row at this place is the last one of its score.
  let endsTie: [Bool]
  let scores: [Float]

  init(scores: [Float], positive: [Bool]) {
    let sorted = scores.indices.sorted { scores[$0] > scores[$1] }
    order = sorted.map { Int32($0) }
    isPositive = sorted.map { positive[$0] }
    endsTie = sorted.indices.map { place in
      place == sorted.count - 1 || scores[sorted[place]] != scores[sorted[place + 1]]
    }
    self.scores = sorted.map { scores[$0] }
  }

  /// One ranking for two classes; one for each of more.
  static func oneAgainstRest(_ outcomes: Outcomes) -> [Ranking] {
    switch outcomes {
    case .binary(let probabilities, let labels):
      [Ranking(scores: probabilities, positive: labels.map { $0 == 1 })]
    case .multiclass(let probabilities, let labels, let classes):
      (0..<classes).map { label in
        Ranking(
          scores: labels.indices.map { probabilities[$0 * classes + label] },
          positive: labels.map { $0 == label })
      }
    case .regression:
      []
    }
  }

  /// Calls `body` at the end of every tie with the positives and negatives within it.
  @inline(__always)
  func forEachTie(_ counts: [Int32], _ body: (_ place: Int, _ positives: Int, _ negatives: Int) -> Void) {
    var positives = 0
    var negatives = 0
    for place in order.indices {
      let count = Int(counts[Int(order[place])])
      if isPositive[place] { positives += count } else { negatives += count }
      if endsTie[place] {
        body(place, positives, negatives)
        positives = 0
        negatives = 0
      }
    }
  }

  /// Pairs of a positive above a negative, ties counting half, over all pairs; nil with one class only.
  func areaUnderROC(_ counts: [Int32]) -> Double? {
    var above = 0
    var negativeTotal = 0
    var doubledWins = 0  // in half wins, so that the sum is exact
    forEachTie(counts) { _, positives, negatives in
      doubledWins += negatives * (2 * above + positives)
      above += positives
      negativeTotal += negatives
    }
    guard above > 0, negativeTotal > 0 else { return nil }
    return Double(doubledWins) / 2 / (Double(above) * Double(negativeTotal))
  }

  /// Σ precision · added recall over the thresholds; nil without a positive.
  func averagePrecision(_ counts: [Int32]) -> Double? {
    var found = 0
    var passed = 0
    var sum = 0.0
    forEachTie(counts) { _, positives, negatives in
      found += positives
      passed += positives + negatives
      if passed > 0 { sum += Double(positives) * Double(found) / Double(passed) }
    }
    return found == 0 ? nil : sum / Double(found)
  }
}
