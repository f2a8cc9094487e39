import Foundation
import Knowledge
import Questionnaires

/// A demand ready to be met: how far a supply satisfies it, 0–1.
enum CompiledDemand: Sendable {
  case nothing
  case level(Double)
  case span(minimum: Double, comfortable: Double, NumberScale)
  case accepts([Double])

  init(_ demand: Demand, _ criterion: Criterion, _ questionnaire: Questionnaire) {
    switch demand {
    case .nothing: self = .nothing
    case .level(let level): self = .level(level)
    case .span(let minimum, let comfortable):
      self = .span(minimum: minimum, comfortable: comfortable, criterion.scale)
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
    case .span(let minimum, let comfortable, let scale):
      let satisfied = { (supply: Double) in
        position(of: supply, from: minimum, to: comfortable, scale)
      }
      return minimum <= comfortable ? supply.rising(satisfied) : supply.falling(satisfied)
    }
  }
}

/// Where a number lies between 0 (at `start`) and 1 (at `end`), held to that span.
func position(of number: Double, from start: Double, to end: Double, _ scale: NumberScale) -> Double {
  if start == end { return number >= end ? 1 : 0 }
  let share: Double
  if scale == .log {
    // The logarithm needs positive ends; with an end at zero, log(1 + x) keeps order and zero.
    let measure: (Double) -> Double =
      start > 0 && end > 0 ? { log(max($0, 1e-12)) } : { log1p(max($0, 0)) }
    share = (measure(number) - measure(start)) / (measure(end) - measure(start))
  } else {
    share = (number - start) / (end - start)
  }
  return min(1, max(0, share))
}
