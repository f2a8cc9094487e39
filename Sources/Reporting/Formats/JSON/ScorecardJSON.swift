import Knowledge
import Scoring

func json(_ range: ScoreRange) -> JSONValue {
  .object(["value": .number(range.value), "low": .number(range.low), "high": .number(range.high)])
}

func json(_ levels: RiskLevels) -> JSONValue {
  .object(["inherent": json(levels.inherent), "residual": json(levels.residual)])
}

func json(_ rubrics: [RubricScore]) -> JSONValue {
  .object(
    Dictionary(
      rubrics.map { rubric in
        (rubric.id.name, .object(["fit": rubric.fit.map(json) ?? .null, "risk": json(rubric.risk)]))
      }
    ) { first, _ in first })
}

/// One approach as the list of approaches promises it.
func json(_ approach: ApproachScore) -> JSONValue {
  .object([
    "id": .string(approach.id.rawValue), "fit": json(approach.fit), "risk": json(approach.risk),
    "rubrics": json(approach.rubrics), "reasons": .array(approach.reasons.map(json)),
    "vetoes": .array(approach.vetoes.map(json)),
  ])
}

func json(_ card: Scorecard) -> JSONValue {
  .object([
    "verdict": .string(card.verdict.rawValue),
    "verdict-reasons": .array(card.verdictReasons.map(json)),
    "settled-by": .strings(card.settledBy.map(\.name)),
    "settling": card.settling.map { settling in
      .object(["share": .number(settling.share), "fewest": .bool(settling.isFewest)])
    } ?? .null,
    "recommended": .string(card.recommended.rawValue), "judged": .string(card.judged.rawValue),
    "fit": json(card.fit), "risk": json(card.risk), "rubrics": json(card.rubrics),
    "approaches": .array(card.approaches.map(json)),
    "completeness": .object([
      "asked": .integer(card.completeness.asked), "answered": .integer(card.completeness.answered),
      "preset": .integer(card.completeness.preset), "unknown": .integer(card.completeness.unknown),
      "not-applicable": .integer(card.completeness.notApplicable),
    ]),
  ])
}

private func json(_ reason: Reason) -> JSONValue {
  .object([
    "kind": .string(reason.kind.rawValue), "id": .string(reason.id), "points": .number(reason.points),
    "questions": .strings(reason.questions.map(\.name)),
  ])
}

private func json(_ hit: VetoHit) -> JSONValue {
  .object([
    "id": .string(hit.id.name), "cap-fit": .number(hit.capFit),
    "verdict": .optional(hit.verdict?.rawValue), "certain": .bool(hit.certain),
    "questions": .strings(hit.questions.map(\.name)),
  ])
}

private func json(_ reason: VerdictReason) -> JSONValue {
  .object([
    "kind": .string(reason.kind.rawValue), "reference": .optional(reason.reference),
    "bound": .optional(reason.bound), "actual": .optional(reason.actual),
    "questions": .strings(reason.questions.map(\.name)), "verdict": .optional(reason.verdict?.rawValue),
  ])
}
