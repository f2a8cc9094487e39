import ArgumentParser
import Knowledge
import Persistence

/// The root command: says what there is, and where a person's assessments are.
struct Surefoot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "surefoot",
    abstract: say(
      "Is this the right scenario for AI, with which model, and what is the evidence?",
      "这个场景适合用 AI 吗？该用哪种模型？证据是什么？"),
    discussion: say(
      """
      A questionnaire gives a fit-and-risk report; the report names a model configuration; a pilot trained \
      here and now confirms or corrects what was claimed.

      EXAMPLES:
        surefoot catalog list
        surefoot interview medical/disease-classification
        surefoot assess answers.yaml
        surefoot assess answers.yaml --data my.csv --target outcome
        surefoot report 3fa9 --format html --out report

      EXIT CODES: 0 done, 1 the input has findings, 2 wrong usage, 3 the run could not finish, \
      130 interrupted (the same command resumes).
      """,
      """
      问卷给出适配度与风险报告；报告给出模型配置；随即在本机训练的试点会证实或纠正填写的内容。

      示例：
        surefoot catalog list
        surefoot interview medical/disease-classification --language zh
        surefoot assess answers.yaml
        surefoot assess answers.yaml --data my.csv --target outcome
        surefoot report 3fa9 --format html --out report

      退出码：0 完成，1 输入有问题，2 用法错误，3 未能完成，130 被中断（再次运行同一命令即可继续）。
      """),
    version: Version.engine,
    subcommands: [
      Catalog.self, InterviewCommand.self, Assess.self, AssessMany.self, PilotCommand.self,
      EstimateCommand.self, History.self, ReportCommand.self, ReviewCommand.self, Compare.self,
      ExportCommand.self, RubricCommand.self, Doctor.self,
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var store: StoreOptions

  static var commandNames: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

  func run() throws {
    Shell.print(
      say(
        """
        Surefoot \(Version.engine): is this the right scenario for AI, with which model, and what is the evidence?

          surefoot catalog list              the scenarios it knows
          surefoot interview                 pick a scenario and answer its questions
          surefoot assess ANSWERS.yaml       score, recommend, train a pilot, write the report
          surefoot history                   your assessments
          surefoot --help                    all commands
        """,
        """
        Surefoot \(Version.engine)：这个场景适合用 AI 吗？该用哪种模型？证据是什么？

          surefoot catalog list              查看已有场景
          surefoot interview                 选择场景并回答问题
          surefoot assess 答卷.yaml           评分、推荐、训练试点并写出报告
          surefoot history                   查看您的评估
          surefoot --help                    全部命令
        """))
    Shell.print("")
    try printWhereabouts()
  }

  private func printWhereabouts() throws {
    let path = store.path
    guard store.exists else {
      Shell.print(
        say("No assessments yet; they will be kept in \(path).", "还没有评估；评估将保存在 \(path)。"))
      return
    }
    let opened = try store.open()
    let count = try opened.history().count
    let drafts = try opened.drafts()
    Shell.print(
      say(
        "\(count) assessment\(count == 1 ? "" : "s") in \(path).", "\(path) 中有 \(count) 份评估。"))
    for draft in drafts {
      Shell.print(
        say("Interview in progress: ", "未完成的问卷：")
          + resumeCommand(scenario: draft.scenario.name, answers: draft.file.isEmpty ? nil : draft.file))
    }
  }
}
