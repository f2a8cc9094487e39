import Assessments
import Foundation
import Knowledge
import Pilots
import Questionnaires
import Scoring
import TestSupport
import Testing

@Suite struct ComparisonTests {
  let knowledge: KnowledgeBase
  let scorer: Scorer

  init() throws {
    knowledge = try realKnowledge()
    scorer = Scorer(knowledge: knowledge)
  }

  private func assessment(_ sheet: AnswerSheet) throws -> Assessment {
    try assess(
      AssessmentRequest(sheet: sheet, pilot: .none, wantsSensitivity: false),
      in: Surroundings(
        scorer: scorer, samples: repositoryRoot, monotonicSeconds: { 0 }, peakMemoryBytes: { 1e8 },
        now: nil, machine: nil, engineVersion: "test"),
      journal: MemoryJournal())
  }

  private func example(_ name: String) throws -> AnswerSheet {
    let path = repositoryRoot.appendingPathComponent("Examples/\(name).yaml").path
    return try readAnswerSheet(
      String(contentsOfFile: path, encoding: .utf8), file: path, knowledge: knowledge)
  }

  private func change(_ old: Assessment, _ new: Assessment) throws -> VersionChange {
    try #require(compare([("old", old), ("new", new)], scorer: scorer, seed: 1, draws: 1).change)
  }

  @Test func `the value of a month is the one of the case's own report`() throws {
    let one = try assessment(example("medical-disease-classification"))
    let comparison = compare([("one", one)], scorer: scorer, seed: 1, draws: 1)
    let monthly = try #require(one.recommendation.worth?.monthly)
    #expect(comparison.cases[0].monthlyValue == monthly)
  }

  @Test func `one changed answer has the whole effect`() throws {
    let old = try assessment(example("medical-disease-classification"))
    var sheet = old.sheet
    sheet.answers["safety.human-review"] = Answer(.option("none"))
    let new = try assessment(sheet)
    let change = try change(old, new)
    #expect(change.method == .shapley)
    #expect(change.effects.map(\.cause) == [.answer("safety.human-review")])
    let fit = new.scorecard.fit.value - old.scorecard.fit.value
    let risk = new.scorecard.risk.residual.value - old.scorecard.risk.residual.value
    // The effects are scored the short way, which adds up in another order.
    #expect(abs(change.effects[0].fit - fit) < 1e-9 && fit < 0)
    #expect(abs(change.effects[0].risk - risk) < 1e-9 && risk > 0)
    #expect(change.changedParts.isEmpty && change.isOfToday)
  }

  /// Few answers by every order, many one by one; both ways, and back again.
  @Test(arguments: [1, 5, 8, 9, 30])
  func `effects add up to the change`(_ count: Int) throws {
    var generator = TestGenerator(seed: UInt64(count))
    let old = randomSheet(knowledge, unknown: 0.1, using: &generator)
    var sheet = old
    let other = randomSheet(knowledge, unknown: 0.1, using: &generator)
    let differing = knowledge.questions.map(\.id).filter { old.answers[$0] != other.answers[$0] }
    for id in differing.prefix(count) { sheet.answers[id] = other.answers[id] }
    let (first, second) = (try assessment(old), try assessment(sheet))
    let forward = try change(first, second)
    #expect(forward.method == (count <= 8 ? .shapley : .inOrder))
    #expect(forward.effects.count == count)
    let fit = forward.effects.reduce(0) { $0 + $1.fit }
    let risk = forward.effects.reduce(0) { $0 + $1.risk }
    #expect(abs(fit - (second.scorecard.fit.value - first.scorecard.fit.value)) < 1e-9)
    #expect(abs(risk - (second.scorecard.risk.residual.value - first.scorecard.risk.residual.value)) < 1e-9)
    guard forward.method == .shapley else { return }
    for (there, back) in zip(forward.effects, try change(second, first).effects) {
      #expect(abs(there.fit + back.fit) < 1e-9)
      #expect(abs(there.risk + back.risk) < 1e-9)
    }
  }

  @Test func `the same answers under other rubrics differ by the rubrics alone`() throws {
    let new = try assessment(example("finance-fraud-detection"))
    var old = new
    old.versions.rubrics = "earlier"
    old.before.fit = ScoreRange(new.before.fit.value - 12.5)
    old.before.risk.residual = ScoreRange(new.before.risk.residual.value + 3)
    let change = try change(old, new)
    #expect(change.changedParts == [.rubrics])
    #expect(!change.isOfToday)
    #expect(change.effects.map(\.cause) == [.knowledge])
    #expect(abs(change.effects[0].fit - 12.5) < 1e-9)
    #expect(abs(change.effects[0].risk + 3) < 1e-9)
  }

  @Test func `measured evidence is a change of its own`() throws {
    let old = try assessment(example("medical-disease-classification"))
    var new = old
    let rows = Observation(id: "rows", value: 60, low: 60, high: 60, onUserData: true)
    new.evidence = [
      .init(observation: rows, question: nil, claim: nil, measured: nil, agrees: nil, counts: true),
      // One observation may test two claims; it was measured once all the same.
      .init(observation: rows, question: nil, claim: nil, measured: nil, agrees: nil, counts: true),
    ]
    #expect(new.observations == [rows])
    new.after = scorer.scorecard(for: new.sheet, observations: [rows])
    let change = try change(old, new)
    #expect(change.effects.map(\.cause) == [.evidence])
    let fit = new.scorecard.fit.value - old.scorecard.fit.value
    #expect(abs(change.effects[0].fit - fit) < 1e-9 && fit < 0)
  }

  @Test func `an answer that says what the preset says is no difference`() throws {
    let scenario = try #require(knowledge.scenario("medical/disease-classification"))
    let preset = try #require(scenario.presets.first { $0.question == "task.output" })
    let plain = AnswerSheet(scenario: scenario.id, answers: ["data.quality": Answer(.option("good"))])
    var said = plain
    said.answers["task.output"] = Answer(.option(OptionID(preset.value)))
    said.answers["data.quality"] = Answer(.option("poor"))
    let comparison = compare(
      [("a", try assessment(plain)), ("b", try assessment(said))], scorer: scorer, seed: 1, draws: 1)
    #expect(comparison.differing == ["data.quality"])
  }

  @Test func `cases of several scenarios are compared by the core questions only`() throws {
    let names = ["finance-fraud-detection", "nlp-sentiment-analysis", "games-board-strategy"]
    let comparison = compare(
      try names.map { ($0, try assessment(example($0))) }, scorer: scorer, seed: 1)
    let core = Set(knowledge.questions.map(\.id))
    #expect(comparison.change == nil)
    #expect(!comparison.differing.isEmpty)
    #expect(core.isSuperset(of: comparison.differing))
    #expect(comparison.cases.map(\.isRescored) == [false, false, false])
    let widths = comparison.spreads.map(\.width)
    #expect(widths == widths.sorted(by: >))
    // The points of criteria and vetoes are those that lead from 100 to each case's fit.
    for (index, one) in comparison.cases.enumerated() {
      let judged = try #require(one.judged)
      let spread = try #require(comparison.spreads.first { $0.origin == .criterion })
      #expect(spread.points[index] == judged.contributions.first { $0.id == spread.id }?.points ?? 0)
    }
  }
}
