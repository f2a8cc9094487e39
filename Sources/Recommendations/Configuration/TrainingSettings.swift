import Knowledge
import Questionnaires

/// The numbers of a target's training, as its configuration lines state them in words.
public struct TrainingSettings: Hashable, Sendable {
  /// `full`, `lora` or `none`.
  public var method: String
  /// Examples of one step.
  public var batch: Int
  /// Examples computed at once; `batch` without accumulation.
  public var rowsAtOnce: Int
  public var epochs: Double?
  public var learningRate: Double?
  /// Tokens, patches or frames an example.
  public var sequence: Int?
  /// Rank of low-rank adapters.
  public var adapterRank: Int
  public var hasRareClass: Bool
  /// Whether there are so few labels that stronger regularisation is advised.
  public var isSmallData: Bool
  public var mixedPrecision: Bool

  /// Settings of an approach in a scenario with the sheet's answers; nil where the scenario has no target
  /// for the approach.
  public init?(
    approach: ApproachID, scenario: Scenario, sheet: AnswerSheet, knowledge: KnowledgeBase,
    rarestClassShare: Double?
  ) {
    let situation = Situation(
      scenario: scenario, approach: approach, sheet: sheet, knowledge: knowledge,
      rarestClassShare: rarestClassShare)
    guard let target = situation.target else { return nil }
    let plan = TrainingPlan(situation)
    method = plan.method.rawValue
    rowsAtOnce = plan.batch ?? 32
    batch = rowsAtOnce * plan.accumulation
    epochs = plan.epochs
    learningRate = target.learningRate
    sequence = target.sequence
    adapterRank = Workload.adapterRank
    hasRareClass = situation.hasRarePositives
    isSmallData = plan.isSmallData
    mixedPrecision = plan.mixedPrecision
  }
}

/// The configuration of an approach other than the recommended one, by the same rules.
///
/// - Returns: nil where the catalog has no such scenario, or the scenario no target for the approach.
public func targetConfiguration(
  of approach: ApproachID, in scenario: ScenarioID, sheet: AnswerSheet, knowledge: KnowledgeBase,
  rarestClassShare: Double? = nil
) -> ModelConfiguration? {
  guard let scenario = knowledge.scenario(scenario), scenario.targets[approach] != nil else { return nil }
  let situation = Situation(
    scenario: scenario, approach: approach, sheet: sheet, knowledge: knowledge,
    rarestClassShare: rarestClassShare)
  return targetConfiguration(
    SettledTarget(situation, knowledge), knowledge: knowledge, machine: nil)
}
