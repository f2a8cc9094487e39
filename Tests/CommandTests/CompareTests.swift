import Foundation
import Testing

@Suite struct CompareTests {
  private let medical = Program.example("medical-disease-classification")
  private let finance = Program.example("finance-fraud-detection")

  @Test func idsAndSheetsAreComparedTogether() throws {
    let program = try Program()
    let id = try store(medical, in: program)
    let outcome = try program.run(
      "compare", String(id.prefix(5)), finance, "--out", "deep/comparison", "--no-times")
    #expect(outcome.code == 0)
    #expect(outcome.log.isEmpty)
    let written = ["html", "md", "json"].map { "deep/comparison/comparison.\($0)\n" }
    #expect(outcome.output == written.joined())
    let record = try #require(
      try json(program.contents("deep/comparison/comparison.json")) as? [String: Any])
    let cases = try #require(record["cases"] as? [[String: Any]])
    #expect(cases.map { $0["given"] as? String } == [id, finance])
    #expect((record["change"] as? [String: Any]) == nil)
    // Sheets are scored on the fly; nothing of them is kept.
    let history = try program.run("history", "--json")
    #expect((try json(history.output) as? [Any])?.count == 1)
    let chinese = try program.run("compare", id, finance, "--format", "md", "--language", "zh")
    #expect(chinese.output.hasPrefix("# 2 个案例的对比\n"))
  }

  @Test func twoOfOneScenarioAreVersions() throws {
    let program = try Program()
    let id = try store(medical, in: program)
    let text = try String(contentsOfFile: medical, encoding: .utf8)
    try program.write(
      text.replacingOccurrences(of: "human-review: every-case", with: "human-review: none"),
      to: "revised.yaml")
    let outcome = try program.run("compare", id, "revised.yaml", "--json")
    #expect(outcome.code == 0)
    let record = try #require(try json(outcome.output) as? [String: Any])
    let change = try #require(record["change"] as? [String: Any])
    let effects = try #require(change["effects"] as? [[String: Any]])
    #expect(effects.map { $0["question"] as? String } == ["safety.human-review"])
    #expect(change["method"] as? String == "shapley")
    let again = try program.run("compare", id, "revised.yaml", "--json", "--seed", "42")
    #expect(again.output == outcome.output)
  }

  @Test func aFileNamedLikeAnIDIsFoundWhereNoIDBeginsSo() throws {
    let program = try Program()
    try program.write(String(contentsOfFile: medical, encoding: .utf8), to: "plan")
    #expect(try program.run("compare", "plan", finance).code == 0)
  }

  static let faults: [(arguments: [String], message: String)] = [
    (["MEDICAL"], "surefoot: compare takes 2 to 50 assessments, not 1"),
    (Array(repeating: "MEDICAL", count: 51), "surefoot: compare takes 2 to 50 assessments, not 51"),
    (["MEDICAL", "none.yaml"], "surefoot: there is no file none.yaml"),
    (["MEDICAL", "MEDICAL"], "is the same assessment as"),
    (["MEDICAL", "ID"], "is the same assessment as"),
    (["MEDICAL", "ID-"], "Did you mean 'ID'?"),
    (["MEDICAL", "ID", "--format", "htm"], "surefoot: no format named 'htm'. Did you mean 'html'?"),
  ]

  @Test func everyFaultIsNamed() throws {
    let program = try Program()
    let id = try store(medical, in: program)
    // An id with one digit wrong.
    let wrong = id.dropLast() + (id.hasSuffix("0") ? "1" : "0")
    for (arguments, message) in Self.faults {
      let outcome = try program.run(
        ["compare"]
          + arguments.map { ["MEDICAL": medical, "ID": id, "ID-": String(wrong)][$0] ?? $0 })
      #expect(outcome.code == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.log.contains(message.replacingOccurrences(of: "ID'", with: "\(id)'")))
      #expect(outcome.log.split(separator: "\n").count == 1)
    }
  }

  @Test func aSheetWithFindingsIsTold() throws {
    let program = try Program()
    try program.write("scenario: nlp/other\nanswers:\n  data.quality: god\n", to: "bad.yaml")
    let outcome = try program.run("compare", "bad.yaml", medical)
    #expect(outcome.code == 1)
    #expect(outcome.log.hasPrefix("bad.yaml:3:17: no option named 'god'. Did you mean 'good'?"))
  }

  private func store(_ sheet: String, in program: Program) throws -> String {
    let outcome = try program.run("assess", sheet, "--no-pilot", "--json")
    let record = try #require(try json(outcome.output) as? [String: Any])
    return try #require(record["id"] as? String)
  }
}
