import Foundation
import Testing

/// Data that cannot be used: exit 1, one clear line, no report and no assessment kept.
@Suite struct BadDataTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var name: String
    var data: String
    var target: String
    /// Words that the last line must hold.
    var words: [String]
    var testDescription: String { name }
    init(_ name: String, _ data: String, target: String = "y", _ words: [String]) {
      (self.name, self.data, self.target, self.words) = (name, data, target, words)
    }
  }

  private static func table(_ row: (Int) -> String, count: Int = 30) -> String {
    "a,b,y\n" + (0..<count).map(row).joined(separator: "\n") + "\n"
  }

  static let rows = [
    Row("target missing", table { "\($0),\($0 % 7),\($0 % 2)" }, target: "z", ["z", "a, b, y"]),
    Row("target mistyped", "age,outcome\n1,2\n", target: "outcme", ["outcme", "outcome"]),
    Row("one class only", table { "\($0),\($0 % 7),yes" }, ["y", "yes"]),
    Row("all values missing", table { "\($0),\($0 % 7)," }, ["y"]),
    Row("fewer than ten rows", table({ "\($0),\($0 % 7),\($0 % 2)" }, count: 6), ["6", "10"]),
    Row("infinity", table { "\($0 == 4 ? "inf" : "\($0)"),\($0 % 7),\($0 % 2)" }, ["a", "5", "inf"]),
    Row("binary file", "\u{0}\u{1}\u{2}PK\u{0}\u{0}", ["data.csv"]),
    Row("empty file", "", ["data.csv"]),
  ]

  @Test(arguments: rows) func refused(_ row: Row) throws {
    let program = try Program()
    try program.write(row.data, to: "data.csv")
    let outcome = try program.run(
      "assess", Program.example("medical-disease-classification"), "--data", "data.csv", "--target", row.target,
      "--out", "report")
    #expect(outcome.code == 1)
    #expect(outcome.output.isEmpty)
    let lines = outcome.log.split(separator: "\n")
    #expect(lines.count == 1, "\(outcome.log)")
    for word in row.words { #expect(outcome.lastLogLine.contains(word), "\(outcome.lastLogLine)") }
    #expect(try program.files() == ["data.csv"])
    #expect(try program.run("history", "--json").output == "[]\n")
  }

  @Test func anEmptyFolderAndAMissingOne() throws {
    let program = try Program()
    try FileManager.default.createDirectory(
      at: program.folder.appendingPathComponent("pictures"), withIntermediateDirectories: false)
    for name in ["pictures", "nowhere"] {
      let outcome = try program.run("pilot", "vision/image-classification", "--data", name)
      #expect(outcome.code == 1)
      #expect(outcome.output.isEmpty)
      #expect(outcome.lastLogLine.contains(name))
    }
  }
}
