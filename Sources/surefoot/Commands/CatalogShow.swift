import ArgumentParser
import Knowledge

extension Catalog {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: say(
        "Show a scenario, question, approach, rubric, model, device, source, regulation, mitigation, conflict, case or term.",
        "查看一个场景、问题、方案、评估准则、模型、设备、来源、法规、防护措施、矛盾规则、公开案例或术语。"))

    @Argument(help: ArgumentHelp(say("Its id.", "编号。"))) var id: String
    @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。"))) var json = false
    @OptionGroup var common: CommonOptions

    func run() throws {
      let knowledge = try common.knowledge()
      guard let sheet = FactSheet(id, in: knowledge) else {
        throw Failure.usage(
          say("the catalog has nothing named '\(id)'", "知识库中没有“\(id)”")
            + nearest(FactSheet.bare(id), among: FactSheet.ids(in: knowledge)))
      }
      Shell.print(json ? sheet.json.text : sheet.text)
    }
  }
}

/// What the catalog says about one thing, as headed paragraphs.
struct FactSheet {
  private(set) var kind: String
  private(set) var id: String
  private(set) var title: LocalizedText
  private var parts: [(key: String, heading: LocalizedText, lines: [LocalizedText])] = []

  static func ids(in knowledge: KnowledgeBase) -> [String] {
    knowledge.scenarios.map(\.id.name) + knowledge.questions.map(\.id.name)
      + knowledge.scenarios.flatMap { $0.questions.map(\.id.name) }
      + knowledge.approaches.map(\.id.rawValue) + knowledge.rubrics.map(\.id.name)
      + knowledge.models.map(\.id.name) + knowledge.devices.map(\.id.name)
      + knowledge.sources.map(\.id.name) + knowledge.glossary.map(\.id.name) + guidanceIDs(in: knowledge)
  }

  init?(_ id: String, in knowledge: KnowledgeBase) {
    let questions = knowledge.questions + knowledge.scenarios.flatMap(\.questions)
    if let scenario = knowledge.scenario(ScenarioID(id)) {
      self.init(scenario, knowledge)
    } else if let question = questions.first(where: { $0.id.name == id }) {
      self.init(question)
    } else if let approach = ApproachID(rawValue: id).flatMap(knowledge.approach) {
      self.init(approach)
    } else if let rubric = knowledge.rubric(RubricID(id)) {
      self.init(rubric)
    } else if let model = knowledge.model(ModelID(Self.name(id, in: "models"))) {
      self.init(model, knowledge)
    } else if let device = knowledge.device(DeviceID(Self.name(id, in: "hardware"))) {
      self.init(device)
    } else if let source = knowledge.source(SourceID(id)) {
      self.init(source)
    } else if let term = knowledge.glossary.first(where: { $0.id.name == id }) {
      self.init(term, knowledge)
    } else {
      self.init(guidance: id, in: knowledge)
    }
  }

  /// The id without the folder its file stands in: `models/bert-base` names `bert-base`.
  private static func name(_ id: String, in folder: String) -> String {
    id.hasPrefix(folder + "/") ? String(id.dropFirst(folder.count + 1)) : id
  }

  /// The id without either folder.
  static func bare(_ id: String) -> String { name(name(id, in: "models"), in: "hardware") }

  init(kind: String, id: String, title: LocalizedText) {
    (self.kind, self.id, self.title) = (kind, id, title)
  }

  private init(_ question: Question) {
    (kind, id, title) = ("question", question.id.name, question.text)
    add("why", "Why it is asked", "为何要问", [question.why])
    add("help", "How to find the answer", "如何得出答案", [question.help])
    add(
      "options", "Options", "选项",
      question.options.map { option in
        LocalizedText(
          en: "\(option.id): \(option.label.en). \(option.meaning.en)",
          zh: "\(option.id)：\(option.label.zh)。\(option.meaning.zh)")
      })
    if case .number(let form) = question.kind {
      let kind = form.kind.rawValue
      add(
        "kind", "Kind", "类型",
        [LocalizedText(en: "\(kind) \(form.unit?.en ?? "")", zh: "\(kind) \(form.unit?.zh ?? "")")])
    }
    if let action = question.action { add("action", "What can be done", "可以采取的行动", [action.how]) }
  }

  private init(_ approach: Approach) {
    (kind, id, title) = ("approach", approach.id.rawValue, approach.title)
    add("summary", "Summary", "概述", [approach.summary])
    add("right-when", "Right when", "适用情形", [approach.rightWhen])
    add("wrong-when", "Wrong when", "不适用情形", [approach.wrongWhen])
  }

  private init(_ rubric: Rubric) {
    (kind, id, title) = ("rubric", rubric.id.name, rubric.title)
    add("summary", "Summary", "概述", [rubric.summary])
    add(
      "criteria", "Criteria", "准则",
      rubric.criteria.map { criterion in
        let share = "\(Int((criterion.weight * 100).rounded())) %"
        return LocalizedText(
          en: "\(criterion.id) (\(share)): \(criterion.explanation.en)",
          zh: "\(criterion.id)（\(share)）：\(criterion.explanation.zh)")
      })
    add(
      "risks", "Risks", "风险",
      rubric.risks.map {
        LocalizedText(en: "\($0.id): \($0.explanation.en)", zh: "\($0.id)：\($0.explanation.zh)")
      })
    add(
      "vetoes", "Vetoes", "否决项",
      rubric.vetoes.map { LocalizedText(en: "\($0.id): \($0.reason.en)", zh: "\($0.id)：\($0.reason.zh)") })
  }

  private init(_ source: Source) {
    (kind, id) = ("source", source.id.name)
    title = LocalizedText(en: source.title, zh: source.title)
    let facts = [source.author, source.date, source.kind.rawValue] + (source.url.map { [$0] } ?? [])
    add("facts", "Facts", "信息", facts.map { LocalizedText(en: $0, zh: $0) })
  }

  mutating func add(_ key: String, _ en: String, _ zh: String, _ lines: [LocalizedText]) {
    if !lines.isEmpty { parts.append((key, LocalizedText(en: en, zh: zh), lines)) }
  }

  var text: String {
    var lines = ["\(title[shellLanguage])  (\(id))"]
    for part in parts {
      lines += ["", part.heading[shellLanguage]]
      for line in part.lines {
        let wrapped = TextBlock.wrap(line[shellLanguage], width: Shell.width - 4)
        lines += wrapped.enumerated().map {
          ($0.offset == 0 && part.lines.count > 1 ? "  - " : "    ") + $0.element
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  var json: JSONText {
    func both(_ text: LocalizedText) -> JSONText {
      .object([("en", .string(text.en)), ("zh", .string(text.zh))])
    }
    return .object(
      [("kind", .string(kind)), ("id", .string(id)), ("title", both(title))]
        + parts.map { ($0.key, .array($0.lines.map(both))) })
  }
}
