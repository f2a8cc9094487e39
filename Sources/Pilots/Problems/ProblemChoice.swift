import Kernels
import ModelMetrics
import Recommendations

/// The candidate that the validation part prefers.
struct ProblemChoice {
  let candidate: PilotCandidate
  /// The candidate with the better score, where a simpler one was taken.
  let tiedWith: PilotCandidate?

  /// Chooses by validation score; the simplest candidate wins that the leader does not beat by more than one
  /// standard error of the paired difference, taken from a bootstrap over the examples (68 % inside).
  /// - Parameter scores: simplest first, all on the same examples; at least one.
  /// - Returns: nil where the metric is undefined for one of them.
  init?(_ scores: [(candidate: PilotCandidate, evaluator: MetricEvaluator)], seed: UInt64) {
    guard var leader = scores.first, var best = leader.evaluator.value else { return nil }
    for other in scores.dropFirst() {
      guard let value = other.evaluator.value else { return nil }
      if other.evaluator.metric.gain(of: value, over: best) > 0 { (leader, best) = (other, value) }
    }
    var generator = SeededGenerator(seed: seed, purpose: "choice")
    for other in scores {
      if other.candidate == leader.candidate { break }
      let gain = leader.evaluator.gainInterval(
        over: other.evaluator, resamples: resamples(other.evaluator.rows), level: 0.6827, using: &generator)
      if let gain, gain.low <= 0 {
        (candidate, tiedWith) = (other.candidate, leader.candidate)
        return
      }
    }
    (candidate, tiedWith) = (leader.candidate, nil)
  }
}
