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

  let questionnaire: Questionnaire
  let sections: [QuestionSection]
  public let currencies: [String: Double]

  /// - Parameter sheet: answers given before; nil begins a new sheet.
  public init(scenario: Scenario, knowledge: KnowledgeBase, sheet: AnswerSheet? = nil) {
    self.scenario = scenario
    questionnaire = Questionnaire(knowledge: knowledge, scenario: scenario)
    self.sheet = sheet ?? AnswerSheet(scenario: scenario.id, answers: [:])
    currencies = knowledge.currencies
    let known = Set(knowledge.sections.map(\.id))
    let own = scenario.questions.map(\.section).first { !known.contains($0) }
    sections =
      knowledge.sections
      + (own.map { [QuestionSection(id: $0, title: scenario.title, order: .max)] } ?? [])
    question = visible.first { self.sheet.answers[$0.id] == nil }
  }

  /// The questions that are asked, given the answers so far.
  public var visible: [Question] { questionnaire.visibleQuestions(sheet) }

  /// Answers the current question and goes to the next; nothing happens at the end.
  ///
  /// Note, source and author of an earlier answer stay while its value stays.
  public mutating func give(_ value: AnswerValue, source: String? = nil) {
    guard let question else { return }
    if sheet.answers[question.id]?.value != value {
      sheet.answers[question.id] = Answer(value, source: source)
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

  /// Goes to a question out of its turn, or to the end for nil.
  ///
  /// Nothing happens for a question that is not asked.
  public mutating func ask(_ id: QuestionID?) {
    guard let id else {
      question = nil
      return
    }
    if let asked = visible.first(where: { $0.id == id }) { question = asked }
  }

  /// Goes to the question before; false at the first one.
  public mutating func back() -> Bool {
    let visible = visible
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
    question = visible.first { (questionnaire.index(of: $0.id) ?? 0) > place }
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
