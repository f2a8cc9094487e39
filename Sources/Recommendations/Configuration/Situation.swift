import Knowledge
import Questionnaires

/// What is known about one scenario when a configuration is drawn up: its answers, with the scenario's
/// presets where the sheet says nothing and without those to hidden questions.
struct Situation {
  let scenario: Scenario
  let approach: ApproachID
  var target: TargetConfiguration?
  /// Whether fewer than a tenth of the rows belong to one class, or the scenario's metric says so.
  let hasRarePositives: Bool
  private let questionnaire: Questionnaire
  private let answers: [ResolvedAnswer]

  init(
    scenario: Scenario, approach: ApproachID, sheet: AnswerSheet, knowledge: KnowledgeBase,
    rarestClassShare: Double? = nil
  ) {
    self.scenario = scenario
    self.approach = approach
    hasRarePositives = rarestClassShare.map { $0 < 0.1 } ?? (scenario.goodResult.metric == "area-under-pr")
    target = scenario.targets[approach]
    questionnaire = Questionnaire(knowledge: knowledge, scenario: scenario)
    answers = questionnaire.resolve(sheet)
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

  /// The chosen option; nil when unknown, hidden, not applicable or not a choice.
  func option(_ question: QuestionID) -> OptionID? {
    guard let index = questionnaire.index(of: question), isKnown(index), let chosen = answers[index].chosen
    else { return nil }
    return questionnaire.questions[index].options[chosen].id
  }

  func isAny(_ question: QuestionID, _ options: String...) -> Bool {
    option(question).map { options.contains($0.name) } ?? false
  }

  /// The number answered; money in the base currency; nil when unknown, hidden or not a number.
  func number(_ question: QuestionID) -> Double? {
    guard let index = questionnaire.index(of: question), isKnown(index),
      questionnaire.questions[index].kind.isNumber
    else { return nil }
    return answers[index].value
  }

  /// The lowest, likely and highest number: the answer itself, or what "unknown" stands for.
  func span(_ question: QuestionID) -> Band? {
    guard let index = questionnaire.index(of: question), questionnaire.questions[index].kind.isNumber,
      isKnown(index) || answers[index].origin == .unknown
    else { return nil }
    return Band(answers[index].low, answers[index].value, answers[index].high)
  }

  /// The line with the questions left out that nobody answered: a gap may call for caution, but is no cause.
  func namingOnlyAnswers(_ line: ConfigurationLine) -> ConfigurationLine {
    var line = line
    line.causedBy = answered(line.causedBy)
    return line
  }

  /// Those of the questions that have an answer.
  func answered(_ questions: [QuestionID]) -> [QuestionID] {
    questions.filter { questionnaire.index(of: $0).map(isKnown) ?? false }
  }

  private func isKnown(_ index: Int) -> Bool {
    switch answers[index].origin {
    case .answered, .preset, .measured: true
    case .unknown, .notApplicable, .hidden: false
    }
  }
}

extension ConfigurationLine {
  init(_ key: String, _ label: LocalizedText, en: String, zh: String, _ causes: QuestionID...) {
    self.init(key: key, label: label, value: LocalizedText(en: en, zh: zh), causedBy: causes)
  }
}
