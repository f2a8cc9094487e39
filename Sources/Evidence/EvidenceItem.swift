import Knowledge
import Scoring

/// One observation beside the claim it tests.
public struct EvidenceItem: Hashable, Codable, Sendable {
  public var observation: Observation
  /// The question whose answer was the claim; nil when it tests no answer.
  public var question: QuestionID?
  /// The claim as answered: an option id or a number as text; nil when nothing was claimed.
  public var claim: String?
  /// What the observation puts in the claim's place, in the same form.
  public var measured: String?
  /// Whether claim and measurement agree; nil when there was no claim, or the observation does not count here.
  public var agrees: Bool?
  /// False when it was measured on sample data and so says nothing about the person's own.
  public var counts: Bool

  public init(
    observation: Observation, question: QuestionID?, claim: String?, measured: String?,
    agrees: Bool?, counts: Bool
  ) {
    self.observation = observation
    self.question = question
    self.claim = claim
    self.measured = measured
    self.agrees = agrees
    self.counts = counts
  }
}
