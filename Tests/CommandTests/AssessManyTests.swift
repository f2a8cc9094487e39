import Foundation
import Testing

@Suite struct AssessManyTests {
  @Test func sheetsComeOutInOrderAndFaultyOnesAreTold() throws {
    let program = try Program()
    try program.write(
      """
      {"id": "first", "scenario": "games/other", "answers": {"data.quality": "good"}}

      {"scenario": "games/other", "answers": {"data.quality": "god"}}
      {"scenario": "games/other", "answers": {}}
      {"scenario": "games/other", "answers": {"data.quality": }
      {"id": "ünï", "scenario": "medical/other", "answers": {"data.labelled-examples": 100}}
      """, to: "sheets.jsonl")
    let outcome = try program.run("assess-many", "sheets.jsonl", "--json")
    #expect(outcome.code == 1)
    let lines = try outcome.output.split(separator: "\n").map { try #require(try json(String($0)) as? [String: Any]) }
    #expect(lines.map { $0["id"] as? String } == ["first", "4", "ünï"])
    for line in lines { #expect(Set(line.keys) == ["id", "verdict", "fit", "risk", "approaches"]) }
    #expect(
      outcome.log == """
        sheets.jsonl:3:57: no option named 'god'. Did you mean 'good'?
        sheets.jsonl:5:57: not valid JSON: expected a value, found '}'
        2 of 5 sheets have findings and were left out

        """)
  }

  @Test func aFolderIsReadInTheOrderOfItsNames() throws {
    let program = try Program()
    try program.write("scenario: games/other\nanswers: {}\n", to: "sheets/b.yaml")
    try program.write(#"{"scenario": "games/other", "answers": {}}"#, to: "sheets/a.json")
    try program.write("not a sheet", to: "sheets/notes.txt")
    let outcome = try program.run("assess-many", "sheets", "--json")
    #expect(outcome.code == 0)
    let ids = try outcome.output.split(separator: "\n").map { (try json(String($0)) as? [String: Any])?["id"] as? String }
    #expect(ids == ["a", "b"])
  }

  @Test func oneByOneAndManyAgree() throws {
    let program = try Program()
    let example = Program.example("finance-fraud-detection")
    try FileManager.default.createDirectory(
      at: program.folder.appendingPathComponent("sheets"), withIntermediateDirectories: false)
    try FileManager.default.copyItem(
      atPath: example, toPath: program.folder.appendingPathComponent("sheets/one.yaml").path)
    let many = try #require(
      try json(program.run("assess-many", "sheets", "--json").output) as? [String: Any])
    let one = try #require(
      try json(program.run("assess", example, "--no-pilot", "--json").output) as? [String: Any])
    for key in ["verdict", "fit", "risk"] {
      #expect(many[key] as? NSObject == one[key] as? NSObject, "\(key)")
    }
  }

  @Test func aLineTooLongIsToldAndTheNextIsRead() throws {
    let program = try Program()
    let long = String(repeating: "x", count: 5 << 20)
    try program.write(
      "{\"id\": \"\(long)\"}\n{\"scenario\": \"games/other\", \"answers\": {}}\n", to: "sheets.jsonl")
    let outcome = try program.run("assess-many", "sheets.jsonl", "--json")
    #expect(outcome.code == 1)
    #expect(
      outcome.log.hasPrefix("sheets.jsonl:1:1: the line is longer than 4194304 bytes, too long for an answer sheet\n"))
    #expect(outcome.output.contains("\"id\":\"2\""))
  }

  @Test func standardInputIsReadToo() throws {
    let program = try Program()
    let outcome = try program.run(
      "assess-many", "-", "--json", input: #"{"scenario": "games/other", "answers": {}}"#)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("\"id\":\"1\""))
  }
}
