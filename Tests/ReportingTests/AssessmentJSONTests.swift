import Foundation
import Knowledge
import Reporting
import Scoring
import Testing

@Suite struct AssessmentJSONTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `the promised keys are there`() throws {
    let object = try object(assessmentJSON(try Fixture().assessment))
    #expect(
      object.keys.sorted() == [
        "after", "answers", "approaches", "before", "cases", "changes", "configuration", "conflicts",
        "contributions", "created-at", "duties", "fit", "id", "observations", "pilot", "reviews", "risk",
        "rubrics", "rules", "scenario", "stability", "value", "verdict", "versions",
      ])
    #expect((object["fit"] as? [String: Any])?.keys.sorted() == ["high", "low", "value"])
    #expect((object["risk"] as? [String: Any])?.keys.sorted() == ["inherent", "residual"])
    let approach = try #require((object["approaches"] as? [[String: Any]])?.first)
    for key in ["id", "fit", "risk", "reasons", "vetoes"] { #expect(approach[key] != nil, "\(key)") }
    let pilot = try #require(object["pilot"] as? [String: Any])
    for key in ["metric", "value", "low", "high", "baseline", "candidates", "seconds", "rows"] {
      #expect(pilot[key] != nil, "\(key)")
    }
    let observation = try #require((object["observations"] as? [[String: Any]])?.first)
    for key in ["id", "value", "low", "high", "claim", "agrees"] {
      #expect(observation[key] != nil, "\(key)")
    }
    #expect(
      (object["versions"] as? [String: Any])?.keys.sorted() == [
        "catalog", "data-fingerprint", "engine", "rubrics", "seed",
      ])
  }

  @Test func `no key holds a number that is not finite`() throws {
    var fixture = try Fixture()
    fixture.assessment.pilot?.score.value = .nan
    fixture.assessment.pilot?.gain.high = .infinity
    let pilot = try #require(try object(assessmentJSON(fixture.assessment))["pilot"] as? [String: Any])
    #expect(pilot["value"] is NSNull)
  }

  /// Magnitudes of 1 and more keep six decimals, smaller ones six significant digits.
  @Test(arguments: [
    (0.0, "0"), (1, "1"), (-2.5, "-2.5"), (71.234_567_89, "71.234568"), (100.000_000_4, "100"),
    (0.000_012_345_678_9, "1.23457e-05"), (0.333_333_333_3, "0.333333"), (123_456_789, "123456789"),
    (0.999_999_99, "1.0"), (-0.000_5, "-0.0005"),
  ])
  func `numbers are rounded in one way`(_ value: Double, _ text: String) throws {
    var card = try Fixture().assessment.before
    card.fit = ScoreRange(value)
    card.approaches = []
    let line = line(id: "x", ScoreSummary(card))
    #expect(
      line.hasPrefix("{\"approaches\":[],\"fit\":{\"high\":\(text),\"low\":\(text),\"value\":\(text)},"))
  }

  @Test func `a summary line says the same as the record`() throws {
    let fixture = try Fixture()
    let card = try #require(fixture.assessment.after)
    let line = line(id: "a \"quoted\" id\n", ScoreSummary(card))
    #expect(!line.contains("\n"))
    let short = try object(line)
    let long = try object(assessmentJSON(fixture.assessment))
    #expect(short.keys.sorted() == ["approaches", "fit", "id", "risk", "verdict"])
    #expect(short["id"] as? String == "a \"quoted\" id\n")
    #expect(short["verdict"] as? String == long["verdict"] as? String)
    #expect(short["fit"] as? NSDictionary == long["fit"] as? NSDictionary)
    #expect(short["risk"] as? NSDictionary == long["risk"] as? NSDictionary)
    let approaches = try #require(short["approaches"] as? [[String: Any]])
    let full = try #require(long["approaches"] as? [[String: Any]])
    #expect(approaches.map { $0["id"] as? String } == full.map { $0["id"] as? String })
    #expect(approaches.map { $0["fit"] as? NSDictionary } == full.map { $0["fit"] as? NSDictionary })
  }
}

private func line(id: String, _ summary: ScoreSummary) -> String {
  var bytes: [UInt8] = []
  appendSummaryLine(id: id, summary, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}
