import Knowledge
import Questionnaires
import Recommendations
import Reporting

// What `catalog show` says about a scenario.
extension FactSheet {
  init(_ scenario: Scenario, _ knowledge: KnowledgeBase) {
    self.init(kind: "scenario", id: scenario.id.name, title: scenario.title)
    add("summary", "Summary", "概述", [scenario.summary])
    add("inputs", "Inputs", "输入", [scenario.inputs])
    add("outputs", "Outputs", "输出", [scenario.outputs])
    add("users", "Users", "使用者", [scenario.users])
    add("good-result", "A good result", "好结果的标准", [scenario.goodResult.text])
    add(
      "figures", "Published figures", "公开数字",
      scenario.goodResult.figures.map { figure in
        let basis = sources(figure.basis, knowledge)
        let metric = both { $0.plain(figure.value) }
        return LocalizedText(
          en: "\(metric.en) – \(figure.what.en) (\(basis.en))",
          zh: "\(metric.zh) – \(figure.what.zh)（\(basis.zh)）")
      })
    add(
      "presets", "Presets", "预设回答",
      scenario.presets.map { preset in
        LocalizedText(
          en: "\(preset.question) = \(preset.value): \(preset.why.en)",
          zh: "\(preset.question) = \(preset.value)：\(preset.why.zh)")
      })
    add("questions", "Questions of its own", "专有问题", scenario.questions.map(\.text))
    add("failure-modes", "How it fails", "常见失败方式", scenario.failureModes.map(\.text))
    addTargets(scenario, knowledge)
    addRules(scenario, knowledge)
    addPilot(scenario)
    add(
      "learning", "To learn more", "学习资料",
      scenario.learning.map { resource in
        let source = knowledge.source(resource.source)
        let title = "\(source?.title ?? resource.source.name) (\(source?.date ?? "–"))"
        let kind = "\(resource.kind.rawValue), \(resource.level.rawValue), \(resource.language)"
        return LocalizedText(
          en: "\(title) [\(kind)]: \(resource.why.en)", zh: "\(title) [\(kind)]：\(resource.why.zh)")
      })
  }

  /// Every approach with what it means here, cheapest first.
  private mutating func addTargets(_ scenario: Scenario, _ knowledge: KnowledgeBase) {
    add(
      "targets", "What each approach means here", "各做法在此的含义",
      knowledge.approaches.compactMap { approach in
        scenario.targets[approach.id].map { target in
          LocalizedText(
            en: "\(approach.title.en) – \(target.name.en): \(target.advice.en)",
            zh: "\(approach.title.zh) – \(target.name.zh)：\(target.advice.zh)")
        }
      })
  }

  /// What the presets trigger in each jurisdiction, or may trigger.
  private mutating func addRules(_ scenario: Scenario, _ knowledge: KnowledgeBase) {
    let everywhere: AnswerValue = .options(["eu", "us", "uk", "cn"])
    let sheet = AnswerSheet(
      scenario: scenario.id, answers: [Regulation.jurisdictionQuestion: Answer(everywhere)])
    add(
      "rules", "Rules that apply or may apply", "适用或可能适用的规定",
      triggeredRules(for: sheet, knowledge: knowledge).map { rule in
        let open = rule.open.map(\.name).joined(separator: ", ")
        let condition =
          rule.isCertain
          ? LocalizedText(en: "", zh: "")
          : LocalizedText(
            en: " May apply" + (open.isEmpty ? "." : "; it depends on \(open)."),
            zh: "可能适用" + (open.isEmpty ? "。" : "，取决于 \(open)。"))
        return LocalizedText(
          en: "\(rule.title.en), \(rule.article) (text of \(rule.textDate)): \(rule.what.en)\(condition.en)",
          zh: "\(rule.title.zh)，\(rule.article)（文本日期 \(rule.textDate)）：\(rule.what.zh)\(condition.zh)")
      })
  }

  private mutating func addPilot(_ scenario: Scenario) {
    if let pilot = scenario.pilot {
      add(
        "pilot", "What the pilot shows, and what not", "试点能说明什么、不能说明什么", [pilot.standsFor, pilot.doesNotShow])
    }
    if let sample = scenario.sampleData {
      add("sample-data", "Sample data", "样例数据", [same(sample)])
    }
  }
}
