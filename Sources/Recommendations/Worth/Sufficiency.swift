import Knowledge
import Scoring

/// A score measured on the person's own data, 0–1, higher is better.
public struct MeasuredShare: Hashable, Sendable {
  public var low: Double
  public var value: Double
  public var high: Double

  public init(low: Double, value: Double, high: Double) {
    self.low = low
    self.value = value
    self.high = high
  }
}

/// What stands against an approach being good enough: the bounds of "pilot first", a certain veto, and a
/// score known to lie under the one wanted.
///
/// - Parameter known: the score measured, or that of today's way; nil counts for it.
func shortfalls(
  _ score: ApproachScore, policy: Policy, known: Double?, target: Double?
) -> [ApproachWorth.Shortfall] {
  var found: [ApproachWorth.Shortfall] = []
  if let bound = policy.bounds.first(where: { $0.verdict == .pilotFirst }) {
    if score.fit.value < bound.fitAtLeast { found.append(.fit) }
    if score.risk.residual.value > bound.riskAtMost { found.append(.risk) }
  }
  if score.vetoes.contains(where: \.certain) { found.append(.veto) }
  if let known, let target, known < target { found.append(.score) }
  return found
}
