/// The labels that a CTC output reads by its likeliest class at every time: repeats merge, blanks go.
///
/// The quick reading, and the right one where the network is sure (Graves et al., 2006, section 3.2); the
/// likeliest *labels* may be others, since several placements add up to them.
/// - Parameter output: probabilities or logits of one row, row-major [time][classes]; class 0 is the blank.
///   Of equal ones the first counts.
public func greedyCTCLabels(_ output: [Float], classes: Int) -> [Int] {
  precondition(classes >= 2 && output.count % classes == 0, "an output of another number of classes")
  var labels: [Int] = []
  var before = 0
  for start in stride(from: 0, to: output.count, by: classes) {
    var best = 0
    for index in 1..<classes where output[start + index] > output[start + best] { best = index }
    if best != before && best != 0 { labels.append(best) }
    before = best
  }
  return labels
}

/// A reading of a CTC output.
public struct CTCReading: Hashable, Sendable {
  public let labels: [Int]
  /// ln of the probability of all placements of the labels that the search kept; 0 or less.
  public let logProbability: Double
}
