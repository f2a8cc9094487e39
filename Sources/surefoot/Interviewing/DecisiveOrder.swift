import Knowledge
import Questionnaires
import Scoring

/// The order in which each question is the one that would narrow the verdict most.
struct DecisiveOrder {
  private let scorer: Scorer
  /// The questions shown so far, the current one last.
  private var shown: [QuestionID] = []
  /// Those a person left open; they are not asked again.
  private var leftOpen: Set<QuestionID> = []

  init(knowledge: KnowledgeBase) {
    scorer = Scorer(knowledge: knowledge)
  }

  /// Goes to the question that narrows the verdict most, or to the end when none does.
  ///
  /// Presets count as they stand and are not asked for.
  mutating func advance(_ interview: inout Interview) {
    let candidates = interview.open.filter { !leftOpen.contains($0.id) }
    let next = scorer.nextQuestion(for: interview.sheet, among: candidates)
    interview.ask(next?.id)
    if let next { shown.append(next.id) }
  }

  mutating func leaveOpen(_ interview: inout Interview) {
    if let question = interview.question { leftOpen.insert(question.id) }
    advance(&interview)
  }

  /// Goes to the question shown before; false at the first one.
  mutating func back(_ interview: inout Interview) -> Bool {
    guard shown.count > 1 else { return false }
    shown.removeLast()
    guard let last = shown.last else { return false }
    leftOpen.remove(last)
    interview.ask(last)
    return true
  }

  /// Which verdicts are still possible, on one line.
  func outlook(_ sheet: AnswerSheet) -> String {
    say("Still possible: ", "仍有可能：") + words(sheet)
  }

  /// What the answers given have settled.
  func conclusion(_ sheet: AnswerSheet) -> [String] {
    let settled = scorer.outlook(for: sheet).isSettled
    let text =
      settled
      ? say(
        "Nothing left open can change the verdict, as long as what is usual here holds: ",
        "只要本场景的通常情况成立，其余问题都不会再改变结论：")
      : say("No further question narrows the verdict. Still possible: ", "没有问题能进一步缩小结论范围。仍有可能：")
    return ["", Terminal.bold(text + words(sheet))]
  }

  private func words(_ sheet: AnswerSheet) -> String {
    scorer.outlook(for: sheet).possible.map { Verdicts.word($0.verdict.rawValue) }
      .joined(separator: say(", ", "、"))
  }
}
