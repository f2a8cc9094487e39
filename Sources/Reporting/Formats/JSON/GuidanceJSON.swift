import Assessments
import Knowledge
import Questionnaires
import Recommendations

/// `conflicts`, `rules`, `duties` and `cases`; each null in records from before they were kept.
func guidanceMembers(_ assessment: Assessment) -> [String: JSONValue] {
  [
    "conflicts": assessment.conflicts.map { .array($0.map(json)) } ?? .null,
    "rules": assessment.rules.map { .array($0.map(json)) } ?? .null,
    "duties": assessment.rules.map { .array($0.flatMap(duties)) } ?? .null,
    "cases": assessment.cases.map { .array($0.map(json)) } ?? .null,
  ]
}

private func json(_ conflict: Conflict) -> JSONValue {
  .object([
    "id": .string(conflict.id.name), "questions": .strings(conflict.questions.map(\.name)),
    "text": localizedJSON(conflict.text),
  ])
}

private func json(_ rule: TriggeredRule) -> JSONValue {
  .object([
    "regulation": .string(rule.regulation.name), "rule": .string(rule.rule),
    "article": .string(rule.article), "text-date": .string(rule.textDate),
    "applies-from": .optional(rule.appliesFrom), "applies": .string(standing(rule)),
    "questions": .strings(rule.causes.map(\.name)), "open": .strings(rule.open.map(\.name)),
    "also-depends-on": rule.alsoDependsOn.map(localizedJSON) ?? .null, "what": localizedJSON(rule.what),
    "source": .string(rule.source.name),
  ])
}

/// `yes`, or `may` while unknown answers or facts that are not asked decide.
private func standing(_ rule: TriggeredRule) -> String { rule.isCertain ? "yes" : "may" }

private func duties(_ rule: TriggeredRule) -> [JSONValue] {
  rule.duties.map { duty in
    .object([
      "id": .string(duty.id), "regulation": .string(rule.regulation.name), "rule": .string(rule.rule),
      "applies": .string(standing(rule)), "owner": .string(duty.owner.rawValue),
      "due": .string(duty.due.rawValue), "article": .string(duty.article), "text": localizedJSON(duty.text),
    ])
  }
}

private func json(_ entry: NearestCase) -> JSONValue {
  .object([
    "id": .string(entry.id.name), "title": localizedJSON(entry.title),
    "domain": .optional(entry.domain?.rawValue),
    "year": .integer(entry.year), "approach": .string(entry.approach.rawValue),
    "outcome": .string(entry.outcome.rawValue), "why": localizedJSON(entry.why),
    "distance": .number(entry.distance.value), "compared": .integer(entry.distance.compared),
    "sources": .strings(
      entry.basis.compactMap { basis in
        if case .source(let id, _, _) = basis { id.name } else { nil }
      }),
  ])
}
