import Knowledge
import Questionnaires
import Testing

/// When something was answered: read, refused, written and filled in.
@Suite struct AnswerDayTests {
  private func sheet(_ day: String) throws -> AnswerSheet {
    try readAnswerSheet(
      "scenario: nlp/letters\nanswers:\n  task.output: {value: label, at: \(day)}\n", file: "a.yaml",
      knowledge: MiniCatalog.knowledge)
  }

  @Test(arguments: [
    "2026-11-25", "2024-02-29", "2000-02-29", "2026-11-25T09:30Z", "2026-11-25T09:30:59Z",
    "2026-11-25T23:59:00+08:00", "2026-11-25T09:30",
  ])
  func aDayIsTakenAsWritten(_ day: String) throws {
    #expect(try sheet(day).answers["task.output"]?.at == day)
  }

  @Test(arguments: [
    "2026-11", "2026", "25.11.2026", "2026-13-01", "2026-02-29", "1900-02-29", "2026-11-31", "2026-1-05",
    "2026-11-25T24:00Z", "2026-11-25T9:30Z", "2026-11-25T09:30:60Z", "2026-11-25 09:30", "yesterday",
    "2026-11-25T", "２０２６-11-25",
  ])
  func whatIsNoDayIsRefusedWithItsPlace(_ day: String) throws {
    let findings = #expect(throws: Findings.self) { try sheet(day) }
    #expect(
      findings?.list.map(\.description) == [
        "a.yaml:3:35: expected a day such as 2026-11-25, with or without a time such as T09:30Z, "
          + "found '\(day)'"
      ])
  }

  @Test func aDayAloneStandsOnTheAnswersLine() throws {
    let sheet = AnswerSheet(
      scenario: "nlp/letters",
      answers: [
        "task.output": Answer(.option("label"), at: "2026-11-25"),
        "data.budget": Answer(.money(5000, currency: "EUR"), at: "2026-11-25T09:30Z"),
        "data.places": Answer(.options(["eu", "us"]), at: "2026-11-24"),
        "task.target": Answer(.number(0.85), by: "J. Doe", at: "2026-11-23"),
      ])
    let written = writeAnswerSheet(sheet, knowledge: MiniCatalog.knowledge)
    #expect(written.contains("  task.output: {value: label, at: 2026-11-25}\n"))
    #expect(written.contains("    by: \"J. Doe\"\n    at: 2026-11-23\n"))
    #expect(try readAnswerSheet(written, file: "a", knowledge: MiniCatalog.knowledge) == sheet)
  }

  @Test func theInterviewNotesWhoAnswersWhen() throws {
    let scenario = try #require(MiniCatalog.knowledge.scenario("nlp/letters"))
    var interview = Interview(scenario: scenario, knowledge: MiniCatalog.knowledge)
    interview.give(.option("label"))
    #expect(interview.sheet.answers["task.output"] == Answer(.option("label")))
    interview.day = "2026-11-25"
    interview.by = "Li"
    // What was said before stays as it is while its value stays.
    _ = interview.back()
    interview.give(.option("label"))
    #expect(interview.sheet.answers["task.output"]?.at == nil)
    _ = interview.back()
    interview.give(.option("number"))
    #expect(
      interview.sheet.answers["task.output"] == Answer(.option("number"), by: "Li", at: "2026-11-25"))
  }
}
