import Assessments
import Knowledge
import Reporting
import Testing

@Suite struct GoldenReportTests {
  @Test(arguments: Language.allCases)
  func `HTML and Markdown read as recorded`(_ language: Language) throws {
    let fixture = try Fixture()
    for format in [ReportFormat.html, .markdown] {
      let text = try format.text(fixture.assessment, fixture.knowledge, ReportOptions(language: language))
      try expectGolden(text, "report.\(language.rawValue).\(format.name)")
    }
  }

  @Test(arguments: Language.allCases)
  func `a report without a pilot reads as recorded`(_ language: Language) throws {
    let fixture = try Fixture.withoutPilot()
    let text = try ReportFormat.markdown.text(
      fixture.assessment, fixture.knowledge, ReportOptions(language: language))
    try expectGolden(text, "no-pilot.\(language.rawValue).md")
  }

  @Test func `JSON reads as recorded and is the same in both languages`() throws {
    let fixture = try Fixture()
    let texts = try Language.allCases.map {
      try ReportFormat.json.text(fixture.assessment, fixture.knowledge, ReportOptions(language: $0))
    }
    try expectGolden(texts[0], "record.json")
    #expect(texts[0] == texts[1])
  }

  @Test(arguments: Language.allCases)
  func `the terminal summary reads as recorded`(_ language: Language) throws {
    let fixture = try Fixture()
    let text = terminalSummary(
      fixture.assessment, fixture.knowledge, language: language, width: 100, color: false)
    try expectGolden(text, "terminal.\(language.rawValue).txt")
  }
}
