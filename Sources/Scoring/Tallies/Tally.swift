import Questionnaires

/// What the answers come to criterion by criterion, risk by risk and veto by veto, before anything is weighed.
struct Tally {
  /// Whether a criterion counts: an answer may hide its questions, and an unknown one may or may not.
  enum Presence {
    case never, perhaps, always
  }

  struct RiskSpan {
    /// 0–1 each, before an approach's exposure.
    var inherent: Interval
    var residual: Interval
  }

  var answers: [ResolvedAnswer]
  /// How far each approach's demand is met, 0–1: criterion × approach, criterion by criterion.
  var met: [Interval]
  /// One a criterion.
  var presence: [Presence]
  /// One a risk.
  var risks: [RiskSpan]
  /// One a veto.
  var vetoes: [Truth]
}

/// How much each rubric and each criterion within its rubric counts.
struct Weights {
  var rubrics: [Double]
  var criteria: [Double]
}
