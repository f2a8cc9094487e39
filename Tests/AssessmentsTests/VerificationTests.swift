import Assessments
import Foundation
import Knowledge
import Pilots
import Questionnaires
import Scoring
import TestSupport
import Testing

@Suite struct VerificationTests {
  let scorer: Scorer

  init() throws {
    scorer = Scorer(knowledge: try realKnowledge())
  }

  private func assessment(
    observing observations: [Observation] = [], firmness: Bool = false
  ) throws -> Assessment {
    var generator = TestGenerator(seed: 5)
    let sheet = randomSheet(scorer.knowledge, unknown: 0.2, using: &generator)
    var assessment = try assess(
      AssessmentRequest(sheet: sheet, pilot: .none, wantsSensitivity: firmness),
      in: Surroundings(
        scorer: scorer, samples: repositoryRoot, monotonicSeconds: { 0 }, peakMemoryBytes: { 0 },
        now: nil, machine: nil, engineVersion: "1"),
      journal: MemoryJournal())
    if !observations.isEmpty {
      assessment.evidence = observations.map {
        .init(observation: $0, question: nil, claim: nil, measured: nil, agrees: nil, counts: true)
      }
      assessment.after = scorer.scorecard(for: sheet, observations: observations)
    }
    return assessment
  }

  @Test func `a record comes out as it was made, also after a round trip`() throws {
    let made = try assessment(observing: [
      Observation(id: "rows", value: 60, low: 60, high: 60, onUserData: true),
      Observation(id: "gain-over-baseline", value: 0.1, low: -0.1, high: 0.3, onUserData: true),
    ])
    let stored = try JSONDecoder().decode(Assessment.self, from: JSONEncoder().encode(made))
    for record in [try assessment(), made, stored] {
      let verification = try verify(record, scorer: scorer, engine: "1")
      #expect(verification.outcome == .verified)
      #expect(verification.differences.isEmpty && verification.changedParts.isEmpty)
      // Seven approaches with their criteria, contributions and risks.
      #expect(verification.count > 1_000)
    }
  }

  @Test func `every value that differs is named`() throws {
    var record = try assessment(firmness: true)
    record.sensitivity?.stability.draws += 1
    let first = record.before.approaches[0]
    record.before.approaches[0].fit.value += 1
    record.before.approaches[0].criteria[0].weight = 0.125
    record.before.verdict = record.before.verdict == .go ? .noGo : .go
    let verification = try verify(record, scorer: scorer, engine: "1")
    #expect(verification.outcome == .differs)
    let name = "before.approaches[\(first.id.rawValue)]"
    #expect(
      verification.differences.map(\.path) == [
        "\(name).criteria[\(first.criteria[0].id.name)].weight", "\(name).fit.value", "before.verdict",
        "sensitivity.stability.draws",
      ])
    #expect(verification.differences[0].recorded == "0.125")
    #expect(verification.differences[1].recomputed == "\(first.fit.value)")
  }

  @Test func `what is there on one side only is named too`() throws {
    var record = try assessment()
    record.before.settledBy = ["data.quality"] + record.before.settledBy
    let last = record.before.approaches.removeLast()
    let verification = try verify(record, scorer: scorer, engine: "1")
    let missing = try #require(
      verification.differences.first { $0.path == "before.approaches[\(last.id.rawValue)]" })
    #expect(missing.recorded == nil)
    #expect(missing.recomputed == last.id.rawValue)
  }

  @Test func `a change under the sixth decimal is found`() throws {
    var record = try assessment()
    record.before.fit.value = record.before.fit.value.nextUp
    #expect(try verify(record, scorer: scorer, engine: "1").differences.map(\.path) == ["before.fit.value"])
  }

  @Test func `under other rules nothing is held against the record`() throws {
    var record = try assessment()
    record.versions.rubrics = "earlier"
    record.before.fit.value += 3
    let verification = try verify(record, scorer: scorer, engine: "2")
    #expect(verification.outcome == .rulesChanged)
    #expect(verification.changedParts == [.engine, .rubrics])
    #expect(verification.differences.map(\.path) == ["before.fit.value"])
    #expect(verification.scorecard == scorer.scorecard(for: record.sheet))
  }
}
