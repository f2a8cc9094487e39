import ArgumentParser
import Knowledge
import Reporting

/// Writes the report of a stored assessment again.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: say("Show or write the report of a stored assessment.", "查看或写出已保存评估的报告。"),
    discussion: say(
      """
      Without --format and --out the one-screen summary is printed; with --format alone that format is printed; \
      with --out files are written into the folder. --verify computes the scores again from the recorded answers and \
      measurements: under the same versions they must be the same to the last digit, else every number that differs \
      is named and the exit code is 1; under newer rules the old and the new scores are shown.

      EXAMPLES:
        surefoot report 3fa9
        surefoot report 3fa9 --format md
        surefoot report 3fa9 --out report --language zh
        surefoot report 3fa9 --verify
      """,
      """
      不带 --format 和 --out 时显示一屏摘要；只带 --format 时输出该格式；带 --out 时把文件写入文件夹。\
      --verify 根据记录的回答和实测重新计算分数：版本相同时必须完全一致，否则列出每个不同的数字，退出码为 1；\
      规则已更新时，同时显示新旧分数。

      示例：
        surefoot report 3fa9
        surefoot report 3fa9 --format md
        surefoot report 3fa9 --out report --language zh
        surefoot report 3fa9 --verify
      """))

  @Argument(help: ArgumentHelp(say("The id from 'history', or its beginning.", "history 中的编号或其开头。")))
  var id: String
  @Flag(
    help: ArgumentHelp(
      say(
        "Compute the scores again from what was recorded, and compare them with the recorded ones.",
        "根据记录重新计算分数，并与记录的分数比较。")))
  var verify = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let formats = try output.formats()
    if verify, output.out != nil || output.format != nil {
      throw Failure.usage(
        say("--verify writes no report; leave --out and --format out", "--verify 不写报告，请去掉 --out 和 --format"))
    }
    if let folder = output.out { try OutputFiles.checkFolder(folder) }
    let assessment = try AssessmentFinder(store: store).find(id)
    let knowledge = try common.knowledge()
    if verify {
      try Verifier(store: store, knowledge: knowledge).run(assessment)
      return
    }
    if assessment.versions.catalog != knowledge.catalogVersion {
      Shell.log(
        say(
          "surefoot: the catalog has changed since; wordings may differ from the first report",
          "surefoot：知识库此后有改动，措辞可能与最初的报告不同"))
    }
    let options = ReportOptions(language: shellLanguage, includeTimes: !output.noTimes)
    if let folder = output.out {
      var files = OutputFiles()
      for format in formats {
        try files.add(try format.text(assessment, knowledge, options), as: "\(folder)/\(format.fileName)")
      }
      try files.commit()
      for format in formats { Shell.print("\(folder)/\(format.fileName)") }
    } else if output.format != nil {
      for format in formats { Shell.printRaw(try format.text(assessment, knowledge, options)) }
    } else {
      Shell.printRaw(
        terminalSummary(
          assessment, knowledge, language: shellLanguage, width: Shell.width, color: Shell.usesColor))
    }
  }
}

/// Which files are written where.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("The folder the report files are written into.", "写入报告文件的文件夹。"), valueName: "dir"))
  var out: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Formats, separated by commas: html, md, json (default: all three).", "格式，用逗号分隔：html、md、json（默认全部）。"),
      valueName: "list"))
  var format: String?

  @Flag(
    help: ArgumentHelp(
      say(
        "Leave out times and measured durations, so that equal inputs give equal bytes.",
        "省略时间和测得的时长，使相同输入得到逐字节相同的输出。")))
  var noTimes = false

  func formats() throws -> [ReportFormat] {
    guard let format else { return ReportFormat.all }
    let names = format.split(separator: ",").map { $0.filter { $0 != " " } }
    guard !names.isEmpty else { throw Failure.usage(say("--format names no format", "--format 没有给出格式")) }
    return try names.map { name in
      if let known = ReportFormat.all.first(where: { $0.name == name }) { return known }
      throw Failure.usage(
        say("no format named '\(name)'", "没有名为“\(name)”的格式")
          + nearest(String(name), among: ReportFormat.all.map(\.name)))
    }
  }
}
