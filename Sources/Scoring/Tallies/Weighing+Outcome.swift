import Knowledge
import Questionnaires

/// The verdict and what it rests on, without words.
struct Outcome: Hashable {
  var verdict: Verdict
  /// What central, best and worst case reach.
  var central: VerdictLevel
  var best: VerdictLevel
  var worst: VerdictLevel
  /// The approach ranked first, and the first that uses a model.
  var first: Int
  var judged: Int
  /// The judged approach's.
  var fit: Interval
  var residual: Interval
}

extension Weighing {
  /// Ranks the approaches and judges the first that uses a model.
  func outcome(_ tally: Tally, _ requirements: [Truth]) -> Outcome {
    outcome(Standing(self, tally, requirements), tally, requirements)
  }

  /// Judges the first of ranked approaches that uses a model.
  func outcome(_ standing: Standing, _ tally: Tally, _ requirements: [Truth]) -> Outcome {
    let judged = standing.judged
    let fit = capped(fit(judged, tally), judged, tally)
    let residual = residual(judged, tally)
    let levels = levels(fit, residual, judged, tally, requirements)
    return Outcome(
      verdict: verdict(levels, first: standing.first), central: levels.central, best: levels.best,
      worst: levels.worst, first: standing.first, judged: judged, fit: fit, residual: residual)
  }

  /// The central verdict and the approach ranked first, for answers of which none is unknown.
  func pointOutcome(_ tally: Tally, _ requirements: [Truth]) -> (verdict: Verdict, first: Int) {
    let standing = Standing(self, tally, requirements)
    let level = standing.levels[standing.judged]
    let isHeld = standing.first == compiled.noAI && level.rank < compiled.policy.whenNoAIFirst.rank
    return ((isHeld ? compiled.policy.whenNoAIFirst : level).verdict, standing.first)
  }

  /// The lowest cap of the vetoes that touch an approach and hold at least as surely as needed.
  func cap(_ approach: Int, _ tally: Tally, _ needed: Truth) -> Double {
    var cap = 100.0
    for (index, effect) in compiled.vetoEffects.enumerated()
    where tally.vetoes[index] >= needed && effect.touches(approach) {
      cap = min(cap, effect.capFit)
    }
    return cap
  }

  /// The fit under its caps: undecided vetoes lower only the worst case.
  func capped(_ fit: Interval, _ approach: Int, _ tally: Tally) -> Interval {
    let certain = cap(approach, tally, .yes)
    let possible = cap(approach, tally, .undecided)
    return Interval(
      low: min(fit.low, certain, possible), value: min(fit.value, certain), high: min(fit.high, certain))
  }
}
