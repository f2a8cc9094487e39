import Knowledge

/// One conversation through a scenario's questions: where it stands and what has been said.
///
/// A value without side effects: whoever shows it prints, reads and saves. It can be built at any time from
/// the sheet alone, so an interview that was cut off goes on at the first question without an answer.
public struct Interview: Sendable {
  public let scenario: Scenario
  public private(set) var sheet: AnswerSheet
  /// The question that stands to be answered; nil when the end is reached.
  public private(set) var question: Question?

  /// Picks what to ask next among the open questions, given the answers so far.
  public typealias Guide = @Sendable (AnswerSheet, [QuestionID]) -> QuestionID?
  /// Who answers and on which day, noted with every answer given; nil notes nothing.
  public var by: String?
  public var day: String?

  let questionnaire: Questionnaire
  let sections: [QuestionSection]
  public let currencies: [String: Double]
  private let guide: Guide?
  /// Whether a guide picks what is asked next.
  var isGuided: Bool { guide != nil }
  /// What was asked before the current question, the latest last.
  private var asked: [QuestionID] = []
  /// What was left open on purpose.
  private var skipped: Set<QuestionID> = []
  let conflictRules: [ConflictRule]

  /// - Parameters:
  ///   - sheet: answers given before; nil begins a new sheet.
  ///   - guide: nil asks section by section.
  public init(
    scenario: Scenario, knowledge: KnowledgeBase, sheet: AnswerSheet? = nil, guide: Guide? = nil
  ) {
    self.guide = guide
    self.scenario = scenario
    questionnaire = Questionnaire(knowledge: knowledge, scenario: scenario)
    self.sheet = sheet ?? AnswerSheet(scenario: scenario.id, answers: [:])
    currencies = knowledge.currencies
    conflictRules = knowledge.conflicts
    let known = Set(knowledge.sections.map(\.id))
    let own = scenario.questions.map(\.section).first { !known.contains($0) }
    sections =
      knowledge.sections
      + (own.map { [QuestionSection(id: $0, title: scenario.title, order: .max)] } ?? [])
    question = nil
    question = guide == nil ? visible.first { self.sheet.answers[$0.id] == nil } : guided
  }

  /// The questions that are asked, given the answers so far.
  public var visible: [Question] { questionnaire.visibleQuestions(sheet) }

  /// Answers the current question and goes to the next; nothing happens at the end.
  ///
  /// Note, source and author of an earlier answer stay while its value stays.
  public mutating func give(_ value: AnswerValue, source: String? = nil) {
    guard let question else { return }
    if sheet.answers[question.id]?.value != value {
      sheet.answers[question.id] = Answer(value, source: source, by: by, at: day)
    }
    advance()
  }

  /// Takes what is suggested for the current question; false when nothing is.
  public mutating func takeSuggestion() -> Bool {
    switch suggestion {
    case .given(let answer): give(answer.value)
    case .preset(let value, _): give(value, source: "preset")
    case nil: return false
    }
    return true
  }

  /// Goes to the question before; false at the first one.
  public mutating func back() -> Bool {
    let visible = visible
    if guide != nil {
      while let last = asked.popLast() {
        guard let before = visible.first(where: { $0.id == last }) else { continue }
        question = before
        return true
      }
      return false
    }
    let index = question.flatMap { current in visible.firstIndex { $0.id == current.id } } ?? visible.count
    guard index > 0 else { return false }
    question = visible[index - 1]
    return true
  }

  /// Goes to a section's first open question, or its first; false when none of it is asked.
  public mutating func skip(to section: SectionID) -> Bool {
    let inside = visible.filter { $0.section == section }
    guard let target = inside.first(where: { sheet.answers[$0.id] == nil }) ?? inside.first else {
      return false
    }
    question = target
    return true
  }

  /// Leaves the rest of the current section open and goes to the next; past the last one is the end.
  public mutating func skipSection() {
    guard let section = question?.section, let index = sections.firstIndex(where: { $0.id == section }) else {
      return
    }
    if guide != nil {
      skipped.formUnion(visible.filter { $0.section == section }.map(\.id))
      question = guided
      return
    }
    for next in sections[(index + 1)...] where skip(to: next.id) { return }
    question = nil
  }

  /// The asked section that a number (from 1), an id or the beginning of a title names; nil for none.
  public func section(named name: String) -> SectionID? {
    let asked = progress.map(\.section)
    if let number = Int(name) { return asked.indices.contains(number - 1) ? asked[number - 1].id : nil }
    let typed = name.lowercased()
    return asked.first { section in
      section.id.name == typed
        || Language.allCases.contains { section.title[$0].lowercased().hasPrefix(typed) }
    }?.id
  }

  private mutating func advance() {
    guard let current = question, let place = questionnaire.index(of: current.id) else { return }
    if guide != nil {
      asked.append(current.id)
      question = guided
    } else {
      question = visible.first { (questionnaire.index(of: $0.id) ?? 0) > place }
    }
  }

  /// What the guide picks among the open questions that no preset stands in for; then those that have one.
  private var guided: Question? {
    let left = visible.filter { sheet.answers[$0.id] == nil && !skipped.contains($0.id) }
    let presets = Set(scenario.presets.map(\.question))
    let open = left.filter { !presets.contains($0.id) }
    let picked = open.isEmpty ? nil : guide?(sheet, open.map(\.id))
    return picked.flatMap { id in left.first { $0.id == id } } ?? open.first ?? left.first
  }
}

/// What an empty line stands for.
public enum Suggestion: Hashable, Sendable {
  /// What was said before.
  case given(Answer)
  /// What the scenario's entry takes as usual, and why.
  case preset(AnswerValue, why: LocalizedText)

  public var value: AnswerValue {
    switch self {
    case .given(let answer): answer.value
    case .preset(let value, _): value
    }
  }
}

extension Interview {
  /// What is suggested as the current question's answer: the earlier one, else the scenario's preset.
  public var suggestion: Suggestion? {
    guard let question else { return nil }
    if let answer = sheet.answers[question.id] { return .given(answer) }
    guard let preset = scenario.presets.first(where: { $0.question == question.id }),
      let value = AnswerValue(preset: preset.value, question: question)
    else { return nil }
    return .preset(value, why: preset.why)
  }
}
