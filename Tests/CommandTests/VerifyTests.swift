import Foundation
import TestSupport
import Testing

@Suite struct VerifyTests {
  private let sheet = Program.example("finance-fraud-detection")

  private func stored(in program: Program) throws -> String {
    let outcome = try program.run("assess", sheet, "--no-pilot", "--json")
    let record = try #require(try json(outcome.output) as? [String: Any])
    return try #require(record["id"] as? String)
  }

  @Test func anUntouchedRecordIsVerifiedAndThatIsNoted() throws {
    let program = try Program()
    let id = try stored(in: program)
    let outcome = try program.run("report", id, "--verify")
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("verified: \(id) computed again, all "))
    let events = try json(program.run("history", id, "--json").output) as? [[String: Any]]
    #expect(events?.map { $0["detail"] as? String } == ["0.1.0", "verified"])
    let chinese = try program.run("report", id, "--verify", "--language", "zh")
    #expect(chinese.output.hasPrefix("已核实：\(id) 重新计算，全部 "))
  }

  @Test func underChangedRulesOldAndNewScoresAreShown() throws {
    let program = try Program()
    let id = try stored(in: program)
    // A knowledge base of its own in which one rubric weighs its risks otherwise.
    let home = program.folder.appendingPathComponent("home")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    for name in ["catalog", "rubrics"] {
      try FileManager.default.copyItem(
        at: repositoryRoot.appendingPathComponent(name), to: home.appendingPathComponent(name))
    }
    let policy = home.appendingPathComponent("rubrics/policy.yaml")
    let text = try String(contentsOf: policy, encoding: .utf8)
    try (text + "\n# changed\n").write(to: policy, atomically: true, encoding: .utf8)
    let outcome = try program.run("report", id, "--verify", "--catalog", home.path)
    #expect(outcome.code == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("same answers, new rubric: rubrics ") == true)
    #expect(lines.dropFirst(2).map { $0.prefix(8) } == ["recorded", "now     ", "the rule"])
    #expect(lines.last?.contains("; 0 of ") == true)
  }

  @Test func verifyingAndWritingExcludeEachOther() throws {
    let outcome = try Program().run("report", "abc", "--verify", "--format", "md")
    #expect(outcome.code == 2)
    #expect(outcome.log == "surefoot: --verify writes no report; leave --out and --format out\n")
  }
}
