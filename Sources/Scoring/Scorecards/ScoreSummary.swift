import Knowledge
import Questionnaires

/// A scorecard's numbers without their reasons, for scoring many sheets.
public struct ScoreSummary: Hashable, Sendable {
  public struct Approach: Hashable, Sendable {
    public var id: ApproachID
    public var fit: ScoreRange
    public var risk: RiskLevels
  }

  public var scenario: ScenarioID
  public var verdict: Verdict
  /// Of the judged approach.
  public var fit: ScoreRange
  public var risk: RiskLevels
  /// Best first.
  public var approaches: [Approach]
}

extension ScoreSummary {
  /// The numbers of a whole scorecard.
  public init(_ card: Scorecard) {
    scenario = card.scenario
    verdict = card.verdict
    fit = card.fit
    risk = card.risk
    approaches = card.approaches.map { Approach(id: $0.id, fit: $0.fit, risk: $0.risk) }
  }
}

extension Scorer {
  /// The numbers of a sheet's scorecard, many times faster than the whole of it.
  public func summary(for sheet: AnswerSheet, observations: [Observation] = []) -> ScoreSummary {
    let evaluation = evaluation(sheet, observations)
    return summary(sheet.scenario, evaluation.tally, evaluation.requirements)
  }

  /// The numbers of a sheet that is resolved already.
  public func summary(for sheet: ResolvedSheet) -> ScoreSummary {
    summary(
      sheet.scenario, Tally(sheet.answers, compiled, .none),
      compiled.requirementTruths(sheet.answers, .none))
  }

  private func summary(_ scenario: ScenarioID, _ tally: Tally, _ requirements: [Truth]) -> ScoreSummary {
    let standing = Standing(weighing, tally, requirements)
    let outcome = weighing.outcome(standing, tally, requirements)
    return ScoreSummary(
      scenario: scenario, verdict: outcome.verdict, fit: outcome.fit.range,
      risk: weighing.risk(outcome.judged, tally).levels,
      approaches: standing.ranking.map { index in
        ScoreSummary.Approach(
          id: compiled.approaches[index].id,
          fit: weighing.capped(weighing.fit(index, tally), index, tally).range,
          risk: weighing.risk(index, tally).levels)
      })
  }
}

extension Tally.RiskSpan {
  var levels: RiskLevels { RiskLevels(inherent: inherent.range, residual: residual.range) }
}
