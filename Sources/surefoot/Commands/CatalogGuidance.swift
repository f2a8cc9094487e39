import ArgumentParser
import Knowledge

/// Kinds of entries that have files or ids of their own to list.
enum CatalogKind: String, CaseIterable, ExpressibleByArgument {
  case scenarios, models, hardware, regulations, mitigations, cases, conflicts, glossary
}

extension Catalog.List {
  /// One line an entry; `show` takes the ids as they are printed.
  func listGuidance(_ kind: CatalogKind, _ domain: Domain?) throws {
    if domain != nil, kind != .cases {
      throw Failure.usage(
        say("--domain goes with scenarios and cases only", "--domain 只能用于场景和公开案例"))
    }
    let knowledge = try common.knowledge()
    let entries: [(id: String, title: LocalizedText)] =
      switch kind {
      case .scenarios, .models, .hardware: []
      case .regulations: knowledge.regulations.map { ($0.id.name, $0.title) }
      case .mitigations: knowledge.mitigations.map { ($0.id.name, $0.title) }
      case .conflicts: knowledge.conflicts.map { ($0.id.name, $0.text) }
      case .glossary: knowledge.glossary.map { ($0.id.name, $0.term) }
      case .cases:
        knowledge.cases.filter { domain == nil || $0.domain == domain }.map { ($0.id.name, $0.title) }
      }
    if json {
      Shell.print(
        JSONText.lines(
          entries.map { entry in
            .object([
              ("id", .string("\(kind.rawValue)/\(entry.id)")),
              ("title", .object([("en", .string(entry.title.en)), ("zh", .string(entry.title.zh))])),
            ])
          }))
      return
    }
    let width = entries.map { kind.rawValue.count + 1 + $0.id.count }.max() ?? 0
    for entry in entries {
      Shell.print(TextBlock.pad("\(kind.rawValue)/\(entry.id)", to: width + 2) + entry.title[shellLanguage])
    }
  }
}

// What `catalog show` says about them.
extension FactSheet {
  static func guidanceIDs(in knowledge: KnowledgeBase) -> [String] {
    knowledge.regulations.map { "regulations/\($0.id)" }
      + knowledge.mitigations.map { "mitigations/\($0.id)" }
      + knowledge.cases.map { "cases/\($0.id)" } + knowledge.conflicts.map { "conflicts/\($0.id)" }
      + knowledge.glossary.map { "glossary/\($0.id)" }
  }

  /// - Parameter id: `regulations/…`, `mitigations/…`, `cases/…`, `conflicts/…` or `glossary/…`.
  init?(guidance id: String, in knowledge: KnowledgeBase) {
    let name = String(id.drop { $0 != "/" }.dropFirst())
    switch id.prefix(while: { $0 != "/" }) {
    case "regulations":
      guard let entry = knowledge.regulations.first(where: { $0.id.name == name }) else { return nil }
      self.init(entry, id, knowledge)
    case "mitigations":
      guard let entry = knowledge.mitigations.first(where: { $0.id.name == name }) else { return nil }
      self.init(entry, id, knowledge)
    case "cases":
      guard let entry = knowledge.cases.first(where: { $0.id.name == name }) else { return nil }
      self.init(entry, id, knowledge)
    case "conflicts":
      guard let entry = knowledge.conflicts.first(where: { $0.id.name == name }) else { return nil }
      self.init(kind: "conflict", id: id, title: entry.text)
      add("questions", "Questions", "涉及的问题", entry.when.questions.map { same($0.name) })
    case "glossary":
      guard let term = knowledge.glossary.first(where: { $0.id.name == name }) else { return nil }
      self.init(term, knowledge)
    default: return nil
    }
  }

  init(_ term: GlossaryTerm, _ knowledge: KnowledgeBase) {
    self.init(kind: "term", id: "glossary/\(term.id)", title: term.term)
    add("meaning", "Meaning", "含义", [term.meaning])
    add("sources", "Sources", "来源", [sources(term.basis, knowledge)])
  }

  private init(_ entry: Regulation, _ id: String, _ knowledge: KnowledgeBase) {
    self.init(kind: "regulation", id: id, title: entry.title)
    add("source", "Text", "文本", [same("\(source(entry.source, knowledge)), \(entry.date)")])
    for rule in entry.rules {
      let from = rule.appliesFrom.map { LocalizedText(en: ", from \($0)", zh: "，自 \($0) 起") }
      var lines = [rule.what]
      if let fact = rule.alsoDependsOn {
        lines.append(LocalizedText(en: "Also depends on: \(fact.en)", zh: "还取决于：\(fact.zh)"))
      }
      lines += rule.duties.map { duty in
        let head = "\(duty.owner.rawValue), \(duty.due.rawValue), \(duty.article)"
        return LocalizedText(en: "\(head): \(duty.text.en)", zh: "\(head)：\(duty.text.zh)")
      }
      let heading = "\(rule.article) (\(rule.id))"
      add(rule.id, heading + (from?.en ?? ""), heading + (from?.zh ?? ""), lines)
    }
  }

  private init(_ entry: MitigationEntry, _ id: String, _ knowledge: KnowledgeBase) {
    self.init(kind: "mitigation", id: id, title: entry.title)
    add("what", "What to do", "做法", [entry.what])
    add("effort", "Effort", "工作量", [same(entry.effort.rawValue)])
    add(
      "lowers", "Lowers", "降低的风险",
      entry.lowers.map { lowering in
        let most = "\(Int((lowering.removed.highestLevel * 100).rounded())) %"
        let questions = lowering.removed.questions.map(\.name).joined(separator: ", ")
        let grounds = sources(lowering.basis, knowledge)
        return LocalizedText(
          en: "\(lowering.risk): at most \(most), by \(questions). Basis: \(grounds.en)",
          zh: "\(lowering.risk)：最多 \(most)，取决于 \(questions)。依据：\(grounds.zh)")
      })
    add(
      "advises", "Worth doing for (not scored)", "有助于（不计入评分）",
      entry.advises.map { advice in
        let grounds = sources(advice.basis, knowledge)
        return LocalizedText(
          en: "\(advice.target.name): \(advice.why.en) Basis: \(grounds.en)",
          zh: "\(advice.target.name)：\(advice.why.zh)依据：\(grounds.zh)")
      })
    add("sources", "Sources", "来源", [sources(entry.basis, knowledge)])
  }

  private init(_ entry: DocumentedCase, _ id: String, _ knowledge: KnowledgeBase) {
    self.init(kind: "case", id: id, title: entry.title)
    let facts =
      (entry.domain.map { [$0.rawValue] } ?? []) + [
        "\(entry.year)", entry.approach.rawValue, entry.outcome.rawValue,
      ]
    add("facts", "Year, approach, outcome", "年份、方案、结果", [same(facts.joined(separator: ", "))])
    add("why", "How it ended, and why", "结果及原因", [entry.why])
    add(
      "answers", "What was known before launch", "上线前已知的情况",
      entry.answers.map { same("\($0.question) = \($0.value)") })
    add("sources", "Sources", "来源", [sources(entry.basis, knowledge)])
  }
}

func same(_ text: String) -> LocalizedText { LocalizedText(en: text, zh: text) }

func source(_ id: SourceID, _ knowledge: KnowledgeBase) -> String {
  knowledge.source(id)?.title ?? id.name
}

func sources(_ bases: [Basis], _ knowledge: KnowledgeBase) -> LocalizedText {
  let words = bases.map { basis -> LocalizedText in
    guard case .source(let id, let place, _) = basis else {
      return LocalizedText(en: "our judgement", zh: "我们的判断")
    }
    return same(source(id, knowledge) + (place.map { ", \($0)" } ?? ""))
  }
  return LocalizedText(
    en: words.map(\.en).joined(separator: "; "), zh: words.map(\.zh).joined(separator: "；"))
}
