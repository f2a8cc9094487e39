import Testing

@Suite struct HelpTests {
  static let commands = [
    [], ["catalog"], ["catalog", "list"], ["catalog", "show"], ["catalog", "check"], ["interview"],
    ["assess"],
    ["assess-many"], ["pilot"], ["estimate"], ["history"], ["report"], ["review"], ["compare"],
    ["export"], ["rubric"], ["rubric", "import"], ["doctor"],
  ]

  @Test(arguments: commands) func helpOfEveryCommand(_ command: [String]) throws {
    let program = try Program()
    let name = (["help"] + command).joined(separator: "-")
    let english = try program.run(command + ["--help"])
    #expect(english.code == 0)
    #expect(english.log.isEmpty)
    try expectGolden(english.output, "\(name).en.txt")
    let chinese = try program.run(command + ["--language", "zh", "--help"])
    #expect(chinese.code == 0)
    try expectGolden(chinese.output, "\(name).zh.txt")
  }

  @Test func theRootSaysWhatThereIsAndWhereAssessmentsAre() throws {
    let program = try Program()
    let outcome = try program.run()
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("surefoot assess ANSWERS.yaml"))
    #expect(outcome.output.hasSuffix("No assessments yet; they will be kept in \(program.storePath).\n"))
    #expect(try program.files().isEmpty)
  }

  @Test(arguments: [
    (["LANG": "zh_CN.UTF-8"], "还没有评估"),
    (["LANG": "en_US.UTF-8", "LC_ALL": "zh_TW.UTF-8"], "还没有评估"),
    (["LANG": "zh_CN.UTF-8", "SUREFOOT_LANGUAGE": "en"], "No assessments yet"),
  ])
  func theLanguageFollowsTheEnvironment(_ names: [String: String], _ expected: String) throws {
    let program = try Program()
    program.environment.merge(names) { $1 }
    #expect(try program.run().output.contains(expected))
  }
}
