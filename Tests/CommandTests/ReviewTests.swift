import Foundation
import Testing

@Suite struct ReviewTests {
  private let sheet = Program.example("medical-disease-classification")

  private func stored(in program: Program) throws -> String {
    let outcome = try program.run("assess", sheet, "--no-pilot", "--json")
    let record = try #require(try json(outcome.output) as? [String: Any])
    return try #require(record["id"] as? String)
  }

  @Test func agreementAndOverrideAreKeptAndShown() throws {
    let program = try Program()
    let id = try stored(in: program)
    let computed = try #require(
      (try json(program.run("history", "--json").output) as? [[String: Any]])?.first?["verdict"] as? String)
    let agreed = try program.run("review", String(id.prefix(6)), "--by", " Li  Na ", "--agree")
    #expect(agreed.code == 0)
    #expect(agreed.output.hasPrefix("recorded: Li Na agrees with the verdict "))
    let decided = try program.run(
      "review", id, "--by", "J. Doe", "--override", "no-go", "--reason", "Not yet")
    #expect(decided.code == 0)
    #expect(decided.output.hasPrefix("recorded: J. Doe decides 'no go' for \(id); the computed verdict"))

    let report = try json(program.run("report", id, "--format", "json").output) as? [String: Any]
    let reviews = try #require(report?["reviews"] as? [[String: Any]])
    #expect(report?["verdict"] as? String == computed)
    #expect(reviews.map { $0["by"] as? String } == ["Li Na", "J. Doe"])
    #expect(reviews.map { $0["agrees"] as? Bool } == [true, false])
    #expect(reviews.map { $0["verdict"] as? String } == [computed, "no-go"])
    #expect(reviews.map { $0["reason"] as? String } == [nil, "Not yet"])
    let history = try program.run("history")
    #expect(history.output.contains("→ No-go"))
    let rows = try json(program.run("history", "--json").output) as? [[String: Any]]
    #expect((rows?.first?["reviews"] as? [Any])?.count == 2)
    let events = try json(program.run("history", id, "--json").output) as? [[String: Any]]
    #expect(events?.map { $0["kind"] as? String } == ["created", "reviewed", "reviewed"])
    let summary = try program.run("report", id)
    #expect(summary.output.contains("J. Doe decides “No-go” where the computed verdict"))
  }

  static let faults: [(arguments: [String], message: String)] = [
    (["--by", "A"], "surefoot: say --agree or --override VERDICT\n"),
    (["--by", "A", "--agree", "--override", "go"], "surefoot: --agree and --override exclude each other\n"),
    (["--by", "A", "--override", "no-go"], "surefoot: an override needs its --reason\n"),
    (["--by", "A", "--override", "no-go", "--reason", "  "], "surefoot: --reason is empty\n"),
    (["--by", "\t", "--agree"], "surefoot: --by is empty\n"),
    (
      ["--by", "A", "--override", "nogo", "--reason", "x"],
      "surefoot: no verdict named 'nogo'. Did you mean 'no-go'?\n"
    ),
    (
      ["--by", "A", "--override", "go", "--reason", "x"],
      "surefoot: 'go' is the computed verdict; use --agree\n"
    ),
  ]

  @Test func everyFaultIsNamedAndNothingIsKept() throws {
    let program = try Program()
    let id = try stored(in: program)
    for (arguments, message) in Self.faults {
      let outcome = try program.run(["review", id] + arguments)
      #expect(outcome.code == 2)
      #expect(outcome.log == message)
    }
    let rows = try json(program.run("history", "--json").output) as? [[String: Any]]
    #expect((rows?.first?["reviews"] as? [Any])?.isEmpty == true)
  }

  @Test func anUnknownIDIsTold() throws {
    let program = try Program()
    let outcome = try program.run("review", "abc", "--by", "A", "--agree")
    #expect(outcome.code == 2)
    #expect(outcome.log.hasPrefix("surefoot: no assessment 'abc' in "))
  }
}
