import Assessments
import Knowledge

/// A way to write a comparison down; named like the formats of a report.
public struct ComparisonFormat: Sendable {
  /// `html`, `md` or `json`.
  public var name: String
  /// Where it goes inside an output folder.
  public var fileName: String
  /// - Throws: only when the page's own template cannot be read, which its tests rule out.
  public var text: @Sendable (Comparison, KnowledgeBase, ReportOptions) throws -> String

  public static let html = ComparisonFormat(name: "html", fileName: "comparison.html") {
    try htmlPage(report(for: $0, knowledge: $1, language: $2.language, includeTimes: $2.includeTimes))
  }

  public static let markdown = ComparisonFormat(name: "md", fileName: "comparison.md") {
    markdownText(report(for: $0, knowledge: $1, language: $2.language, includeTimes: $2.includeTimes))
  }

  /// For machines; the same in every language.
  public static let json = ComparisonFormat(name: "json", fileName: "comparison.json") {
    comparisonJSON($0, $1, includeTimes: $2.includeTimes)
  }

  public static let all: [ComparisonFormat] = [.html, .markdown, .json]
}
