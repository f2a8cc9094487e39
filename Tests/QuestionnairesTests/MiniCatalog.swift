import Foundation
import Knowledge
import TestSupport

/// A catalog of one question of each kind and two scenarios, loaded as the product loads its own.
enum MiniCatalog {
  static let knowledge: KnowledgeBase = {
    do {
      let root = try write(files)
      defer { try? FileManager.default.removeItem(at: root) }
      return try KnowledgeBase.load(from: root)
    } catch let findings as Findings {
      for finding in findings.list { print(finding) }
      preconditionFailure("the test catalog does not load")
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  static func question(_ id: QuestionID, in scenario: ScenarioID? = nil) throws -> Question {
    guard let question = knowledge.question(id, in: scenario) else { throw NoSuch(name: id.name) }
    return question
  }

  static func scenario(_ id: ScenarioID) throws -> Scenario {
    guard let scenario = knowledge.scenario(id) else { throw NoSuch(name: id.name) }
    return scenario
  }

  struct NoSuch: Error { var name: String }

  private static let files = [
    "catalog/sources.yaml": "sources: []\n",
    "catalog/currencies.yaml":
      "{base: USD, date: 2026-11-01, basis: judgement, rates: {USD: 1, EUR: 1.15, CNY: 0.14}}\n",
    "catalog/questions/task.yaml": """
    section: task
    title: {en: Task, zh: 任务}
    order: 1
    questions:
      - id: task.output
        kind: choice
        \(texts)
        options:
          \(option("label", "A label", "标签"))
          \(option("number", "A number", "数值"))
          \(option("free-text", "Free text", "自由文本"))
      - id: task.target
        kind: fraction
        \(texts)
        plausible: [0.5, 0.9]
        basis: judgement
      - id: task.checked
        kind: choice
        \(texts)
        options:
          \(option("no", "No", "否"))
          \(option("partly", "Partly", "部分"))
          \(option("yes", "Yes", "是"))
        may-not-apply: true
    """,
    "catalog/questions/data.yaml": """
    section: data
    title: {en: Data, zh: 数据}
    order: 2
    questions:
      - id: data.examples
        kind: count
        \(texts)
        unit: {en: examples, zh: 条}
        limits: [0, 1000000]
        plausible: [100, 10000]
        scale: log
        basis: judgement
      - id: data.budget
        kind: money
        \(texts)
        limits: [0, 1000000000]
        plausible: [100, 10000]
        basis: judgement
      - id: data.minutes
        kind: amount
        \(texts)
        unit: {en: minutes, zh: 分钟}
        limits: [-100, 100]
        plausible: [0, 10]
        basis: judgement
      - id: data.places
        kind: choices
        \(texts)
        options:
          \(option("eu", "European Union", "欧盟"))
          \(option("us", "United States", "美国"))
          \(option("uk", "United Kingdom", "英国"))
      - id: data.delay
        kind: choice
        \(texts)
        options:
          \(option("short", "Short", "短"))
          \(option("long", "Long", "长"))
        visible-if: {question: task.output, is: [label, number]}
    """,
    "catalog/scenarios/nlp/letters.yaml": scenario(
      "nlp/letters",
      """
      presets:
        - {question: task.output, value: label, why: {en: Usual., zh: 通常如此。}, basis: judgement}
        - {question: data.budget, value: 5000 EUR, why: {en: Usual., zh: 通常如此。}, basis: judgement}
      questions:
        - id: letters.language
          kind: choice
          \(texts)
          options:
            \(option("one", "One", "一种"))
            \(option("many", "Many", "多种"))
      """),
    "catalog/scenarios/vision/pictures.yaml": scenario("vision/pictures", ""),
    "rubrics/policy.yaml": """
    version: test
    fit: {mean: geometric, floor: 1, basis: judgement}
    risk: {norm: 4, basis: judgement}
    ranking: {risk-weight: 0.4, tolerance: 4, basis: judgement}
    verdicts: [{verdict: go, fit-at-least: 70, risk-at-most: 30, basis: judgement}]
    no-ai-first: redesign
    cannot-tell: {when-range-crosses: [pilot-first, redesign], basis: judgement}
    sensitivity: {draws: 1000, concentration: 50, settled-share: 0.8, basis: judgement}
    """,
  ]

  private static let texts = """
    text: {en: What?, zh: 什么？}
        why: {en: Because., zh: 因为。}
        help: {en: Look., zh: 查看。}
    """

  private static func option(_ id: String, _ en: String, _ zh: String) -> String {
    "- {id: \(id), label: {en: \(en), zh: \(zh)}, meaning: {en: Means., zh: 意思。}}"
  }

  private static let targets = ApproachID.allCases.map { id in
    "  \(id.rawValue): {name: N, architecture: {family: rules}, advice: {en: Do., zh: 做。}, basis: judgement}"
  }.joined(separator: "\n")

  private static func scenario(_ id: String, _ rest: String) -> String {
    let text = "{en: Text, zh: 文本}"
    return """
      id: \(id)
      title: \(text)
      summary: \(text)
      inputs: \(text)
      outputs: \(text)
      users: \(text)
      modality: text
      good-result: {metric: accuracy, text: \(text)}
      targets:
      \(targets)
      \(rest)
      """
  }
}
