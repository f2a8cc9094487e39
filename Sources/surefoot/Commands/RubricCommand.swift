import ArgumentParser
import Foundation
import Knowledge

/// Rubrics from elsewhere.
struct RubricCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rubric",
    abstract: say("Bring in a scored questionnaire from elsewhere.", "引入其他来源的计分问卷。"),
    subcommands: [Import.self])

  enum Form: String, CaseIterable, ExpressibleByArgument {
    case surveyjs
  }
}

extension RubricCommand {
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: say(
        "Turn a scored SurveyJS questionnaire into a catalog with a rubric of points.",
        "把计分的 SurveyJS 问卷转换为带积分准则的知识库。"),
      discussion: say(
        """
        The form holds questions and points; which of them count, the levels and the mitigation rule stand in a \
        small YAML file, by default FILE with .rule.yaml in the place of .json. What has no counterpart is told \
        with its path in the form and nothing is written. Sheets are then scored with the folder as SUREFOOT_HOME.

        EXAMPLES:
          surefoot rubric import surveyjs form.json --out imported
          surefoot rubric import surveyjs form.json --rule rule.yaml --out imported
          SUREFOOT_HOME=imported surefoot assess-many sheets/ --json
          SUREFOOT_HOME=imported surefoot assess sheet.json

        RULE:
        \(ruleExample)
        """,
        """
        表单包含问题和分值；哪些问题计分、等级界限和缓解规则写在一个小的 YAML 文件中，默认是把 FILE 的 .json 换成 \
        .rule.yaml。没有对应物的功能会连同它在表单中的路径一起报告，此时不写任何文件。之后把该文件夹设为 \
        SUREFOOT_HOME 即可给答卷评分。

        示例：
          surefoot rubric import surveyjs form.json --out imported
          surefoot rubric import surveyjs form.json --rule rule.yaml --out imported
          SUREFOOT_HOME=imported surefoot assess-many sheets/ --json
          SUREFOOT_HOME=imported surefoot assess sheet.json

        规则：
        \(ruleExample)
        """))

    @Argument(help: ArgumentHelp(say("The form's kind: surveyjs.", "表单类型：surveyjs。"))) var form: Form
    @Argument(help: ArgumentHelp(say("The form, JSON.", "表单，JSON。"), valueName: "file")) var file: String
    @Option(
      help: ArgumentHelp(
        say("The folder for the catalog; it must not hold one yet.", "知识库文件夹；其中不能已有知识库。"),
        valueName: "dir"))
    var out: String
    @Option(
      help: ArgumentHelp(
        say("How the form scores, YAML.", "计分规则，YAML。"), valueName: "file"))
    var rule: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
      try checkFolder()
      let text = try readText(file)
      let rulePath = rule ?? defaultRule
      guard FileManager.default.fileExists(atPath: rulePath) else { throw Self.noRule(rulePath) }
      let rule = try readImportRule(try readText(rulePath), file: rulePath)
      let imported = try importSurvey(text, file: file, rule: rule)
      var files = OutputFiles()
      for (path, text) in imported.files.sorted(by: { $0.key < $1.key }) {
        try files.add(text, as: "\(out)/\(path)")
      }
      try files.commit()
      Shell.printRaw(importSummary(imported))
      let findings = checkKnowledge(at: URL(fileURLWithPath: out))
      guard findings.isEmpty else {
        for finding in findings { Shell.log("\(out)/" + finding.text(in: shellLanguage)) }
        throw Failure(
          code: .findings,
          lines: [say("\(findings.count) findings in what was written", "写入的文件中有 \(findings.count) 个问题")])
      }
      Shell.print(say("Written to \(out); no findings.", "已写入 \(out)，没有发现问题。"))
    }

    /// Two catalogs in one folder would become one.
    private func checkFolder() throws {
      try OutputFiles.checkFolder(out)
      for folder in ["catalog", "rubrics"] where FileManager.default.fileExists(atPath: "\(out)/\(folder)") {
        throw Failure.usage(
          say("\(out) already has \(folder)/; name another folder", "\(out) 中已有 \(folder)/，请换一个文件夹"))
      }
    }

    /// Nobody can guess how a form scores, so the person is shown what to write down, and where.
    private static func noRule(_ path: String) -> Failure {
      Failure.usage(
        say(
          "how the form scores is not in the form: write it to \(path), or name a file with --rule. For example:",
          "表单本身不含计分规则：请把规则写入 \(path)，或用 --rule 指定文件。例如：") + "\n\n" + ruleExample)
    }

    private var defaultRule: String {
      (file.lowercased().hasSuffix(".json") ? String(file.dropLast(5)) : file) + ".rule.yaml"
    }
  }
}

/// A rule with every key, for help and for who has none yet.
private let ruleExample = say(
  """
    id: my-rubric
    points-after: "-"            # option value item1-3 gives 3 points
    impact-suffix: "-RS"         # questions, or panels, whose names end so count
    mitigation-suffix: "-MS"     # optional
    unscored-suffix: "-NS"       # optional
    unknown-options: drop        # or refuse
    level-bounds: [0.25, 0.5, 0.75]
    mitigation: {needs: 0.8, of-maximum: 0.5, reduction: 0.15, rounding: half-up}
  """,
  """
    id: my-rubric
    points-after: "-"            # 选项值 item1-3 计 3 分
    impact-suffix: "-RS"         # 名称以此结尾的问题或面板计分
    mitigation-suffix: "-MS"     # 可选
    unscored-suffix: "-NS"       # 可选
    unknown-options: drop        # 或 refuse
    level-bounds: [0.25, 0.5, 0.75]
    mitigation: {needs: 0.8, of-maximum: 0.5, reduction: 0.15, rounding: half-up}
  """)
