import Evidence
import Knowledge
import Questionnaires
import Scoring
import Testing

struct EvidenceItemsTests {
  let knowledge: KnowledgeBase

  init() throws {
    knowledge = try knowledgeWithRules()
  }

  func item(_ id: ObservationID, _ answers: [QuestionID: AnswerValue], origin: String = "user") throws
    -> EvidenceItem
  {
    let all = evidence(
      observations(from: try pilotResult(origin: origin)), sheet: sheet(answers), knowledge: knowledge)
    return try #require(all.first { $0.observation.id == id })
  }

  /// 569 rows were counted; a tenth either way is 512.1 to 625.9.
  @Test(arguments: [(569, true), (513, true), (625, true), (512, false), (626, false), (5_000, false)])
  func `a claimed count agrees within a tenth`(_ row: (claim: Double, agrees: Bool)) throws {
    let found = try item("rows", ["q.labels": .number(row.claim)])
    #expect(found.agrees == row.agrees && found.counts)
    #expect(found.question == "q.labels" && found.measured == "569" && found.claim == "\(Int(row.claim))")
  }

  /// 6 % are missing: below the band's end at 10 % the data are good.
  @Test(arguments: [("good", true), ("poor", false)])
  func `a claimed option agrees when it is the measured band's`(_ row: (claim: String, agrees: Bool)) throws {
    let found = try item("missing-share", ["q.quality": .option(OptionID(row.claim))])
    #expect(found.agrees == row.agrees)
    #expect(found.measured == "good" && found.claim == row.claim)
  }

  @Test func `a score is compared by its interval`() throws {
    // 0.85 to 0.94 and a tenth: 0.765 to 1.034.
    #expect(try item("pilot-score", ["q.labels": .number(0.77)]).agrees == true)
    #expect(try item("pilot-score", ["q.labels": .number(0.76)]).agrees == false)
    #expect(try item("pilot-score", ["q.labels": .number(0.9)]).measured == "0.9")
  }

  @Test func `without a claim there is nothing to agree with`() throws {
    for answers: [QuestionID: AnswerValue] in [[:], ["q.labels": .unknown], ["q.labels": .notApplicable]] {
      let found = try item("rows", answers)
      #expect(found.claim == nil && found.agrees == nil && found.measured == "569")
    }
  }

  @Test func `sample data do not test a claim about the person's own`() throws {
    let found = try item("rows", ["q.labels": .number(9)], origin: "sample-real")
    #expect(!found.counts && found.agrees == nil && found.claim == "9")
    #expect(try item("gain-over-baseline", [:], origin: "sample-real").counts)
  }

  @Test func `levels and demands are no answers`() throws {
    for id: ObservationID in ["gain-over-baseline", "prediction-seconds"] {
      let found = try item(id, ["q.quality": .option("good")])
      #expect(found.question == nil && found.measured == nil && found.agrees == nil && found.counts)
    }
  }

  @Test func `a fact without a rule stands alone`() throws {
    let found = try item("duplicate-share", [:])
    #expect(found.question == nil && found.counts && found.agrees == nil)
  }
}
