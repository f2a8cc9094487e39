import Assessments
import Knowledge
import Reporting
import Testing

@Suite struct ReviewReportTests {
  private func reviewed(_ reviews: [Review]) throws -> Fixture {
    var fixture = try Fixture()
    fixture.assessment.reviews = reviews
    return fixture
  }

  private let agreement = Review(
    by: "Li Na", at: "2026-11-25T10:00:00Z", agrees: true, verdict: .pilotFirst, computed: .pilotFirst,
    reason: nil)
  private let override = Review(
    by: "J. <Doe>", at: "2026-11-26T08:15:00Z", agrees: false, verdict: .noGo, computed: .pilotFirst,
    reason: "Not *yet*")

  @Test func `an override stands beside the computed verdict and never in its place`() throws {
    let fixture = try reviewed([agreement, override])
    let plain = try reviewed([])
    for format in [ReportFormat.markdown, .html] {
      let options = ReportOptions(language: .english)
      let text = try format.text(fixture.assessment, fixture.knowledge, options)
      let without = try format.text(plain.assessment, plain.knowledge, options)
      // Every line of the report without reviews is still there, the verdict's panel with them.
      let lines = Set(text.split(separator: "\n"))
      let lost = without.split(separator: "\n").filter { !lines.contains($0) }
      #expect(lost.isEmpty)
    }
    let text = try ReportFormat.markdown.text(
      fixture.assessment, fixture.knowledge, ReportOptions(language: .english))
    #expect(
      text.contains(
        "> **Overridden** – J. &lt;Doe&gt; decides “No-go” where the computed verdict is “Pilot first” (2026-11-26). Reason: Not \\*yet\\*"
      ))
    #expect(
      text.contains(
        "| Li Na | 2026-11-25T10:00:00Z | Agreed | Pilot first | Pilot first | – |\n"
          + "| J. &lt;Doe&gt; | 2026-11-26T08:15:00Z | Overridden | No-go | Pilot first | Not \\*yet\\* |"))
  }

  @Test func `the last review is in the summary, in both languages, within its 40 lines`() throws {
    let fixture = try reviewed([agreement, override])
    for (language, expected) in [
      (
        Language.english,
        "J. <Doe> decides “No-go” where the computed verdict is “Pilot first” (2026-11-26)."
      ),
      (.chinese, "J. <Doe>（2026-11-26）认定为“不应推进”，计算得出的结论是“先做试点”。"),
    ] {
      let screen = terminalSummary(
        fixture.assessment, fixture.knowledge, language: language, width: 100, color: false)
      #expect(screen.contains(expected))
      #expect(screen.split(separator: "\n", omittingEmptySubsequences: false).count <= 41)
    }
  }

  @Test func `JSON lists the reviews, without times where times are left out`() throws {
    let fixture = try reviewed([agreement, override])
    let text = assessmentJSON(fixture.assessment)
    #expect(
      text.contains(
        """
          "reviews": [
            {
              "agrees": true,
              "at": "2026-11-25T10:00:00Z",
              "by": "Li Na",
              "computed": "pilot-first",
              "reason": null,
              "verdict": "pilot-first"
            },
        """))
    #expect(!assessmentJSON(fixture.assessment, includeTimes: false).contains("2026-11-2"))
    #expect(assessmentJSON(try Fixture().assessment).contains("\"reviews\": []"))
  }
}
