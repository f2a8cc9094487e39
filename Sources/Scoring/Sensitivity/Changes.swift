import Knowledge
import Questionnaires

/// What would change the verdict.
public struct Changes: Hashable, Codable, Sendable {
  public var verdict: Verdict
  /// The verdict one step up that `sets` reach; nil where there is none better.
  public var target: Verdict?
  /// The smallest sets of changed answers that reach it, the least effort first; empty when none of up to three does.
  public var sets: [ChangeSet]
  /// Single answers that would change the verdict, for better or worse, in the order they are asked.
  public var pivotal: [PivotalAnswer]
  /// How far fit and risk are from each of the policy's bounds, best verdict first.
  public var boundaries: [Boundary]

  /// The largest set that is looked for.
  public static let largestSet = 3
}

/// Answers that together move the verdict.
public struct ChangeSet: Hashable, Codable, Sendable {
  public var changes: [AnswerChange]
  /// What it becomes, for the approach judged then.
  public var verdict: Verdict
  public var fit: ScoreRange
  public var residual: ScoreRange
}

/// One answer made different by something a person can do.
public struct AnswerChange: Hashable, Codable, Sendable {
  public var question: QuestionID
  public var answer: AnswerValue
  /// How much work it is; the question's entry says how to do it.
  public var effort: QuestionAction.Effort
}

/// One answer that would change the verdict by itself.
public struct PivotalAnswer: Hashable, Codable, Sendable {
  public var question: QuestionID
  public var answer: AnswerValue
  public var verdict: Verdict
}

/// How far fit and risk are from the bounds of one verdict, in points; negative while a bound is not reached.
public struct Boundary: Hashable, Codable, Sendable {
  public var verdict: Verdict
  public var fit: Double
  public var risk: Double
  /// Whether what the bound requires besides its numbers holds.
  public var requirementHolds: Bool
}

extension Scorer {
  /// The smallest changes that would move the verdict one step up, the single answers it hangs on, and the
  /// distance of each boundary.
  ///
  /// Every combination of up to three answers a person can act on is tried, in the order of size, so a set found
  /// is a smallest one. A number is tried at the values at which a demand or a condition is just met, and the
  /// number told is then the nearest one that still suffices.
  public func changes(for sheet: AnswerSheet, observations: [Observation] = []) -> Changes {
    var probe = probe(sheet, observations)
    let now = probe.outcome([])
    let target = now.verdict.oneStepUp(above: compiled.policy.boundaryAbove)
    return Changes(
      verdict: now.verdict, target: target, sets: target.map { probe.smallestSets(reaching: $0) } ?? [],
      pivotal: probe.pivotalAnswers(now.verdict), boundaries: boundaries(now, probe.requirements))
  }

  private func boundaries(_ now: Outcome, _ requirements: [Truth]) -> [Boundary] {
    zip(compiled.policy.bounds, requirements).map { bound, requirement in
      Boundary(
        verdict: bound.verdict.verdict, fit: now.fit.value - bound.fitAtLeast,
        risk: bound.riskAtMost - now.residual.value, requirementHolds: requirement == .yes)
    }
  }
}

extension Verdict {
  /// 0 for go to 3 for no-go; nil for a verdict that cannot be told.
  var rank: Int? { VerdictLevel(rawValue: rawValue)?.rank }

  /// The next better verdict; for one that cannot be told, the good side of the boundary it straddles.
  func oneStepUp(above boundary: VerdictLevel) -> Verdict? {
    guard let rank else { return boundary.verdict }
    return rank > 0 ? VerdictLevel.allCases[rank - 1].verdict : nil
  }

  /// Whether it is this verdict or a better one.
  func reaches(_ target: Verdict) -> Bool {
    guard let rank, let needed = target.rank else { return false }
    return rank <= needed
  }
}
