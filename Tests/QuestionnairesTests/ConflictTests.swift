import Knowledge
import Questionnaires
import TestSupport
import Testing

/// Answers that must give exactly the named conflicts.
private struct Contradiction: CustomTestStringConvertible, Sendable {
  var answers: [QuestionID: AnswerValue]
  var conflict: ConflictID
  var testDescription: String { conflict.name }
}

private let contradictions = [
  Contradiction(
    answers: ["privacy.personal-data": .option("none"), "privacy.legal-basis": .option("absent")],
    conflict: "no-people-but-legal-ground"),
  Contradiction(
    answers: ["privacy.personal-data": .option("none"), "privacy.vulnerable-subjects": .option("yes")],
    conflict: "no-people-but-vulnerable"),
  Contradiction(
    answers: ["safety.human-review": .option("every-case"), "task.checked-before-use": .option("never")],
    conflict: "every-case-but-never-checked"),
  Contradiction(
    answers: ["safety.human-review": .option("none"), "safety.reviewer-can-overrule": .option("yes")],
    conflict: "nobody-reviews-but-overrules"),
  Contradiction(
    answers: [
      "compute.available": .option("api-only"), "privacy.may-leave-organisation": .option("no"),
    ], conflict: "outside-service-but-data-stay"),
  Contradiction(
    answers: [
      "task.baseline": .option("model-in-use"), "task.baseline-score": .number(0.9),
      "task.target-score": .number(0.88),
    ], conflict: "target-under-baseline"),
  Contradiction(
    answers: ["task.baseline": .option("none"), "task.baseline-score": .number(0.5)],
    conflict: "score-of-no-baseline"),
  Contradiction(
    answers: ["data.label-source": .option("none"), "data.labelled-examples": .number(1)],
    conflict: "labels-without-source"),
  Contradiction(
    answers: ["data.label-source": .option("expert"), "data.labelled-examples": .number(0)],
    conflict: "source-without-labels"),
  Contradiction(
    answers: ["data.labelled-examples": .number(0), "safety.validation": .option("internal")],
    conflict: "tested-without-labels"),
  Contradiction(
    answers: [
      "explainability.required": .option("legally-required"),
      "explainability.accepted-method": .option("not-needed"),
    ], conflict: "reasons-owed-but-not-needed"),
  Contradiction(
    answers: ["task.output": .option("number"), "task.open-ended": .option("yes")],
    conflict: "fixed-output-but-open"),
  Contradiction(
    answers: ["compute.latency": .option("realtime"), "safety.human-review": .option("every-case")],
    conflict: "at-once-but-checked-by-people"),
  Contradiction(
    answers: [
      "data.label-source": .option("recorded-outcome"), "data.drift": .option("low"),
      "data.feedback-delay": .option("never"),
    ], conflict: "outcome-recorded-but-never-known"),
  Contradiction(
    answers: ["regulation.use-area": .options(["employment", "none"])], conflict: "no-area-and-an-area"),
]

struct ConflictTests {
  let knowledge: KnowledgeBase

  init() throws { knowledge = try realKnowledge() }

  func conflicts(
    _ answers: [QuestionID: AnswerValue], in scenario: ScenarioID = "games/other"
  ) -> [Conflict] {
    let questionnaire = Questionnaire(knowledge: knowledge, scenario: knowledge.scenario(scenario))
    let sheet = AnswerSheet(scenario: scenario, answers: answers.mapValues { Answer($0) })
    return questionnaire.conflicts(in: sheet, among: knowledge.conflicts)
  }

  @Test(arguments: contradictions)
  fileprivate func `a contradiction is found alone and names its questions`(_ example: Contradiction) {
    let found = conflicts(example.answers)
    #expect(found.map(\.id) == [example.conflict])
    #expect(Set(found.flatMap(\.questions)).isSubset(of: Set(example.answers.keys)))
  }

  @Test func `every rule of the catalog has an example here`() {
    #expect(Set(knowledge.conflicts.map(\.id)) == Set(contradictions.map(\.conflict)))
  }

  @Test(arguments: contradictions)
  fileprivate func `an unknown answer contradicts nothing`(_ example: Contradiction) {
    for question in conflicts(example.answers).flatMap(\.questions) {
      var answers = example.answers
      answers[question] = .unknown
      #expect(conflicts(answers).isEmpty, "\(question)")
    }
  }

  @Test func `presets alone never conflict, and one's own answer may contradict a preset`() {
    for scenario in knowledge.scenarios { #expect(conflicts([:], in: scenario.id).isEmpty, "\(scenario.id)") }
    // The speech scenario presets that results are never checked.
    let found = conflicts(["safety.human-review": .option("every-case")], in: "speech/keyword-spotting")
    #expect(found.map(\.id) == ["every-case-but-never-checked", "at-once-but-checked-by-people"])
  }

  @Test func `equal scores and hidden presets are no contradiction`() {
    #expect(
      conflicts([
        "task.baseline": .option("model-in-use"), "task.baseline-score": .number(0.9),
        "task.target-score": .number(0.9),
      ]).isEmpty)
    // The presets speak of people; saying there are none hides them.
    #expect(
      conflicts(["privacy.personal-data": .option("none")], in: "medical/disease-classification").isEmpty)
  }

  @Test func `an interview tells a conflict as soon as it arises`() throws {
    let scenario = try #require(knowledge.scenario("games/other"))
    var interview = Interview(scenario: scenario, knowledge: knowledge)
    while let question = interview.question, question.id != "safety.human-review" {
      interview.give(question.id == "task.checked-before-use" ? .option("never") : .unknown)
      #expect(interview.conflicts.isEmpty)
    }
    interview.give(.option("every-case"))
    #expect(interview.conflicts.map(\.id) == ["every-case-but-never-checked"])
  }
}
