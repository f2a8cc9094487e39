import Knowledge
import Questionnaires

/// A demand ready to be met: how far a supply satisfies it, 0–1.
enum CompiledDemand: Sendable {
  case nothing
  case level(Double)
  case span(Ramp)
  case accepts([Double])

  init(_ demand: Demand, _ criterion: Criterion, _ questionnaire: Questionnaire) {
    switch demand {
    case .nothing: self = .nothing
    case .level(let level): self = .level(level)
    case .span(let minimum, let comfortable):
      self = .span(Ramp(from: minimum, to: comfortable, criterion.scale))
    case .accepts(let shares):
      let question = criterion.supply.questions.first.flatMap { questionnaire.question($0) }
      self = .accepts((question?.options ?? []).map { shares[$0.id] ?? 0 })
    }
  }

  /// How far a supply satisfies the demand.
  func satisfied(by supply: Interval) -> Interval {
    switch self {
    case .nothing, .accepts: return Interval(1)
    case .level(let level): return supply.rising { min(1, max(0, $0 / level)) }
    case .span(let ramp): return ramp.positions(of: supply)
    }
  }

  /// How far an option satisfies the demand, of a question whose options are accepted or not.
  func satisfied(by answer: ResolvedAnswer) -> Interval {
    guard case .accepts(let shares) = self else { return Interval(1) }
    return Scoring.span(of: shares, answer)
  }
}
