import Foundation
import Knowledge
import Questionnaires
import Recommendations
import TestSupport
import Testing

struct NearestCasesTests {
  let knowledge: KnowledgeBase
  let core: Questionnaire

  init() throws {
    knowledge = try realKnowledge()
    core = Questionnaire(knowledge: knowledge, scenario: nil)
  }

  func answers(_ values: [QuestionID: AnswerValue]) -> [ResolvedAnswer] {
    core.resolve(AnswerSheet(scenario: "", answers: values.mapValues { Answer($0) }))
  }

  func sheet(of id: CaseID) throws -> AnswerSheet {
    let entry = try #require(knowledge.cases.first { $0.id == id })
    var sheet = AnswerSheet(scenario: "nlp/other", answers: [:])
    let known = core.resolve(entry.answers)
    for (question, answer) in zip(core.questions, known) where answer.origin == .answered {
      switch question.kind {
      case .choice:
        sheet.answers[question.id] = answer.chosen.map { Answer(.option(question.options[$0].id)) }
      case .choices:
        let chosen = question.options.indices.filter { answer.options & (1 << UInt64($0)) != 0 }
        sheet.answers[question.id] = Answer(.options(chosen.map { question.options[$0].id }))
      case .number: sheet.answers[question.id] = Answer(.number(answer.value))
      }
    }
    return sheet
  }

  @Test func `the distance is the mean over what both answer`() throws {
    // Stakes differ (1), quality is the same (0); of the jurisdictions one of three is common (2/3).
    // Labels lie at 10² and 10⁴ in a span of 10² to 10⁶ on a logarithmic scale (1/2). Drift has one side only.
    let first = answers([
      "safety.stakes": .option("low"), "data.quality": .option("good"), "data.drift": .option("low"),
      "regulation.jurisdictions": .options(["eu", "us"]), "data.labelled-examples": .number(100),
    ])
    let second = answers([
      "safety.stakes": .option("high"), "data.quality": .option("good"), "data.drift": .unknown,
      "regulation.jurisdictions": .options(["us", "cn"]), "data.labelled-examples": .number(10_000),
    ])
    let distance = try #require(core.distance(first, second))
    #expect(distance.compared == 4)
    #expect(abs(distance.value - (1 + 0 + 2.0 / 3 + 0.5) / 4) < 1e-12)
    #expect(core.distance(second, first) == distance)
    #expect(core.distance(first, first)?.value == 0)
  }

  @Test func `numbers outside the plausible span count as its end`() {
    let none = answers(["data.labelled-examples": .number(0)])
    let most = answers(["data.labelled-examples": .number(1e11)])
    #expect(core.distance(none, most) == GowerDistance(value: 1, compared: 1))
  }

  @Test func `nothing in common has no distance`() {
    #expect(core.distance(answers([:]), answers(["safety.stakes": .option("low")])) == nil)
    let hidden = answers([
      "privacy.personal-data": .option("none"), "privacy.legal-basis": .option("clear"),
    ])
    #expect(core.distance(hidden, hidden) == GowerDistance(value: 0, compared: 1))
  }

  @Test func `a case is nearest to its own answers`() throws {
    for entry in knowledge.cases {
      let nearest = nearestCases(to: try sheet(of: entry.id), knowledge: knowledge)
      #expect(nearest.count == 3)
      #expect(nearest.first?.id == entry.id)
      #expect(nearest.first?.distance.value == 0)
      #expect(nearest.map(\.distance.value) == nearest.map(\.distance.value).sorted())
    }
  }

  @Test func `too few common answers show no case`() {
    let sheet = AnswerSheet(scenario: "nlp/other", answers: ["safety.stakes": Answer(.option("high"))])
    #expect(nearestCases(to: sheet, knowledge: knowledge).isEmpty)
  }

  @Test func `what was known before launch contradicts nothing`() {
    for entry in knowledge.cases {
      var sheet = AnswerSheet(scenario: "", answers: [:])
      for (question, answer) in zip(core.questions, core.resolve(entry.answers)) {
        guard answer.origin == .answered, let chosen = answer.chosen else { continue }
        sheet.answers[question.id] = Answer(.option(question.options[chosen].id))
      }
      #expect(core.conflicts(in: sheet, among: knowledge.conflicts).map(\.id) == [], "\(entry.id)")
    }
  }

  @Test func `the catalog has cases of every end and most domains, each with a source`() {
    #expect(knowledge.cases.count >= 12)
    #expect(Set(knowledge.cases.map(\.outcome)) == Set(DocumentedCase.Outcome.allCases))
    #expect(Set(knowledge.cases.compactMap(\.domain)) == Set(Domain.allCases))
    for entry in knowledge.cases {
      #expect(entry.answers.count >= fewestComparedAnswers, "\(entry.id)")
      #expect(entry.basis.contains { if case .source = $0 { true } else { false } }, "\(entry.id)")
    }
  }
}
