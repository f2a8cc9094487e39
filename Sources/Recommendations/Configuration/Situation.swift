import Knowledge
import Questionnaires

/// What is known about one scenario when a configuration is drawn up: its answers, and its presets where
/// the sheet says nothing.
struct Situation {
  let scenario: Scenario
  let approach: ApproachID
  let target: TargetConfiguration?
  private let sheet: AnswerSheet
  private let knowledge: KnowledgeBase

  init(
    scenario: Scenario, approach: ApproachID, target: TargetConfiguration?, sheet: AnswerSheet,
    knowledge: KnowledgeBase
  ) {
    self.scenario = scenario
    self.approach = approach
    self.target = target
    self.sheet = sheet
    self.knowledge = knowledge
  }

  /// Whether something is trained on the person's own examples.
  var trains: Bool {
    switch approach {
    case .classical, .smallNetwork, .fineTuned, .fromScratch: true
    case .noAI, .prompted, .retrieval: false
    }
  }

  /// Whether the model comes ready-made and large.
  var usesLargeModel: Bool {
    approach == .prompted || approach == .retrieval || approach == .fineTuned
  }

  var usesModel: Bool { approach != .noAI }

  /// The chosen option; nil when unknown, not applicable or not a choice.
  func option(_ question: QuestionID) -> OptionID? {
    switch sheet.answers[question]?.value {
    case .option(let option): return option
    case .some: return nil
    case nil: break
    }
    guard let preset = preset(question) else { return nil }
    return knowledge.question(question, in: scenario.id)?.kind.isNumber == true ? nil : OptionID(preset)
  }

  func isAny(_ question: QuestionID, _ options: String...) -> Bool {
    option(question).map { options.contains($0.name) } ?? false
  }

  /// The number answered; money in the base currency; nil when unknown or not a number.
  func number(_ question: QuestionID) -> Double? {
    switch sheet.answers[question]?.value {
    case .number(let number): return number
    case .money(let amount, let currency): return knowledge.currencies[currency].map { amount * $0 }
    case .some: return nil
    case nil: return preset(question).flatMap { Double($0) }
    }
  }

  /// The span a number lies in: the answer itself, or what "unknown" stands for.
  func span(_ question: QuestionID) -> ClosedRange<Double>? {
    if let number = number(question) { return number...number }
    guard case .number(let form) = knowledge.question(question, in: scenario.id)?.kind else { return nil }
    return form.plausible
  }

  private func preset(_ question: QuestionID) -> String? {
    scenario.presets.first { $0.question == question }?.value
  }
}

extension ConfigurationLine {
  init(_ key: String, _ label: LocalizedText, en: String, zh: String, _ causes: QuestionID...) {
    self.init(key: key, label: label, value: LocalizedText(en: en, zh: zh), causedBy: causes)
  }
}
