import Knowledge
import Questionnaires

/// Scores answer sheets against the rubrics; made once, used for any number of sheets.
public struct Scorer: Sendable {
  public let knowledge: KnowledgeBase
  let core: Questionnaire
  public let questionnaires: [ScenarioID: Questionnaire]
  let compiled: CompiledRubrics
  /// The rubrics' own weights.
  let weighing: Weighing

  public init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    let core = Questionnaire(knowledge: knowledge, scenario: nil)
    self.core = core
    var questionnaires: [ScenarioID: Questionnaire] = [:]
    for scenario in knowledge.scenarios {
      questionnaires[scenario.id] = Questionnaire(knowledge: knowledge, scenario: scenario)
    }
    self.questionnaires = questionnaires
    compiled = CompiledRubrics(knowledge, core)
    weighing = Weighing(compiled)
  }

  /// The questions of a scenario; the core ones where the scenario is not known.
  public func questionnaire(for scenario: ScenarioID) -> Questionnaire {
    questionnaires[scenario] ?? core
  }

  /// The scorecard of a sheet; observations stand in the place of the claims they test.
  public func scorecard(
    for sheet: AnswerSheet, observations: [Observation] = []
  ) -> Scorecard {
    evaluation(sheet, observations).scorecard(sheet)
  }

  /// What-if questions about a sheet.
  func probe(_ sheet: AnswerSheet, _ observations: [Observation]) -> Probe {
    Probe(evaluation(sheet, observations), sheet: sheet)
  }

  func evaluation(_ sheet: AnswerSheet, _ observations: [Observation]) -> Evaluation {
    let questionnaire = questionnaire(for: sheet.scenario)
    let replacements =
      observations.isEmpty ? .none : Replacements(observations, knowledge, questionnaire)
    return Evaluation(
      scorer: self, questionnaire: questionnaire, sheet: sheet, replacements: replacements)
  }
}
