import Foundation
import Knowledge
import Reporting
import Testing

/// One text in both languages.
private func same(_ text: String) -> String { #"{"en": "\#(text)", "zh": "\#(text)"}"# }

private func duty(_ id: String, _ owner: String, _ due: String) -> String {
  #"{"id": "\#(id)", "owner": "\#(owner)", "due": "\#(due)", "article": "Art. 7", "text": \#(same("duty \(id)"))}"#
}

private func rule(_ id: String, certain: Bool, more: String, duties: [String]) -> String {
  """
  {"regulation": "law", "title": \(same("The law")), "source": "law-2020", "textDate": "2020-02-03",
   "rule": "\(id)", "article": "Art. 6", "appliesFrom": "2026-08-02", "what": \(same("what \(id) asks")),
   "isCertain": \(certain), "causes": ["safety.stakes"], \(more),
   "duties": [\(duties.joined(separator: ", "))]}
  """
}

private let conflicts = """
  [{"id": "both", "questions": ["safety.stakes"], "text": \(same("This contradicts that."))}]
  """

private let sure = rule(
  "sure", certain: true, more: #""open": []"#,
  duties: [
    duty("late", "deployer", "in-operation"), duty("early", "deployer", "before-data"),
    duty("build", "developer", "before-launch"),
  ])

private let unsure = rule(
  "unsure", certain: false,
  more: #""open": ["safety.reversible"], "alsoDependsOn": \#(same("a fact nobody asks"))"#,
  duties: [duty("hidden", "provider", "before-launch")])

private let cases = """
  [{"id": "old", "title": \(same("An old case")), "year": 2001, "approach": "classical", "outcome": "mixed",
    "why": \(same("It ended so.")), "basis": [{"source": {"_0": "law-2020", "place": "p. 3"}}],
    "distance": {"value": 0.25, "compared": 12}}]
  """

private func decoded<Value: Decodable>(_ text: String) throws -> Value {
  try JSONDecoder().decode(Value.self, from: Data(text.utf8))
}

/// The fixture with two rules, a contradiction and a near case.
private func guided() throws -> Fixture {
  var fixture = try Fixture()
  fixture.assessment.conflicts = try decoded(conflicts)
  fixture.assessment.rules = try decoded("[\(sure), \(unsure)]")
  fixture.assessment.cases = try decoded(cases)
  return fixture
}

@Suite struct GuidanceSectionsTests {
  private func text(_ fixture: Fixture, _ format: ReportFormat, _ language: Language) throws -> String {
    try format.text(fixture.assessment, fixture.knowledge, ReportOptions(language: language))
  }

  private func count(_ part: String, in text: String) -> Int { text.components(separatedBy: part).count - 1 }

  @Test(arguments: [ReportFormat.markdown, .html])
  func `a report says once that it is no legal advice`(_ format: ReportFormat) throws {
    for fixture in [try Fixture(), try guided()] {
      #expect(count("not legal advice", in: try text(fixture, format, .english)) == 1)
      #expect(count("不构成法律意见", in: try text(fixture, format, .chinese)) == 1)
    }
  }

  @Test func `certain rules give a to-do list by owner, earliest first`() throws {
    let report = try text(guided(), .markdown, .english)
    #expect(report.contains("1 apply, 1 may apply; duties that follow for certain: 3"))
    let order = [
      "To do for the deployer", "duty early | before data are used", "duty late | in operation",
      "To do for the development team", "duty build | before launch",
    ]
    let places = order.compactMap { report.range(of: $0)?.lowerBound }
    #expect(places.count == order.count)
    #expect(places == places.sorted())
  }

  @Test func `a rule that may apply names what it depends on and adds no duty yet`() throws {
    let report = try text(guided(), .markdown, .english)
    #expect(report.contains("**May apply**, from 2026-08-02, depends on: "))
    #expect(report.contains("a fact nobody asks"))
    #expect(!report.contains("duty hidden"))
    #expect(try text(guided(), .json, .english).contains("duty hidden"))
  }

  @Test func `contradictions stand in the verdict and on the screen`() throws {
    let fixture = try guided()
    let report = try text(fixture, .markdown, .english)
    let note = try #require(report.range(of: "This contradicts that."))
    let second = try #require(report.range(of: "\n## 2."))
    #expect(note.lowerBound < second.lowerBound)
    let screen = terminalSummary(
      fixture.assessment, fixture.knowledge, language: .english, width: 80, color: false)
    #expect(screen.contains("Contradiction: This contradicts that."))
    #expect(screen.contains("1 apply, 1 may apply"))
    #expect(screen.split(separator: "\n", omittingEmptySubsequences: false).count <= 41)
  }

  @Test func `a case shows how it ended, its distance and its source`() throws {
    let report = try text(guided(), .markdown, .english)
    #expect(report.contains("**An old case** (2001)"))
    #expect(report.contains("**Mixed**: It ended so."))
    #expect(report.contains("0.25 over 12 answers"))
    #expect(report.contains("never enters a score"))
  }

  @Test func `JSON has the facts, and null where a record is older than them`() throws {
    let members = try #require(
      try JSONSerialization.jsonObject(with: Data(text(guided(), .json, .english).utf8)) as? [String: Any])
    let rules = try #require(members["rules"] as? [[String: Any]])
    #expect(rules.map { $0["applies"] as? String } == ["yes", "may"])
    #expect(rules.last?["open"] as? [String] == ["safety.reversible"])
    let duties = try #require(members["duties"] as? [[String: Any]])
    #expect(duties.map { $0["owner"] as? String } == ["deployer", "deployer", "developer", "provider"])
    let conflicts = try #require(members["conflicts"] as? [[String: Any]])
    #expect(conflicts.first?["questions"] as? [String] == ["safety.stakes"])
    let cases = try #require(members["cases"] as? [[String: Any]])
    #expect(cases.first?["distance"] as? Double == 0.25)
    #expect(cases.first?["sources"] as? [String] == ["law-2020"])
    let older = try #require(
      try JSONSerialization.jsonObject(with: Data(text(Fixture(), .json, .english).utf8)) as? [String: Any])
    for key in ["conflicts", "rules", "duties", "cases"] { #expect(older[key] is NSNull, "\(key)") }
  }
}
