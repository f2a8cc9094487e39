import Knowledge

/// One scenario's questions in the order they are asked, ready to resolve sheets quickly.
///
/// The core questions come first and have the same indices in every scenario.
public struct Questionnaire: Sendable {
  public let scenario: ScenarioID
  public let questions: [Question]
  public let indices: [QuestionID: Int]
  /// What each question has where a sheet leaves it out: the scenario's preset, else everything possible.
  let defaults: [ResolvedAnswer]
  let rates: [String: Double]
  /// Each question's options, apart from their texts so that reading them copies little.
  private(set) var options: [[OptionID]] = []
  /// What each question stands for when its answer is unknown.
  private(set) var unknowns: [ResolvedAnswer] = []
  /// When each question that is not always shown is shown, by question index.
  private(set) var conditions: [(index: Int, shown: CompiledCondition)] = []
  /// Whether the answer to question i decides if another is shown.
  public private(set) var decidesVisibility: [Bool] = []

  /// - Parameter scenario: nil leaves presets and own questions out.
  public init(knowledge: KnowledgeBase, scenario: Scenario?) {
    self.scenario = scenario?.id ?? ""
    questions = knowledge.questions + (scenario?.questions ?? [])
    var indices: [QuestionID: Int] = [:]
    indices.reserveCapacity(questions.count)
    for (index, question) in questions.enumerated() { indices[question.id] = index }
    self.indices = indices
    rates = knowledge.currencies
    options = questions.map { $0.options.map(\.id) }
    unknowns = questions.map { unknownAnswer(to: $0) }
    var defaults = unknowns
    for preset in scenario?.presets ?? [] {
      guard let index = indices[preset.question],
        let value = AnswerValue(preset: preset.value, question: questions[index])
      else { continue }
      defaults[index] = readAnswer(
        value, options: options[index], unknown: unknowns[index], origin: .preset, rates: rates)
    }
    self.defaults = defaults
    conditions = questions.enumerated().compactMap { index, question in
      question.visibleIf.map { (index, CompiledCondition($0, self)) }
    }
    decidesVisibility = [Bool](repeating: false, count: questions.count)
    for condition in conditions {
      for index in condition.shown.questions { decidesVisibility[index] = true }
    }
  }

  public func index(of question: QuestionID) -> Int? { indices[question] }

  public func question(_ id: QuestionID) -> Question? { indices[id].map { questions[$0] } }
}
