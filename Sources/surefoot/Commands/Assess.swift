import ArgumentParser
import Assessments
import Foundation
import Knowledge
import Persistence
import Questionnaires
import Reporting

/// The whole line for one answer sheet.
struct Assess: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: say(
      "Assess an answer sheet: score, recommend, train a pilot, write the report.",
      "评估一份答卷：评分、推荐、训练试点并写出报告。"),
    discussion: say(
      """
      The pilot trains on your data, or on the scenario's sample data when you bring none. Reports go to --out, \
      by default out/NAME beside you; the assessment is kept in the store.

      EXAMPLES:
        surefoot assess answers.yaml
        surefoot assess answers.yaml --no-pilot --json
        surefoot assess answers.yaml --data my.csv --target outcome --test held-out.csv
        surefoot assess answers.yaml --data r.csv --target y --text-column review --encoding gbk
        surefoot assess answers.yaml --out report --format html,md --language zh
      """,
      """
      试点在您的数据上训练；没有提供数据时使用场景的样例数据。报告写入 --out（默认为当前目录下的 out/名称），\
      评估保存在存储中。

      示例：
        surefoot assess answers.yaml
        surefoot assess answers.yaml --no-pilot --json
        surefoot assess answers.yaml --data my.csv --target outcome --test held-out.csv
        surefoot assess answers.yaml --data r.csv --target y --text-column review --encoding gbk
        surefoot assess answers.yaml --out report --format html,md --language zh
      """))

  @Argument(
    help: ArgumentHelp(say("The answer sheet, YAML or JSON.", "答卷，YAML 或 JSON。"), valueName: "answers.yaml"))
  var answers: String
  @OptionGroup var pilot: PilotOptions
  @Flag(help: ArgumentHelp(say("Score the answers only; train nothing.", "只对回答评分，不训练。"))) var noPilot = false
  @OptionGroup var output: OutputOptions
  @Flag(
    help: ArgumentHelp(
      say(
        "Print assessment.json on standard output, and nothing else there.", "在标准输出打印 assessment.json，且只打印它。")
    ))
  var json = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    if let points = try common.pointsKnowledge() {
      try assessPoints(PointsRun(knowledge: points))
      return
    }
    let formats = try output.formats()
    let choice = try pilot.choice()
    if noPilot, case .files = choice {
      throw Failure.usage(say("--no-pilot and --data exclude each other", "--no-pilot 与 --data 不能同时使用"))
    }
    let folder = output.out ?? (json ? nil : "out/\(defaultName)")
    if let folder { try OutputFiles.checkFolder(folder) }
    let text = try readText(answers)
    let knowledge = try common.knowledge()
    let sheet = try readAnswerSheet(text, file: answers, knowledge: knowledge)
    let opened = try store.open()
    let run = AssessmentRun(
      knowledge: knowledge, home: try common.home(), store: opened, keepsTimes: !output.noTimes)
    let assessment = try run.assess(
      AssessmentRequest(
        sheet: sheet, pilot: noPilot ? .none : choice, seed: pilot.seed, budgetSeconds: pilot.budget,
        control: pilot.control))
    if !noPilot, assessment.pilot == nil { tellWhyNoPilot(sheet.scenario) }
    let written = try keep(assessment, knowledge, opened, formats, folder)
    if json {
      let options = ReportOptions(language: shellLanguage, includeTimes: !output.noTimes)
      Shell.printRaw(try ReportFormat.json.text(assessment, knowledge, options))
    } else {
      Shell.printRaw(
        terminalSummary(
          assessment, knowledge, language: shellLanguage, width: Shell.width, color: Shell.usesColor))
      Shell.print("")
      Shell.print(say("Written: ", "已写入：") + written.joined(separator: "  "))
      Shell.print(
        say(
          "Kept as \(assessment.id); see 'surefoot history'.", "已保存为 \(assessment.id)；可用 surefoot history 查看。"
        ))
    }
  }

  /// Files first under temporary names, then the store, then the files' own names: a full disk leaves nothing half done.
  private func keep(
    _ assessment: Assessment, _ knowledge: KnowledgeBase, _ store: Store, _ formats: [ReportFormat],
    _ folder: String?
  ) throws -> [String] {
    var files = OutputFiles()
    var written: [String] = []
    if let folder {
      let options = ReportOptions(language: shellLanguage, includeTimes: !output.noTimes)
      for format in formats {
        let path = "\(folder)/\(format.fileName)"
        try files.add(try format.text(assessment, knowledge, options), as: path)
        written.append(path)
      }
    }
    do {
      try store.save(assessment)
    } catch {
      files.discard()
      throw error
    }
    try files.commit()
    return written
  }

  /// A questionnaire scored by points has a result for the screen and as JSON; nothing is kept.
  private func assessPoints(_ points: PointsRun) throws {
    let unusable = [
      ("--out", output.out), ("--format", output.format), ("--data", pilot.rows.data),
      ("--test", pilot.rows.test),
    ]
    if let (option, _) = unusable.first(where: { $0.1 != nil }) {
      throw Failure.usage(
        say("\(option) does not apply to a questionnaire scored by points", "\(option) 不适用于积分制问卷"))
    }
    let sheet = try points.read(try parseSheet(try readText(answers), file: answers))
    let card = points.scorer.scorecard(for: sheet)
    if json {
      Shell.print(points.json(id: sheet.id ?? defaultName, sheet, card, details: true).text)
    } else {
      let language = points.knowledge.language(nearest: shellLanguageTag)
      Shell.printRaw(PointsScreen(knowledge: points.knowledge, card: card, language: language).text)
    }
  }

  private var defaultName: String {
    let name = URL(fileURLWithPath: answers).deletingPathExtension().lastPathComponent
    return name.isEmpty ? "assessment" : name
  }

  private func tellWhyNoPilot(_ scenario: ScenarioID) {
    Shell.log(
      say(
        "no pilot: \(scenario) has no sample data; bring your own with --data PATH --target COLUMN",
        "没有运行试点：\(scenario) 没有样例数据；请用 --data 路径 --target 列 提供自己的数据"))
  }
}

/// A text file as a person named it.
func readText(_ path: String) throws -> String {
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
    throw Failure.usage(say("there is no file \(path)", "文件 \(path) 不存在"))
  }
  if isFolder.boolValue {
    throw Failure.usage(say("\(path) is a folder, not a file", "\(path) 是文件夹，不是文件"))
  }
  let start = SourcePosition(file: path, line: 1, column: 1)
  var facts = stat()
  if stat(path, &facts) == 0, facts.st_size > 16 << 20 {
    let reason = say("larger than 16 MB, which no answer sheet is", "超过 16 MB，不可能是一份答卷")
    throw Failure.findings([Finding(.unreadable(reason: reason), at: start)])
  }
  guard let bytes = FileManager.default.contents(atPath: path) else {
    throw Failure.usage(say("\(path) cannot be read", "无法读取 \(path)"))
  }
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw Failure.findings([Finding(.unreadable(reason: say("not UTF-8 text", "不是 UTF-8 文本")), at: start)])
  }
  return text
}
