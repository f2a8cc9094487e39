import Assessments
import Datasets
import Foundation
import Knowledge
import Questionnaires
import Reporting
import Testing

/// Texts that have broken reports elsewhere; each must come out as text and nothing else.
private let hostileTexts = [
  "<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "\"\u{301} onmouseover=\"alert(1)",
  "<\u{338}script>alert(1)</script>", "{{{style}}} {{mustache}} {{/sections}}",
  "a | b `code` *bold* [x](javascript:alert(1)) ![i](y)\n# head\n- item",
  "\u{202E}drowssap\u{202C} \u{2067}x\u{2069}",
  "\u{1B}[31mred\u{7}\u{0}", "]]> --> </style></svg></bdi>", "שלום\u{200F}",
]

private func fixture(with text: String) throws -> Fixture {
  var fixture = try Fixture()
  fixture.assessment.sheet.answers["data.quality"] = Answer(
    .option(OptionID(text)), note: text, source: text, by: text)
  fixture.assessment.sheet.answers[QuestionID(text)] = Answer(.money(1, currency: text))
  var pilot = try #require(fixture.assessment.pilot)
  pilot.data.name = text
  pilot.data.classes = [text, text + "2"]
  pilot.data.profile.classCounts = [text: 1]
  pilot.data.profile.identifierColumns = [text]
  pilot.data.profile.suspectLeaks = [SuspectLeak(column: text, share: 1)]
  pilot.data.origin = .user
  pilot.notes = [.init(kind: text, detail: text)]
  fixture.assessment.pilot = pilot
  fixture.assessment.recommendation.target.name = LocalizedText(en: text, zh: text)
  return fixture
}

@Suite struct HostileTextTests {
  /// Tags of a page, in order, so that two pages can be compared by structure.
  private func tags(_ html: String) -> [Substring] {
    html.matches(of: /<[a-zA-Z\/!][^>]*>/).map { match in
      match.output.split(separator: " ", maxSplits: 1).first ?? ""
    }
  }

  @Test(arguments: hostileTexts)
  func `HTML keeps its structure whatever the data say`(_ text: String) throws {
    let harmless = try fixture(with: "harmless")
    let hostile = try fixture(with: text)
    let options = ReportOptions(language: .english)
    let expected = try ReportFormat.html.text(harmless.assessment, harmless.knowledge, options)
    let page = try ReportFormat.html.text(hostile.assessment, hostile.knowledge, options)
    #expect(tags(page).sorted() == tags(expected).sorted())
    #expect(!page.contains("<script") && !page.contains("onerror=alert(1)>") && !page.contains("<img"))
    #expect(!page.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || $0.value == 0x1B })
    let bytes = Array(page.utf8)
    // A raw quote followed by a combining mark would end an attribute.
    #expect(!contains(bytes, Array("\"\u{301}".utf8)) && !contains(bytes, Array("<\u{338}".utf8)))
  }

  @Test(arguments: hostileTexts)
  func `Markdown keeps its lines and tables`(_ text: String) throws {
    let harmless = try fixture(with: "harmless")
    let hostile = try fixture(with: text)
    let options = ReportOptions(language: .english)
    let expected = try ReportFormat.markdown.text(harmless.assessment, harmless.knowledge, options)
    let page = try ReportFormat.markdown.text(hostile.assessment, hostile.knowledge, options)
    #expect(bars(page) == bars(expected))
    #expect(
      !page.contains("<script") && page.matches(of: /[^\\]\]\(javascript:/).isEmpty
        && !page.contains("\n# head"))
  }

  /// Unescaped table bars of each line.
  private func bars(_ markdown: String) -> [Int] {
    markdown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.replacing("\\|", with: "").count { $0 == "|" }
    }
  }

  @Test(arguments: hostileTexts)
  func `JSON gives every text back unchanged`(_ text: String) throws {
    let hostile = try fixture(with: text)
    let json = try ReportFormat.json.text(
      hostile.assessment, hostile.knowledge, ReportOptions(language: .english))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let pilot = try #require(object["pilot"] as? [String: Any])
    let data = try #require(pilot["data"] as? [String: Any])
    let name = try #require(data["name"] as? String)
    #expect(Array(name.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(arguments: hostileTexts)
  func `the terminal gets no control characters`(_ text: String) throws {
    let hostile = try fixture(with: text)
    let screen = terminalSummary(
      hostile.assessment, hostile.knowledge, language: .chinese, width: 80, color: false)
    #expect(!screen.unicodeScalars.contains { $0.value < 32 && $0 != "\n" || $0.value == 127 })
    #expect(screen.split(separator: "\n", omittingEmptySubsequences: false).count <= 41)
  }

  private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: part) }
  }

  @Test func `only web addresses become links`() throws {
    var fixture = try Fixture()
    fixture.knowledge.sources[0].url = "javascript:alert(1)"
    let page = try htmlPage(
      report(for: fixture.assessment, knowledge: fixture.knowledge, language: .english))
    #expect(!page.contains("javascript:"))
    #expect(page.contains("Regulation (EU) 2016/679"))
  }
}
