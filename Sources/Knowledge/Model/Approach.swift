/// One way to do the task, with what it demands and how strongly each risk touches it.
public struct Approach: Hashable, Codable, Sendable {
  public var id: ApproachID
  /// Place on the ladder of cost, 0 for the cheapest.
  public var order: Int
  public var title: LocalizedText
  public var summary: LocalizedText
  public var rightWhen: LocalizedText
  public var wrongWhen: LocalizedText
  public var demands: [CriterionID: Demand]
  public var demandBasis: [CriterionID: [Basis]]
  /// How strongly each risk applies, 0–1.
  public var exposure: [RiskID: Double]
}
