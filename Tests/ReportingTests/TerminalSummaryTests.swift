import Knowledge
import Reporting
import Testing

@Suite struct TerminalSummaryTests {
  @Test(arguments: Language.allCases, [20, 60, 80, 100, 300])
  func `the summary fits one screen`(_ language: Language, _ width: Int) throws {
    for fixture in [try Fixture(), try Fixture.withoutPilot()] {
      let text = terminalSummary(
        fixture.assessment, fixture.knowledge, language: language, width: width, color: false)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.count <= 40)
      for line in lines { #expect(displayWidth(String(line)) <= min(100, max(60, width)), "\(line)") }
      #expect(!text.contains("\u{1B}"))
    }
  }

  @Test func `colour changes nothing but colour`() throws {
    let fixture = try Fixture()
    func summary(_ color: Bool) -> String {
      terminalSummary(fixture.assessment, fixture.knowledge, language: .english, width: 90, color: color)
    }
    #expect(summary(true).contains("\u{1B}[1;36m"))
    #expect(summary(true).replacing(/\u{1B}\[[0-9;]*m/, with: "") == summary(false))
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("模型", 4), ("a模b", 4), ("e\u{301}", 1), ("，", 2), ("█░", 2), ("–", 1), ("한글", 4),
  ])
  func `wide characters take two columns`(_ text: String, _ width: Int) {
    #expect(displayWidth(text) == width)
  }
}
