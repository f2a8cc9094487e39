import Assessments
import Evidence
import Knowledge
import Questionnaires
import Scoring

/// `assessment.json`: the whole record for machines, its keys a promise.
///
/// - Parameter includeTimes: false leaves out what differs between two runs of the same inputs.
public func assessmentJSON(_ assessment: Assessment, includeTimes: Bool = true) -> String {
  let card = assessment.scorecard
  var members: [String: JSONValue] = [
    "id": .string(assessment.id),
    "scenario": .string(assessment.scenario.name),
    "answers": answers(assessment.sheet),
    "verdict": .string(card.verdict.rawValue),
    "fit": json(card.fit),
    "risk": json(card.risk),
    "rubrics": json(card.rubrics),
    "approaches": .array(card.approaches.map(json)),
    "contributions": contributions(card),
    "stability": assessment.sensitivity.map { json($0.stability) } ?? .null,
    "changes": assessment.sensitivity.map { json($0.changes) } ?? .null,
    "configuration": configurationJSON(assessment.recommendation, includeTimes: includeTimes),
    "pilot": assessment.pilot.map { pilotJSON($0, includeTimes: includeTimes) } ?? .null,
    "observations": .array(
      assessment.evidence.filter { includeTimes || !$0.observation.id.isTiming }.map(json)),
    "before": json(assessment.before),
    "after": assessment.after.map(json) ?? .null,
    "versions": .object([
      "engine": .string(assessment.versions.engine),
      "catalog": .string(assessment.versions.catalog),
      "rubrics": .string(assessment.versions.rubrics),
      "seed": .unsigned(assessment.versions.seed),
      "data-fingerprint": .optional(assessment.versions.dataFingerprint),
    ]),
  ]
  if includeTimes { members["created-at"] = .optional(assessment.createdAt) }
  return JSONValue.object(members).prettyText
}

/// Answers in the form of an answer sheet, so that they can be assessed again.
private func answers(_ sheet: AnswerSheet) -> JSONValue {
  .object(
    Dictionary(
      uniqueKeysWithValues: sheet.answers.map { id, answer in
        var members = ["value": json(answer.value)]
        if let note = answer.note { members["note"] = .string(note) }
        if let source = answer.source { members["source"] = .string(source) }
        if let by = answer.by { members["by"] = .string(by) }
        return (id.name, .object(members))
      }))
}

func json(_ value: AnswerValue) -> JSONValue {
  switch value {
  case .option(let option): return .string(option.name)
  case .options(let options): return .strings(options.map(\.name))
  case .number(let number): return .number(number)
  case .money(let amount, let currency):
    var bytes: [UInt8] = []
    appendJSONNumber(amount, to: &bytes)
    return .string(String(decoding: bytes, as: UTF8.self) + " \(currency)")
  case .unknown: return .string("unknown")
  case .notApplicable: return .string("not-applicable")
  }
}

/// The judged approach's points, which add up to its fit (from 100) and to its residual risk.
private func contributions(_ card: Scorecard) -> JSONValue {
  let judged = card.approaches.first { $0.id == card.judged }
  return .object([
    "fit": .array((judged?.contributions ?? []).map(json)),
    "risk": .array((judged?.riskContributions ?? []).map(json)),
    "approaches": .object(
      Dictionary(
        card.approaches.map { approach in
          (approach.id.rawValue, byAnswer(approach))
        }
      ) { first, _ in first }),
  ])
}

/// Every approach's points answer by answer, for the fit and for each risk.
private func byAnswer(_ approach: ApproachScore) -> JSONValue {
  .object([
    "fit": .array((approach.answerContributions ?? []).map(json)),
    "risks": .object(
      Dictionary(
        approach.risks.map { ($0.id.name, .array(($0.answerContributions ?? []).map(json))) }
      ) { first, _ in first }),
  ])
}

private func json(_ contribution: AnswerContribution) -> JSONValue {
  .object([
    "question": .optional(contribution.question?.name), "points": .number(contribution.points),
  ])
}

private func json(_ contribution: Contribution) -> JSONValue {
  .object([
    "origin": .string(contribution.origin.rawValue), "id": .string(contribution.id),
    "rubric": .string(contribution.rubric.name), "points": .number(contribution.points),
    "questions": .strings(contribution.questions.map(\.name)),
  ])
}

private func json(_ item: EvidenceItem) -> JSONValue {
  let observation = item.observation
  return .object([
    "id": .string(observation.id.name), "value": .number(observation.value),
    "low": .number(observation.low), "high": .number(observation.high),
    "on-user-data": .bool(observation.onUserData),
    "approach": .optional(observation.approach?.rawValue),
    "question": .optional(item.question?.name), "claim": .optional(item.claim),
    "measured": .optional(item.measured), "agrees": item.agrees.map(JSONValue.bool) ?? .null,
    "counts": .bool(item.counts),
  ])
}
