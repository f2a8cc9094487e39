import Testing

/// `surefoot export` as a person runs it, on an assessment without a pilot.
struct ExportCommandTests {
  private func assessed(_ example: String) throws -> (program: Program, id: String) {
    let program = try Program()
    let outcome = try program.run("assess", Program.example(example), "--no-pilot", "--out", "report")
    #expect(outcome.code == 0)
    let id = try #require(
      outcome.output.components(separatedBy: "Kept as ").last?.split(separator: ";").first)
    return (program, String(id))
  }

  @Test func `the files are listed, and a full folder is only written into by force`() throws {
    let (program, id) = try assessed("medical-disease-classification")
    let outcome = try program.run("export", String(id.prefix(6)), "--to", "pytorch", "project")
    #expect(outcome.code == 0)
    let listed = outcome.output.split(separator: "\n").filter { $0.hasPrefix("project/") }.map(String.init)
    #expect(listed.contains("project/config.toml") && listed.contains("project/data/rows.csv"))
    for name in listed { #expect(try !program.contents(name).isEmpty) }
    #expect(outcome.output.contains("python train.py --model pilot"))

    let again = try program.run("export", id, "--to", "pytorch", "project")
    #expect(again.code == 2)
    #expect(again.log == "surefoot: project is not empty; --force writes into it all the same\n")
    #expect(try program.run("export", id, "--to", "pytorch", "project", "--force").code == 0)
  }

  @Test func `rules and people are a finding, in both languages`() throws {
    let (program, id) = try assessed("speech-keyword-spotting")
    let english = try program.run("export", id, "--to", "pytorch", "project")
    #expect(english.code == 1)
    #expect(english.log.contains("rules and people, so there is nothing to train; --approach "))
    #expect(try !program.files().contains("project"))
    let chinese = try program.run("export", id, "--to", "pytorch", "project", "--language", "zh")
    #expect(chinese.log.contains("没有可训练的模型；--approach "))
  }

  @Test(arguments: [
    (["--to", "pytorch", "p", "--approach", "clasical"], "Did you mean 'classical'?"),
    (["--to", "tensorflow", "p"], "pytorch"),
    (["--to", "pytorch", "p", "--target", "x"], "--target needs --data PATH"),
    (["p"], "--to"),
  ])
  func `wrong usage says what was expected`(_ options: [String], _ expected: String) throws {
    let (program, id) = try assessed("medical-disease-classification")
    let outcome = try program.run(["export", id] + options)
    #expect(outcome.code == 2)
    #expect(outcome.log.contains(expected))
    #expect(try !program.files().contains("p"))
  }
}
