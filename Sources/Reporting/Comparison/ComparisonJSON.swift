import Assessments
import Knowledge
import Questionnaires
import Scoring

/// `comparison.json`: cases in the order given, ranking, differences and, for two versions, effects.
///
/// - Parameter includeTimes: false leaves out when the assessments were made.
public func comparisonJSON(
  _ comparison: Comparison, _ knowledge: KnowledgeBase, includeTimes: Bool = true
) -> String {
  let context = ComparisonContext(comparison, knowledge, .english, includesTimes: includeTimes)
  let ids = comparison.cases.map(\.assessment.id)
  return JSONValue.object([
    "cases": .array(
      comparison.cases.map {
        json($0, knowledge.baseCurrency, includeTimes: includeTimes)
      }),
    "ranking": .array(
      comparison.ranking.map { ranked in
        .object([
          "id": .string(ids[ranked.index]), "score": .number(ranked.score),
          "expected-rank": .number(ranked.expectedRank),
          "rank-shares": .array(ranked.rankShares.map(JSONValue.number)),
        ])
      }),
    "draws": .integer(comparison.draws), "seed": .unsigned(comparison.seed),
    "answers": .array(
      comparison.differing.map { question in
        .object([
          "question": .string(question.name),
          "values": byID(
            comparison.cases.indices.map { .optional(context.written(question, of: $0)) }, ids),
        ])
      }),
    "contributions": .array(
      comparison.spreads.map { spread in
        .object([
          "origin": .string(spread.origin.rawValue), "id": .string(spread.id),
          "points": byID(spread.points.map(JSONValue.number), ids),
        ])
      }),
    "change": comparison.change.map(json) ?? .null,
  ]).prettyText
}

private func byID(_ values: [JSONValue], _ ids: [String]) -> JSONValue {
  .object(Dictionary(zip(ids, values)) { first, _ in first })
}

private func json(_ one: ComparedCase, _ currency: String, includeTimes: Bool) -> JSONValue {
  let assessment = one.assessment
  var members: [String: JSONValue] = [
    "given": .string(one.reference), "id": .string(assessment.id),
    "scenario": .string(assessment.scenario.name), "title": .optional(assessment.sheet.title),
    "verdict": .string(one.card.verdict.rawValue), "recommended": .string(one.card.recommended.rawValue),
    "judged": .string(one.card.judged.rawValue), "fit": json(one.card.fit), "risk": json(one.card.risk),
    "rubrics": json(one.card.rubrics),
    "monthly-value": .object([
      "money": .optional(one.monthlyValue?.value), "low": .optional(one.monthlyValue?.low),
      "high": .optional(one.monthlyValue?.high), "currency": .string(currency),
    ]),
    "rescored": .bool(one.isRescored), "recorded": summary(assessment.scorecard),
    "versions": .object([
      "engine": .string(assessment.versions.engine), "catalog": .string(assessment.versions.catalog),
      "rubrics": .string(assessment.versions.rubrics),
    ]),
  ]
  if includeTimes { members["created-at"] = .optional(assessment.createdAt) }
  return .object(members)
}

private func summary(_ card: Scorecard) -> JSONValue {
  .object(["verdict": .string(card.verdict.rawValue), "fit": json(card.fit), "risk": json(card.risk)])
}

private func json(_ change: VersionChange) -> JSONValue {
  .object([
    "before": summary(change.before), "after": summary(change.after),
    "method": .string(change.method.rawValue),
    "changed-versions": .strings(change.changedParts.map(\.rawValue)),
    "effects": .array(
      change.effects.map { effect in
        var members: [String: JSONValue] = ["fit": .number(effect.fit), "risk": .number(effect.risk)]
        switch effect.cause {
        case .answer(let question):
          members["cause"] = .string("answer")
          members["question"] = .string(question.name)
        case .evidence: members["cause"] = .string("evidence")
        case .knowledge: members["cause"] = .string("knowledge")
        }
        return .object(members)
      }),
  ])
}
