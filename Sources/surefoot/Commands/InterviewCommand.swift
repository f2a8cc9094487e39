import ArgumentParser
import Foundation
import Knowledge
import Persistence
import Questionnaires

/// Asks a scenario's questions in the terminal.
struct InterviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interview",
    abstract: say(
      "Answer a scenario's questions; saved after every answer, resumable at any time.",
      "回答某个场景的问题；每答一题即保存，随时可以继续。"),
    discussion: say(
      """
      Without a scenario you pick one from a list. At a question, type an option's number, its name or the \
      beginning of it, or a number such as 1200, 5k, 1.2m or 5000 EUR. Enter takes what is shown as usual; \
      ? help, b back, u unknown, n not applicable, s next section, q save and quit. Works with piped input too.

      EXAMPLES:
        surefoot interview
        surefoot interview medical/disease-classification --answers clinic.yaml
        surefoot interview nlp/sentiment-analysis --language zh
        surefoot interview finance/fraud-detection --decisive
      """,
      """
      不指定场景时可从列表中选择。回答时输入选项编号、名称或其开头，或者 1200、5k、3万、5000 EUR 这样的数字。\
      回车采用所示的默认值；? 帮助，b 返回，u 不知道，n 不适用，s 下一部分，q 保存并退出。也可以通过管道输入。

      示例：
        surefoot interview
        surefoot interview medical/disease-classification --answers clinic.yaml
        surefoot interview nlp/sentiment-analysis --language zh
        surefoot interview finance/fraud-detection --decisive
      """))

  @Argument(help: ArgumentHelp(say("The scenario's id.", "场景编号。"))) var scenario: String?
  @Option(
    help: ArgumentHelp(
      say("The answer sheet to write, or to go on with.", "要写入或继续填写的答卷文件。"), valueName: "file"))
  var answers: String?
  @Flag(
    help: ArgumentHelp(
      say(
        "Ask next what would narrow the verdict most; stop when nothing could change it.",
        "优先询问最能缩小结论范围的问题；再无问题能改变结论时即结束。")))
  var decisive = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    if let answers {
      try OutputFiles.checkFolder(URL(fileURLWithPath: answers).deletingLastPathComponent().path)
    }
    let knowledge = try common.knowledge()
    let text = try textInFile()
    let given = try text.map { try readAnswerSheet($0, file: answers ?? "", knowledge: knowledge) }
    let named = try scenario.map { try surefoot.scenario(named: $0, in: knowledge) }
    if let given, let named, given.scenario != named.id {
      throw Failure.usage(
        say(
          "\(answers ?? "") holds answers for \(given.scenario), not for \(named.id)",
          "\(answers ?? "") 中是 \(given.scenario) 的回答，而不是 \(named.id) 的"))
    }
    Interrupt.listen()
    let opened = try store.open()
    var terminal = Terminal()
    let chosen =
      try named ?? given.flatMap { knowledge.scenario($0.scenario) }
      ?? ScenarioPicker(knowledge: knowledge, drafts: try opened.drafts()).pick(&terminal)
    let keeper = InterviewKeeper(
      knowledge: knowledge, scenario: chosen, store: opened, file: answers,
      heading: text.map(InterviewKeeper.heading) ?? "")
    let sheet = try given ?? keeper.draft()
    var session = InterviewSession(
      interview: Interview(scenario: chosen, knowledge: knowledge, sheet: sheet), keeper: keeper,
      knowledge: knowledge, terminal: terminal, order: decisive ? DecisiveOrder(knowledge: knowledge) : nil)
    let ending = try session.run()
    try conclude(ending, &session)
  }

  private func textInFile() throws -> String? {
    guard let answers, FileManager.default.fileExists(atPath: answers) else { return nil }
    return try readText(answers)
  }

  private func conclude(_ ending: InterviewSession.Ending, _ session: inout InterviewSession) throws {
    let resume =
      resumeCommand(scenario: session.interview.scenario.id.name, answers: answers)
      + (decisive ? " --decisive" : "")
    switch ending {
    case .finished:
      let path = try session.finish()
      guard session.wantsAssessment(of: path) else { return }
      try assess(path)
    case .left:
      Shell.print("")
      Shell.print(say("Everything is saved. Go on with: ", "已全部保存。继续请运行：") + resume)
    case .interrupted:
      Shell.print("")
      throw Failure(
        code: .interrupted,
        lines: [say("interrupted; everything is saved. Resume with: ", "已中断，全部已保存。继续请运行：") + resume])
    }
  }

  private func assess(_ path: String) throws {
    var arguments = [path]
    if let store = store.store { arguments += ["--store", store] }
    if let catalog = common.catalog { arguments += ["--catalog", catalog] }
    try Assess.parse(arguments).run()
  }
}

/// How an interview that was left is taken up again.
func resumeCommand(scenario: String, answers: String?) -> String {
  var parts = ["surefoot", "interview", scenario]
  if let answers { parts += ["--answers", answers] }
  if CommandLine.arguments.contains(where: { $0.hasPrefix("--language") }) {
    parts += ["--language", shellLanguage.rawValue]
  }
  for option in ["--store", "--catalog"] {
    if let index = CommandLine.arguments.firstIndex(of: option),
      CommandLine.arguments.indices.contains(index + 1)
    {
      parts += [option, CommandLine.arguments[index + 1]]
    }
  }
  return parts.map(shellQuoted).joined(separator: " ")
}
