import ModelMetrics
import Recommendations

/// The candidate that validation prefers.
public struct Winner: Hashable, Sendable {
  public let candidate: PilotCandidate
  /// The candidate with the better mean, where the simpler one was taken.
  public let tiedWith: PilotCandidate?

  /// Chooses by mean validation score; within one standard error the simpler candidate wins.
  ///
  /// The error is that of the fold-by-fold differences, because all candidates are scored on the same folds
  /// (the one-standard-error rule of Breiman and others, 1984, on paired differences).
  /// - Parameter scores: one value a fold for each candidate, simplest first, equally many; at least one.
  public init(_ scores: [(candidate: PilotCandidate, folds: [Double])], metric: Metric) {
    precondition(!scores.isEmpty, "there is nothing to choose from")
    var best = scores[0]
    for other in scores.dropFirst() {
      let ours = FoldStatistics(best.folds).mean
      if metric.gain(of: FoldStatistics(other.folds).mean, over: ours) > 0 { best = other }
    }
    let leader = best
    let simplest = scores.first { other in
      let differences = FoldStatistics(
        zip(leader.folds, other.folds).map { metric.gain(of: $0, over: $1) })
      return other.candidate == leader.candidate || differences.mean <= differences.standardError
    }
    candidate = simplest?.candidate ?? leader.candidate
    tiedWith = candidate == leader.candidate ? nil : leader.candidate
  }
}
