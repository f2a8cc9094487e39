import Foundation
import Testing

/// Answer sheets with faults: exit 1, each fault on a line with its place, nothing written.
@Suite struct BadSheetTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var name: String
    var sheet: String
    var lines: [String]
    var testDescription: String { name }
    init(_ name: String, _ sheet: String, _ lines: [String]) {
      (self.name, self.sheet, self.lines) = (name, sheet, lines)
    }
  }

  static let rows = [
    Row(
      "unknown question and option",
      "scenario: games/other\nanswers:\n  data.qualty: good\n  data.drift: hgih\n",
      [
        "sheet.yaml:3:3: no question named 'data.qualty'. Did you mean 'data.quality'?",
        "sheet.yaml:4:15: no option named 'hgih'. Did you mean 'high'?",
      ]),
    Row(
      "YAML syntax", "scenario: games/other\nanswers: {data.quality: [good\n",
      ["sheet.yaml:3:1: not valid YAML: did not find expected ',' or ']'"]),
    Row(
      "unknown scenario", "scenario: games/oter\nanswers: {}\n",
      ["sheet.yaml:1:11: no scenario named 'games/oter'. Did you mean 'games/other'?"]),
    Row(
      "infinity", "scenario: games/other\nanswers: {data.labelled-examples: .inf}\n",
      ["sheet.yaml:2:35: expected a number, found '.inf'"]),
    Row("empty", "", ["sheet.yaml:1:1: the file is empty"]),
  ]

  @Test(arguments: rows) func refused(_ row: Row) throws {
    let program = try Program()
    try program.write(row.sheet, to: "sheet.yaml")
    let outcome = try program.run("assess", "sheet.yaml", "--no-pilot")
    #expect(outcome.code == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.log == row.lines.joined(separator: "\n") + "\n")
    #expect(try program.files() == ["sheet.yaml"])
    #expect(!FileManager.default.fileExists(atPath: program.storePath))
  }

  @Test func bytesThatAreNoText() throws {
    let program = try Program()
    try Data([0xFF, 0xFE, 0x00]).write(to: program.folder.appendingPathComponent("sheet.yaml"))
    let outcome = try program.run("assess", "sheet.yaml")
    #expect(outcome.code == 1)
    #expect(outcome.log == "sheet.yaml:1:1: cannot be read: not UTF-8 text\n")
  }

  @Test func aFileFarTooLarge() throws {
    let program = try Program()
    let place = program.folder.appendingPathComponent("sheet.yaml")
    try Data().write(to: place)
    // Two gigabytes that take no room on the disk, and must take none in memory.
    try FileHandle(forWritingTo: place).truncate(atOffset: 2 << 30)
    let outcome = try program.run("assess", "sheet.yaml")
    #expect(outcome.code == 1)
    #expect(outcome.log == "sheet.yaml:1:1: cannot be read: larger than 16 MB, which no answer sheet is\n")
  }

  @Test func findingsFollowTheLanguage() throws {
    let program = try Program()
    try program.write("scenario: games/other\nanswers: {data.drift: hgih}\n", to: "sheet.yaml")
    let outcome = try program.run("assess", "sheet.yaml", "--language", "zh")
    #expect(outcome.log == "sheet.yaml:2:23: 没有名为“hgih”的选项，是否想写“high”？\n")
  }
}
