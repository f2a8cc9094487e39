import Foundation
import Testing

@Suite struct OutputTests {
  private let sheet = Program.example("medical-disease-classification")

  @Test func reportsAreWrittenAndKept() throws {
    let program = try Program()
    let outcome = try program.run("assess", sheet, "--out", "deep/report")
    #expect(outcome.code == 0)
    #expect(
      try program.files() == [
        "deep", "deep/report", "deep/report/assessment.json", "deep/report/report.html",
        "deep/report/report.md",
      ])
    #expect(outcome.output.contains("deep/report/report.html"))
    #expect(outcome.log.contains("pilot: linear model, fold 1 of 5"))
    // Nothing moves and nothing is coloured where no terminal is.
    #expect(!(outcome.output + outcome.log).contains("\u{1B}"))
    #expect(!outcome.log.contains("\r"))

    let history = try program.run("history", "--json")
    let rows = try #require(try json(history.output) as? [[String: Any]])
    let id = try #require(rows.first?["id"] as? String)
    #expect(rows.count == 1)
    #expect(rows[0]["scenario"] as? String == "medical/disease-classification")

    let stored = try program.run("report", String(id.prefix(4)), "--format", "json")
    #expect(stored.code == 0)
    #expect(stored.output == (try program.contents("deep/report/assessment.json")))
    let markdown = try program.run("report", id, "--format", "md")
    #expect(markdown.output == (try program.contents("deep/report/report.md")))
    let chinese = try program.run("report", id, "--out", "zh", "--format", "html", "--language", "zh")
    #expect(chinese.output == "zh/report.html\n")
    #expect(try program.contents("zh/report.html").contains("lang=\"zh"))
  }

  @Test func theSameInputsGiveTheSameBytes() throws {
    let (first, second) = (try Program(), try Program())
    let arguments = ["assess", sheet, "--json", "--no-times", "--seed", "7"]
    let (one, two) = (try first.run(arguments), try second.run(arguments))
    #expect(one.code == 0)
    #expect(one.output == two.output)
    // A third run finds the store of the first and must not differ either.
    #expect(try first.run(arguments).output == one.output)
    #expect(try first.run("assess", sheet, "--json", "--no-times", "--seed", "8").output != one.output)
  }

  @Test(arguments: [
    ["assess", "SHEET", "--json"], ["assess", "SHEET", "--json", "--no-pilot"],
    ["pilot", "games/board-strategy", "--json"], ["catalog", "list", "--json"],
    ["catalog", "show", "data.quality", "--json"], ["catalog", "check", "--json"], ["history", "--json"],
    ["doctor", "--json"],
  ])
  func standardOutputIsJSONOnly(_ arguments: [String]) throws {
    let program = try Program()
    let outcome = try program.run(arguments.map { $0 == "SHEET" ? sheet : $0 })
    #expect(outcome.code == 0 || arguments.contains("check"))
    _ = try json(outcome.output)
    #expect(try program.files().isEmpty)
  }

  @Test func aFolderThatCannotBeWrittenIsFoundBeforeThePilot() throws {
    let program = try Program()
    try program.write("", to: "file")
    let inFile = try program.run("assess", sheet, "--out", "file/report")
    #expect(inFile.code == 2)
    #expect(
      inFile.log == "surefoot: cannot write to file/report: \(program.folder.path)/file is not a folder\n")
    guard getuid() != 0 else { return }
    try FileManager.default.createDirectory(
      at: program.folder.appendingPathComponent("locked"), withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o555])
    let locked = try program.run("assess", sheet, "--out", "locked/report")
    #expect(locked.code == 2)
    #expect(locked.log == "surefoot: cannot write to locked/report: Permission denied\n")
  }

  @Test func aFileThatCannotBeMadeLeavesNoOtherHalfWritten() throws {
    let program = try Program()
    // A folder where the last of the three files belongs makes its rename fail.
    try program.write("", to: "report/assessment.json/in-the-way")
    let outcome = try program.run("assess", sheet, "--no-pilot", "--out", "report")
    #expect(outcome.code == 2)
    #expect(outcome.lastLogLine.contains("report/assessment.json"))
    #expect(!(try program.files()).contains { $0.hasSuffix(".tmp") })
  }

  @Test func filesThatDoNotFitLeaveNothing() throws {
    let program = try Program()
    // A limit on the size of files stands for a disk that fills up while the reports are written.
    let process = try program.prepared(["assess", sheet, "--no-pilot", "--out", "deep/report"])
    let line = (process.arguments ?? []).joined(separator: "' '")
    let executable = try #require(process.executableURL).path
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "trap '' XFSZ; ulimit -f 120; exec '\(executable)' '\(line)' 2>log"]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(try program.contents("log").contains("cannot write to deep/report/"))
    #expect(try program.contents("log").contains(": File too large\n"))
    #expect(try program.files() == ["log"])
    #expect(try program.run("history", "--json").output == "[]\n")
  }

  @Test func fullStandardOutputIsAFailure() throws {
    let program = try Program()
    let process = try program.prepared(["catalog", "list"])
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
    try program.write("", to: "log")
    process.standardError = try FileHandle(forWritingTo: program.folder.appendingPathComponent("log"))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 3)
    #expect(try program.contents("log") == "standard output cannot be written: No space left on device\n")
  }

  @Test func aDamagedStoreIsKeptAsideAndTold() throws {
    let program = try Program()
    try program.write("not a database at all, only text", to: "data/surefoot/surefoot.sqlite")
    let outcome = try program.run("assess", sheet, "--no-pilot", "--json")
    #expect(outcome.code == 0)
    #expect(
      outcome.log.contains(
        "the store \(program.storePath) was damaged; it was kept as \(program.storePath).corrupt-1"))
    #expect(
      try program.contents("data/surefoot/surefoot.sqlite.corrupt-1") == "not a database at all, only text")
    #expect(try (json(program.run("history", "--json").output) as? [Any])?.count == 1)
  }

  @Test func aStoreThatCannotBeMadeStopsTheRunBeforeThePilot() throws {
    let program = try Program()
    let outcome = try program.run(
      "assess", sheet, "--store", "/proc/surefoot/store.sqlite", "--out", "report")
    #expect(outcome.code == 3)
    #expect(outcome.log.hasPrefix("surefoot: the store's folder /proc/surefoot cannot be made: "))
    #expect(outcome.log.split(separator: "\n").count == 1)
    #expect(try program.files().isEmpty)
  }
}

func json(_ text: String) throws -> Any {
  try JSONSerialization.jsonObject(with: Data(text.utf8))
}
