import Knowledge
import Questionnaires

/// The verdicts that answers still to come leave possible.
public struct VerdictOutlook: Hashable, Sendable {
  /// Best first; never empty, and never too few: what is not listed cannot come out.
  public var possible: [VerdictLevel]

  /// Whether nothing left open could change the verdict.
  public var isSettled: Bool { possible.count == 1 }
}

extension Scorer {
  /// Which verdicts are still possible when every unknown answer of the sheet may turn out either way.
  ///
  /// From the ranges of every approach that could be judged, so it may name a verdict too many and never
  /// one too few. Answers given and presets count as they stand.
  public func outlook(for sheet: AnswerSheet) -> VerdictOutlook {
    evaluation(of: sheet).survey().outlook
  }

  func evaluation(of sheet: AnswerSheet) -> Evaluation {
    Evaluation(
      scorer: self, questionnaire: questionnaire(for: sheet.scenario), sheet: sheet, replacements: .none)
  }
}

extension Evaluation {
  /// The possible verdicts, and how wide the scores of the approaches that could be judged still are.
  struct Survey {
    var outlook: VerdictOutlook
    /// Points of fit and risk left open, added up over those approaches.
    var width: Double
  }

  func survey() -> Survey {
    let risks = risks()
    let truths = vetoTruths()
    let scores = compiled.approaches.indices.map { approachScore($0, risks, truths, .scores) }
    let models = scores.filter { $0.id != .noAI }
    let rules = scores.first { $0.id == .noAI }
    let leastOfBest = models.map { rank($0, .low) }.max() ?? 0
    let mostOfAny = models.map { rank($0, .high) }.max() ?? 0
    let judgable = models.filter { rank($0, .high) >= leastOfBest - policy.rankingTolerance }
    let rulesMayLead = rules.map { rank($0, .high) >= leastOfBest - policy.rankingTolerance } ?? false
    let rulesLead = rules.map { rank($0, .low) >= mostOfAny - policy.rankingTolerance } ?? false
    var ranks: Set<Int> = []
    for score in judgable {
      let best = level(score, fit: \.high, risk: \.low, truthNeeded: .undecided, certainOnly: true).rank
      let worst = level(score, fit: \.low, risk: \.high, truthNeeded: .yes, certainOnly: false).rank
      for rank in best...max(best, worst) {
        if !rulesLead { ranks.insert(rank) }
        if rulesMayLead { ranks.insert(max(rank, policy.whenNoAIFirst.rank)) }
      }
    }
    let width = judgable.reduce(0) {
      $0 + $1.fit.high - $1.fit.low + $1.risk.residual.high - $1.risk.residual.low
    }
    return Survey(
      outlook: VerdictOutlook(possible: VerdictLevel.allCases.filter { ranks.contains($0.rank) }),
      width: width)
  }

  private enum End { case low, high }

  /// The lowest or highest ranking score that open answers allow.
  private func rank(_ score: ApproachScore, _ end: End) -> Double {
    let risk = score.risk.residual
    switch end {
    case .low: return score.fit.low - policy.rankingRiskWeight * risk.high
    case .high: return score.fit.high - policy.rankingRiskWeight * risk.low
    }
  }
}
