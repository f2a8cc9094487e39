import Knowledge
import Questionnaires
import Reporting

/// A question as a person sees it.
struct QuestionScreen {
  var interview: Interview
  var question: Question
  var knowledge: KnowledgeBase

  /// The head of a section, shown when it begins.
  func sectionHeading() -> [String] {
    let sections = interview.progress
    guard let index = sections.firstIndex(where: \.isCurrent) else { return [] }
    let section = sections[index]
    let title = section.section.title[shellLanguage]
    let done = say(
      "\(section.answered) of \(section.asked) answered", "已答 \(section.answered)/\(section.asked)")
    return ["", Terminal.bold("── \(title) ── \(index + 1)/\(sections.count) · \(done)")]
  }

  func lines() -> [String] {
    let place = interview.place.map { "\($0.number)/\($0.of)" } ?? ""
    var lines = [""]
    lines += wrapped(question.text[shellLanguage], first: "\(place)  ").map(Terminal.bold)
    lines += wrapped(question.why[shellLanguage], first: say("Why: ", "为何问：")).map(Terminal.faint)
    lines += options()
    if let form = numberForm() { lines.append("  \(form)") }
    lines += suggestion()
    lines.append(Terminal.faint(keys))
    return lines
  }

  /// How the answer is found, what the words in the question mean, and what can be typed.
  func help() -> [String] {
    var lines = wrapped(question.help[shellLanguage], first: say("How to find it: ", "如何得出答案："))
    if let action = question.action {
      lines += wrapped(action.how[shellLanguage], first: say("What can be done: ", "可以采取的行动："))
    }
    lines += words()
    lines += wrapped(typing, first: say("What to type: ", "可以输入："))
    lines.append(say("Sections:", "各部分："))
    for (index, section) in interview.progress.enumerated() {
      lines.append(
        "  \(index + 1)  \(section.section.title[shellLanguage])  \(section.answered)/\(section.asked)"
          + (section.isCurrent ? say("  (here)", "（当前）") : ""))
    }
    return lines
  }

  /// The meanings of the glossary's terms that occur in the question.
  private func words() -> [String] {
    let options = question.options.flatMap { [$0.label, $0.meaning] }
    let texts = ([question.text, question.why, question.help] + options).map { $0[shellLanguage] }
    let terms = knowledge.terms(in: texts.joined(separator: "\n\n"), language: shellLanguage)
    guard !terms.isEmpty else { return [] }
    return [say("Words:", "用语：")]
      + terms.flatMap { term in
        wrapped(term.meaning[shellLanguage], first: "  \(term.term[shellLanguage])" + say(": ", "："))
      }
  }

  private func options() -> [String] {
    let width = question.options.map { displayWidth($0.label[shellLanguage]) }.max() ?? 0
    return question.options.enumerated().flatMap { index, option in
      let label = TextBlock.pad(option.label[shellLanguage], to: width)
      return wrapped(option.meaning[shellLanguage], first: "  \(index + 1)  \(label)  ")
    }
  }

  private func numberForm() -> String? {
    guard case .number(let form) = question.kind else { return nil }
    let unit = form.unit.map { $0[shellLanguage] }
    switch form.kind {
    case .count: return say("A whole number", "整数") + (unit.map { say(" of \($0)", "（\($0)）") } ?? "")
    case .amount: return say("A number", "数字") + (unit.map { say(": \($0)", "（\($0)）") } ?? "")
    case .fraction: return say("A share from 0 to 1, or in percent", "0 到 1 之间的比例，或百分数")
    case .money:
      return say("An amount with its currency, like 5000 EUR", "带币种的金额，例如 20万 CNY")
        + (unit.map { say(", \($0)", "，\($0)") } ?? "")
    }
  }

  private func suggestion() -> [String] {
    switch interview.suggestion {
    case .given(let answer): [say("  So far: ", "  之前的回答：") + text(answer.value)]
    case .preset(let value, let why):
      wrapped(why[shellLanguage], first: say("  Usual here: \(text(value)). ", "  通常为：\(text(value))。"))
    case nil: []
    }
  }

  private var keys: String {
    var keys: [String] = []
    if interview.suggestion != nil { keys.append(say("Enter takes it", "回车采用")) }
    keys += [say("? help", "? 帮助"), say("b back", "b 返回"), say("u unknown", "u 不知道")]
    if question.mayNotApply { keys.append(say("n not applicable", "n 不适用")) }
    keys += [
      say("s next section", "s 下一部分"), say("f finish", "f 完成"), say("q save and quit", "q 保存并退出"),
    ]
    return "  " + keys.joined(separator: " · ")
  }

  private var typing: String {
    switch question.kind {
    case .choice:
      say("an option's number, its name, or the beginning of it.", "选项的编号、名称或其开头。")
    case .choices:
      say("one or more options, separated by commas.", "一个或多个选项，用逗号分隔。")
    case .number(let form) where form.kind == .money:
      say("an amount and a currency: 5000 EUR, 5k USD, 1.2m CNY.", "金额和币种：5000 EUR、5k USD、20万 CNY。")
    case .number: say("a number: 1200, 1,200, 5k, 1.2m.", "数字：1200、1,200、5k、3万。")
    }
  }

  /// A value as it reads beside the options.
  func text(_ value: AnswerValue) -> String {
    func label(_ id: OptionID) -> String { question.option(id)?.label[shellLanguage] ?? id.name }
    return switch value {
    case .option(let id): label(id)
    case .options(let ids): ids.map(label).joined(separator: say(", ", "、"))
    case .unknown: say("unknown", "不知道")
    case .notApplicable: say("not applicable", "不适用")
    case .number, .money: value.written
    }
  }

  private func wrapped(_ text: String, first: String) -> [String] {
    let indent = displayWidth(first)
    let pieces = TextBlock.wrap(text, width: Shell.width - indent)
    return pieces.enumerated().map { index, piece in
      (index == 0 ? first : String(repeating: " ", count: indent)) + piece
    }
  }
}
