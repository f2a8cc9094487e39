import Foundation
import Testing

/// Where the golden files and the fixture's inputs lie, beside this file.
let goldenFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("Golden")

/// Compares a whole text with the recorded one.
///
/// After a wanted change, record anew and read the difference before committing it:
/// `RECORD_GOLDEN=1 swift test --filter ReportingTests && git diff Tests/ReportingTests/Golden`.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = goldenFolder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    try Data(text.utf8).write(to: file)
    return
  }
  let recorded = try String(contentsOf: file, encoding: .utf8)
  guard recorded != text else { return }
  let lines = zip(
    recorded.split(separator: "\n", omittingEmptySubsequences: false),
    text.split(separator: "\n", omittingEmptySubsequences: false))
  let first = lines.enumerated().first { $0.element.0 != $0.element.1 }
  Issue.record(
    """
    \(name) differs\(first.map { " from line \($0.offset + 1): recorded \($0.element.0), now \($0.element.1)" } ?? " in length"). \
    If that is wanted: RECORD_GOLDEN=1 swift test --filter ReportingTests
    """, sourceLocation: sourceLocation)
}
