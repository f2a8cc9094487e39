import Knowledge
import Questionnaires
import Scoring

/// The loop of an interview: show, read, save.
struct InterviewSession {
  enum Ending {
    /// Every section has been gone through.
    case finished
    /// Left on purpose, or the input ended.
    case left
    case interrupted
  }

  private(set) var interview: Interview
  var keeper: InterviewKeeper
  var knowledge: KnowledgeBase
  var terminal: Terminal
  private let scorer: Scorer
  private var shownSection: SectionID?
  /// Whether the person knows that the verdict can no longer change.
  private var saidSettled = false

  init(
    interview: Interview, keeper: InterviewKeeper, knowledge: KnowledgeBase, scorer: Scorer,
    terminal: Terminal
  ) {
    self.scorer = scorer
    self.interview = interview
    self.keeper = keeper
    self.knowledge = knowledge
    self.terminal = terminal
  }

  mutating func run() throws -> Ending {
    welcome()
    while let question = interview.question {
      tellWhenSettled()
      let screen = QuestionScreen(interview: interview, question: question, knowledge: knowledge)
      if shownSection != question.section { screen.sectionHeading().forEach(Shell.print) }
      shownSection = question.section
      screen.lines().forEach(Shell.print)
      if let ending = try answer(question, screen) { return ending }
    }
    return .finished
  }

  /// Reads until the question is answered or left; nil goes on with whatever question stands then.
  private mutating func answer(_ question: Question, _ screen: QuestionScreen) throws -> Ending? {
    while true {
      guard let line = terminal.ask("> ") else { return Interrupt.isAsked ? .interrupted : .left }
      let known = Set(interview.conflicts.map(\.id))
      do throws(InputProblem) {
        switch try readInput(line, for: question, currencies: knowledge.currencies) {
        case .answer(let value): interview.give(value)
        case .takeSuggestion:
          if !interview.takeSuggestion() {
            Shell.print(say("Type an answer, or u if it is unknown.", "请输入回答；如果不知道，请输入 u。"))
            continue
          }
        case .help:
          screen.help().forEach(Shell.print)
          continue
        case .back:
          if interview.back() { return nil }
          Shell.print(say("This is the first question.", "这是第一个问题。"))
          continue
        case .skipSection(let name):
          if skip(to: name) { return nil }
          continue
        case .finish: return .finished
        case .quit: return .left
        }
      } catch {
        Shell.print(error.text(in: shellLanguage))
        continue
      }
      try keeper.save(interview.sheet)
      tell(interview.conflicts.filter { !known.contains($0.id) })
      return nil
    }
  }

  /// Says at once what contradicts an earlier answer.
  private func tell(_ conflicts: [Conflict]) {
    for conflict in conflicts {
      let text = say("Contradiction: ", "前后矛盾：") + conflict.text[shellLanguage]
      TextBlock.wrap(text, width: Shell.width).forEach(Shell.print)
      Shell.print("  " + conflict.questions.map(\.name).joined(separator: ", "))
    }
  }

  private mutating func skip(to name: String?) -> Bool {
    guard let name else {
      interview.skipSection()
      return true
    }
    if let section = interview.section(named: name), interview.skip(to: section) { return true }
    let titles = interview.progress.map { $0.section.title[shellLanguage] }
    Shell.print(say("No section '\(name)'", "没有“\(name)”这一部分") + nearest(name, among: titles))
    return false
  }

  /// Says once that the verdict stands however the rest is answered.
  private mutating func tellWhenSettled() {
    guard !saidSettled, !interview.open.isEmpty,
      let verdict = scorer.guidance(for: interview.sheet, open: []).settled
    else { return }
    saidSettled = true
    let word = Verdicts.word(verdict.rawValue)
    let text = say(
      "However the rest is answered, the verdict will be: \(word). Type f to finish now; further answers sharpen the scores.",
      "无论其余问题如何回答，结论都会是：\(word)。输入 f 可立即完成；继续回答会使分数更精确。")
    Shell.print("")
    for line in TextBlock.wrap(text, width: Shell.width) { Shell.print(line) }
  }

  private func welcome() {
    let title = interview.scenario.title[shellLanguage]
    let count = interview.visible.count
    Shell.print("\(Terminal.bold(title))  \(interview.scenario.id)")
    if interview.sheet.answers.isEmpty {
      let opening = say(
        "\(count) questions, about \(max(5, count / 2)) minutes. Every answer is saved at once; 'u' is a good answer where nobody knows.",
        "共 \(count) 个问题，约需 \(max(5, count / 2)) 分钟。每个回答都会立即保存；确实不知道时，输入 u 即可。")
      for line in TextBlock.wrap(opening, width: Shell.width) { Shell.print(line) }
    } else {
      let answered = interview.visible.count { interview.sheet.answers[$0.id] != nil }
      Shell.print(say("Going on: \(answered) of \(count) answered.", "继续填写：已答 \(answered)/\(count)。"))
    }
  }
}

// The end.
extension InterviewSession {
  /// Says what is missing and writes the sheet; returns its file.
  mutating func finish() throws -> String {
    let path = try keeper.finish(interview.sheet)
    Shell.print("")
    Shell.print(Terminal.bold(say("The interview is finished.", "问卷已完成。")))
    list(interview.open, say("Not answered, counted as unknown:", "未回答，按不知道处理："))
    list(interview.unknown, say("Answered as unknown; each widens the result:", "回答为不知道，会使结果范围变宽："))
    list(interview.preset, say("Left to what is usual here:", "采用通常情况："))
    tell(interview.conflicts)
    Shell.print(say("Saved as \(path)", "已保存为 \(path)"))
    return path
  }

  /// Whether the person wants the assessment now; no answer means no.
  mutating func wantsAssessment(of path: String) -> Bool {
    let line = terminal.ask(say("Assess it now? [Y/n] ", "现在评估吗？[Y/n] "))
    let isWanted =
      line.map { ["", "y", "yes", "是", "好"].contains($0.lowercased().filter { !$0.isWhitespace }) } ?? false
    if !isWanted {
      if line == nil { Shell.print("") }
      Shell.print(say("Assess it with: ", "评估请运行：") + "surefoot assess \(shellQuoted(path))")
    }
    return isWanted
  }

  private func list(_ questions: [Question], _ heading: String) {
    guard !questions.isEmpty else { return }
    Shell.print(heading)
    for question in questions { Shell.print("  \(question.id)  \(question.text[shellLanguage])") }
  }
}
