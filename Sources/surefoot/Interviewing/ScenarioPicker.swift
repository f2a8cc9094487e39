import Knowledge
import Persistence

/// Lets a person pick a scenario by its number or id.
struct ScenarioPicker {
  var knowledge: KnowledgeBase
  var drafts: [Draft]

  /// - Throws: a `Failure` when the input ends without a choice.
  func pick(_ terminal: inout Terminal) throws -> Scenario {
    Shell.print(say("Which scenario is it about?", "要评估哪个场景？"))
    let width = knowledge.scenarios.map(\.id.name.count).max() ?? 0
    var domain: Domain?
    for (index, scenario) in knowledge.scenarios.enumerated() {
      if domain != scenario.domain {
        domain = scenario.domain
        Shell.print(Terminal.bold(Self.title(scenario.domain)))
      }
      let number = index < 9 ? " \(index + 1)" : "\(index + 1)"
      let begun = drafts.contains { $0.scenario == scenario.id }
      Shell.print(
        "  \(number)  \(TextBlock.pad(scenario.id.name, to: width))  \(scenario.title[shellLanguage])"
          + (begun ? say("  (begun)", "（未完成）") : ""))
    }
    while let line = terminal.ask("> ") {
      let typed = line.filter { !$0.isWhitespace }
      if typed == "q" { break }
      if let number = Int(typed), knowledge.scenarios.indices.contains(number - 1) {
        return knowledge.scenarios[number - 1]
      }
      do {
        return try scenario(named: typed, in: knowledge)
      } catch let failure as Failure {
        let count = knowledge.scenarios.count
        Shell.print(
          typed.isEmpty || Int(typed) != nil
            ? say("Type a number from 1 to \(count), or an id.", "请输入 1 到 \(count) 的编号，或场景编号。")
            : failure.lines.joined(separator: "\n"))
      }
    }
    if Interrupt.isAsked { throw Failure(code: .interrupted, lines: []) }
    throw Failure.usage(
      say("no scenario was picked; name one: surefoot interview SCENARIO", "没有选择场景；请指定：surefoot interview 场景"))
  }

  private static func title(_ domain: Domain) -> String {
    switch domain {
    case .nlp: say("Language", "自然语言处理")
    case .vision: say("Vision", "计算机视觉")
    case .speech: say("Speech", "语音")
    case .medical: say("Medicine", "医疗")
    case .finance: say("Finance", "金融")
    case .games: say("Games", "游戏")
    }
  }
}
