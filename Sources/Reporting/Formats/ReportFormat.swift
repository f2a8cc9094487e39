import Assessments
import Knowledge

/// A way to write an assessment down; all formats are written from the same values.
public struct ReportFormat: Sendable {
  /// How a person names it: `html`, `md`, `json`.
  public var name: String
  /// Where it goes inside an output folder, for example `report.html`.
  public var fileName: String
  public var mediaType: String
  /// - Throws: only when the format's own template cannot be read, which its tests rule out.
  public var text: @Sendable (Assessment, KnowledgeBase, ReportOptions) throws -> String

  public init(
    name: String, fileName: String, mediaType: String,
    text: @escaping @Sendable (Assessment, KnowledgeBase, ReportOptions) throws -> String
  ) {
    self.name = name
    self.fileName = fileName
    self.mediaType = mediaType
    self.text = text
  }
}

/// What a reader may choose about a report.
public struct ReportOptions: Sendable {
  public var language: Language
  /// False leaves out what differs between two runs of the same inputs: when it was made, measured
  /// seconds and memory, estimated training time.
  public var includeTimes: Bool

  public init(language: Language, includeTimes: Bool = true) {
    self.language = language
    self.includeTimes = includeTimes
  }
}

extension ReportFormat {
  /// One self-contained page without script.
  public static let html = ReportFormat(name: "html", fileName: "report.html", mediaType: "text/html") {
    try htmlPage(
      report(for: $0, knowledge: $1, language: $2.language, includeTimes: $2.includeTimes))
  }

  public static let markdown = ReportFormat(
    name: "md", fileName: "report.md", mediaType: "text/markdown"
  ) {
    markdownText(report(for: $0, knowledge: $1, language: $2.language, includeTimes: $2.includeTimes))
  }

  /// For machines; the same in every language.
  public static let json = ReportFormat(
    name: "json", fileName: "assessment.json", mediaType: "application/json"
  ) { assessment, _, options in
    assessmentJSON(assessment, includeTimes: options.includeTimes)
  }

  public static let all: [ReportFormat] = [.html, .markdown, .json]
}
