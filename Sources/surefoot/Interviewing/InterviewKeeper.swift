import Foundation
import Knowledge
import Persistence
import Questionnaires

/// Keeps the answers of an interview where a kill cannot take them: in the store, and in a file if one is named.
struct InterviewKeeper {
  var knowledge: KnowledgeBase
  var scenario: Scenario
  var store: Store
  /// The answers file a person named.
  var file: String?
  /// The comment lines that file begins with; they are kept, other comments are not.
  var heading = ""

  /// The answers of an interview that was left; tells which of them the catalog no longer takes.
  func draft() throws -> AnswerSheet? {
    guard let draft = try store.draft(scenario: scenario.id, file: key) else { return nil }
    let node = try parseSource(draft.sheet, file: say("draft of \(draft.savedAt)", "\(draft.savedAt) 的草稿"))
    let (named, findings) = AnswerSheetReader(knowledge: knowledge).readWhatFits(node)
    if !findings.isEmpty {
      Shell.log(say("not carried over, because the catalog has changed:", "知识库已更新，以下回答未能保留："))
      for finding in findings { Shell.log("  \(finding.text(in: shellLanguage))") }
    }
    return named?.sheet
  }

  /// Saves after an answer; when it returns the answer is safe.
  func save(_ sheet: AnswerSheet) throws {
    let text = writeAnswerSheet(sheet, knowledge: knowledge)
    try store.save(Draft(scenario: scenario.id, file: key, sheet: text, savedAt: Clock.now()))
    if let file { try OutputFiles.replace(file, with: heading + text) }
  }

  /// Writes the finished sheet and forgets the draft.
  ///
  /// - Returns: the file it stands in: the one named, else a new one in the current folder.
  func finish(_ sheet: AnswerSheet) throws -> String {
    let path = file ?? freeName()
    try OutputFiles.replace(path, with: heading + writeAnswerSheet(sheet, knowledge: knowledge))
    try store.removeDraft(scenario: scenario.id, file: key)
    return path
  }

  /// The comment lines at the top of a sheet.
  static func heading(of text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("#") }
      .map { "\($0)\n" }.joined()
  }

  private var key: String { file.map { URL(fileURLWithPath: $0).standardizedFileURL.path } ?? "" }

  /// `medical-disease-classification.yaml`, with a number where that is taken.
  private func freeName() -> String {
    let base = scenario.id.name.split(separator: "/").joined(separator: "-")
    var name = "\(base).yaml"
    var number = 2
    while FileManager.default.fileExists(atPath: name) {
      name = "\(base)-\(number).yaml"
      number += 1
    }
    return name
  }
}
