import Scoring

func json(_ stability: Stability) -> JSONValue {
  .object([
    "draws": .integer(stability.draws), "seed": .unsigned(stability.seed),
    "concentration": .number(stability.concentration),
    "standard-error": .number(stability.standardError),
    "verdicts": .array(
      stability.verdicts.map { .object(["id": .string($0.id.rawValue), "share": .number($0.share)]) }),
    "first": .array(
      stability.first.map { .object(["id": .string($0.id.rawValue), "share": .number($0.share)]) }),
  ])
}

func json(_ changes: Changes) -> JSONValue {
  .object([
    "target": .optional(changes.target?.rawValue),
    "sets": .array(changes.sets.map(json)),
    "pivotal": .array(
      changes.pivotal.map { answer in
        .object([
          "question": .string(answer.question.name), "answer": json(answer.answer),
          "verdict": .string(answer.verdict.rawValue),
        ])
      }),
    "boundaries": .array(
      changes.boundaries.map { boundary in
        .object([
          "verdict": .string(boundary.verdict.rawValue), "fit": .number(boundary.fit),
          "risk": .number(boundary.risk), "requirement-holds": .bool(boundary.requirementHolds),
        ])
      }),
  ])
}

private func json(_ set: ChangeSet) -> JSONValue {
  .object([
    "verdict": .string(set.verdict.rawValue), "fit": json(set.fit), "residual": json(set.residual),
    "answers": .array(
      set.changes.map { change in
        .object([
          "question": .string(change.question.name), "answer": json(change.answer),
          "effort": .string(change.effort.rawValue),
        ])
      }),
  ])
}
