import Knowledge
import Questionnaires
import Recommendations
import Scoring

/// Two to fifty assessments side by side, all scored with today's knowledge so that one yardstick holds.
public struct Comparison: Sendable {
  /// In the order given.
  public var cases: [ComparedCase]
  /// Best first.
  public var ranking: [RankedCase]
  public var draws: Int
  public var seed: UInt64
  /// The questions all cases have whose answers mean different things, in the order they are asked.
  public var differing: [QuestionID]
  /// The criteria, vetoes and risks whose points differ, those that differ most first.
  public var spreads: [PointSpread]
  /// How the second came from the first, when there are two of one scenario.
  public var change: VersionChange?
}

/// One assessment among those compared.
public struct ComparedCase: Sendable {
  /// What the person named it by: an id or a file.
  public var reference: String
  public var assessment: Assessment
  /// Its answers and observations scored with today's knowledge.
  public var card: Scorecard

  /// What a month brings beyond today's way, as the report of the assessment works it out, in the base
  /// currency; nil while no part of it is known.
  public var monthlyValue: AmountRange? { assessment.recommendation.worth?.monthly }

  /// Whether today's scores are others than the recorded ones.
  public var isRescored: Bool {
    let recorded = assessment.scorecard
    return recorded.verdict != card.verdict || recorded.fit != card.fit || recorded.risk != card.risk
  }

  /// The scores of the approach that verdict, fit and risk are about.
  public var judged: ApproachScore? { card.approaches.first { $0.id == card.judged } }
}

/// Compares assessments.
///
/// - Parameters:
///   - assessments: each under the name the person used for it; names must differ.
///   - draws: how often the ranking is drawn.
public func compare(
  _ assessments: [(reference: String, assessment: Assessment)], scorer: Scorer, seed: UInt64,
  draws: Int = 2_000
) -> Comparison {
  let cases = assessments.map { reference, assessment in
    ComparedCase(
      reference: reference, assessment: assessment,
      card: scorer.scorecard(for: assessment.sheet, observations: assessment.observations))
  }
  let ranking = ranking(
    of: cases.map { RankedCase.Entry(name: $0.reference, fit: $0.card.fit, risk: $0.card.risk.residual) },
    riskWeight: scorer.knowledge.policy.rankingRiskWeight, seed: seed, draws: draws)
  let areVersions = cases.count == 2 && cases[0].assessment.scenario == cases[1].assessment.scenario
  return Comparison(
    cases: cases, ranking: ranking, draws: draws, seed: seed, differing: differing(cases, scorer),
    spreads: spreads(cases.map(\.judged)),
    change: areVersions ? versionChange(from: cases[0].assessment, to: cases[1].assessment, scorer) : nil)
}

/// The core questions, and the scenario's own where all are of one scenario, that are answered differently.
private func differing(_ cases: [ComparedCase], _ scorer: Scorer) -> [QuestionID] {
  guard let first = cases.first else { return [] }
  let isOneScenario = cases.allSatisfy { $0.assessment.scenario == first.assessment.scenario }
  let answers = cases.map { one in
    scorer.questionnaire(for: one.assessment.scenario).resolve(one.assessment.sheet).map(\.meaning)
  }
  let questionnaire = scorer.questionnaire(for: first.assessment.scenario)
  let shared = isOneScenario ? questionnaire.questions.count : scorer.knowledge.questions.count
  return (0..<shared).filter { index in answers.contains { $0[index] != answers[0][index] } }
    .map { questionnaire.questions[$0].id }
}

extension ResolvedAnswer {
  /// The answer as it enters a score, wherever it comes from.
  fileprivate var meaning: ResolvedAnswer {
    var meaning = self
    if origin == .preset || origin == .measured { meaning.origin = .answered }
    meaning.mayBeHidden = false
    return meaning
  }
}

extension Assessment {
  /// What was measured, each observation once, in the order it was made.
  public var observations: [Observation] {
    var seen: Set<Observation> = []
    return evidence.map(\.observation).filter { seen.insert($0).inserted }
  }
}
