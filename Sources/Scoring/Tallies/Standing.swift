import Knowledge
import Questionnaires

/// Where the approaches stand on the central answers.
///
/// Models stand by the verdict they reach, then by ranking score (fit minus the policy's weight times residual
/// risk), so that the verdict is the best any model reaches: a veto more can never make it better. Within the
/// policy's tolerance of the best the cheaper one goes first. Rules and people go first as soon as their ranking
/// score is within the tolerance of everyone's.
struct Standing {
  /// One an approach; what its central answers reach.
  let levels: [VerdictLevel]
  private let scores: [Double]
  private let noAI: Int?
  private let tolerance: Double

  init(_ weighing: Weighing, _ tally: Tally, _ requirements: [Truth]) {
    let policy = weighing.compiled.policy
    noAI = weighing.compiled.noAI
    tolerance = policy.rankingTolerance
    var levels: [VerdictLevel] = []
    var scores: [Double] = []
    for approach in weighing.compiled.approaches.indices {
      let fit = min(weighing.centralFit(approach, tally), weighing.cap(approach, tally, .yes))
      let residual = weighing.centralResidual(approach, tally)
      scores.append(fit - policy.rankingRiskWeight * residual)
      levels.append(
        weighing.level(
          fit, residual, approach, tally, requirements, truthNeeded: .yes, vetoNeeded: .yes))
    }
    self.levels = levels
    self.scores = scores
  }

  /// The best model.
  var judged: Int { bestModel(of: Array(scores.indices)) ?? 0 }

  /// The best approach of all.
  var first: Int { next(of: Array(scores.indices)) ?? 0 }

  /// All approaches, best first.
  var ranking: [Int] {
    var left = Array(scores.indices)
    var ranked: [Int] = []
    while let next = next(of: left) {
      ranked.append(next)
      left.removeAll { $0 == next }
    }
    return ranked
  }

  private func next(of left: [Int]) -> Int? {
    if let noAI, left.contains(noAI), scores[noAI] >= top(left) - tolerance { return noAI }
    return bestModel(of: left) ?? left.first
  }

  private func bestModel(of left: [Int]) -> Int? {
    var best = Int.max
    var top = -Double.infinity
    for model in left where model != noAI && levels[model].rank <= best {
      top = levels[model].rank < best ? scores[model] : max(top, scores[model])
      best = levels[model].rank
    }
    return left.first { $0 != noAI && levels[$0].rank == best && scores[$0] >= top - tolerance }
  }

  private func top(_ approaches: [Int]) -> Double {
    approaches.reduce(-.infinity) { max($0, scores[$1]) }
  }
}
