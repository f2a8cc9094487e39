import Knowledge

/// One scenario's questions in the order they are asked, ready to resolve sheets quickly.
///
/// The core questions come first and have the same indices in every scenario.
public struct Questionnaire: Sendable {
  public let scenario: ScenarioID
  public let questions: [Question]
  public let indices: [QuestionID: Int]
  let presets: [Int: ResolvedAnswer]
  let rates: [String: Double]

  /// - Parameter scenario: nil leaves presets and own questions out.
  public init(knowledge: KnowledgeBase, scenario: Scenario?) {
    self.scenario = scenario?.id ?? ""
    questions = knowledge.questions + (scenario?.questions ?? [])
    var indices: [QuestionID: Int] = [:]
    indices.reserveCapacity(questions.count)
    for (index, question) in questions.enumerated() { indices[question.id] = index }
    self.indices = indices
    rates = knowledge.currencies
    var presets: [Int: ResolvedAnswer] = [:]
    for preset in scenario?.presets ?? [] {
      guard let index = indices[preset.question],
        let value = AnswerValue(preset: preset.value, question: questions[index])
      else { continue }
      presets[index] = resolved(value, of: questions[index], origin: .preset, rates: rates)
    }
    self.presets = presets
  }

  public func index(of question: QuestionID) -> Int? { indices[question] }

  public func question(_ id: QuestionID) -> Question? { indices[id].map { questions[$0] } }
}
