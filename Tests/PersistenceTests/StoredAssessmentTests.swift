import Assessments
import Foundation
import Knowledge
import Persistence
import Questionnaires
import Scoring
import TestSupport
import Testing

@Suite struct StoredAssessmentTests {
  @Test func aRecordReadsBackUnchanged() throws {
    let place = try TemporaryStore()
    let assessment = try sample(created: "2026-11-23T10:00:00Z")
    try place.open().save(assessment)
    #expect(try place.open().assessment(assessment.id) == assessment)
    #expect(try place.open().assessment("nothing") == nil)
  }

  @Test func theHistoryIsNewestFirstAndHoldsEachIDOnce() throws {
    let store = try Store.inMemory()
    var first = try sample(created: "2026-11-23T10:00:00Z")
    var second = first
    (first.id, second.id) = ("aa11", "aa22")
    second.sheet.title = "Second case"
    try store.save(first)
    try store.save(second)
    #expect(try store.history().map(\.id) == ["aa22", "aa11"])
    first.createdAt = nil
    try store.save(first)
    let rows = try store.history()
    #expect(rows.map(\.id) == ["aa11", "aa22"])
    #expect(rows[0].createdAt == nil)
    #expect(rows[1].title == "Second case")
    let card = second.scorecard
    #expect(rows[1].verdict == card.verdict.rawValue)
    #expect(rows[1].fit == card.fit.value)
    #expect(rows[1].risk == card.risk.residual.value)
  }

  @Test func anIDMayBeShortened() throws {
    let store = try Store.inMemory()
    var assessment = try sample(created: nil)
    for id in ["aa11", "aa22", "b%_c"] {
      assessment.id = id
      try store.save(assessment)
    }
    #expect(try store.assessments(idBeginning: "aa").map(\.id) == ["aa22", "aa11"])
    #expect(try store.assessments(idBeginning: "aa1").map(\.id) == ["aa11"])
    // Wildcards of the query language are plain characters here.
    #expect(try store.assessments(idBeginning: "b%_").map(\.id) == ["b%_c"])
    #expect(try store.assessments(idBeginning: "%").isEmpty)
  }

  func sample(created: String?) throws -> Assessment {
    let knowledge = try realKnowledge()
    let sheet = AnswerSheet(
      scenario: "medical/disease-classification",
      answers: ["data.labelled-examples": Answer(.number(569), note: "One row a patient. “Quoted” 中文")])
    return try assess(
      AssessmentRequest(sheet: sheet, pilot: .none, wantsSensitivity: false),
      in: Surroundings(
        scorer: Scorer(knowledge: knowledge), samples: URL(fileURLWithPath: "/nowhere"),
        monotonicSeconds: { 0 }, peakMemoryBytes: { 0 }, now: created, machine: nil, engineVersion: "test"),
      journal: NoJournal())
  }
}
