import Knowledge
import Questionnaires

extension Tally {
  /// Everything tallied from the answers.
  init(_ answers: [ResolvedAnswer], _ compiled: CompiledRubrics, _ replacements: Replacements) {
    let nothing = Interval(0)
    self.answers = answers
    met = [Interval](repeating: nothing, count: compiled.criteria.count * compiled.approaches.count)
    presence = [Presence](repeating: .never, count: compiled.criteria.count)
    risks = [RiskSpan](
      repeating: RiskSpan(inherent: nothing, residual: nothing), count: compiled.risks.count)
    vetoes = [Truth](repeating: .no, count: compiled.vetoes.count)
    for index in compiled.criteria.indices { countCriterion(index, compiled, replacements) }
    for index in compiled.risks.indices { countRisk(index, compiled) }
    let measured = replacements.measured
    for index in compiled.vetoes.indices { countVeto(index, compiled, measured) }
  }

  /// Counts one criterion anew, for every approach.
  mutating func countCriterion(
    _ index: Int, _ compiled: CompiledRubrics, _ replacements: Replacements
  ) {
    let entry = compiled.criteria[index]
    let start = index * compiled.approaches.count
    if case .option(let question) = entry.supply {
      let answer = answers[question]
      presence[index] = !answer.applies ? .never : answer.mayBeHidden ? .perhaps : .always
      guard answer.applies else { return }
      for approach in entry.demands.indices {
        met[start + approach] = entry.demands[approach].satisfied(by: answer)
      }
      return
    }
    guard let supply = supply(of: entry, replacements) else {
      presence[index] = .never
      return
    }
    presence[index] = supply.optional ? .perhaps : .always
    for approach in entry.demands.indices {
      met[start + approach] = entry.demands[approach].satisfied(by: supply.interval)
    }
    guard !replacements.demands.isEmpty, let measured = replacements.demands[entry.criterion.id] else {
      return
    }
    for (approach, known) in compiled.approaches.enumerated() {
      guard let demand = measured[known.id] else { continue }
      met[start + approach] = demand.satisfied(by: supply.interval, entry.criterion.scale)
    }
  }

  private func supply(
    of entry: CompiledRubrics.CriterionEntry, _ replacements: Replacements
  ) -> Supplied? {
    if !replacements.supplies.isEmpty, let measured = replacements.supplies[entry.criterion.id] {
      return Supplied(measured, optional: false)
    }
    return entry.supply.supplied(answers)
  }

  /// Counts one risk anew: likelihood × impact, and what mitigations leave of it.
  mutating func countRisk(_ index: Int, _ compiled: CompiledRubrics) {
    let entry = compiled.risks[index]
    var escape = Interval(1 - entry.risk.base)
    for driver in entry.drivers {
      guard let level = driver.supplied(answers)?.including(0) else { continue }
      escape = escape.joined(level.falling { 1 - $0 }, *)
    }
    // `escape` is the chance that nothing goes wrong, so the likelihood falls with it.
    let likelihood = escape.falling { 1 - $0 }
    let impact = entry.impact.supplied(answers)?.including(0) ?? Interval(0)
    let inherent = likelihood.joined(impact, *)
    var residual = inherent
    for mitigation in entry.mitigations {
      guard let share = mitigation.removed.supplied(answers)?.including(0) else { continue }
      residual = residual.joined(share.falling { 1 - $0 }, *)
    }
    risks[index] = RiskSpan(inherent: inherent, residual: residual)
  }

  mutating func countVeto(
    _ index: Int, _ compiled: CompiledRubrics, _ measured: CompiledCondition.Measured
  ) {
    vetoes[index] = compiled.vetoes[index].when.truth(answers, measured: measured)
  }
}

extension Replacements.DemandSpan {
  /// How far a supply meets the measured demand.
  func satisfied(by supply: Interval, _ scale: NumberScale) -> Interval {
    func met(_ supply: Double, _ minimum: Double) -> Double {
      Ramp(from: minimum, to: minimum * comfortableFactor, scale).position(of: supply)
    }
    return Interval(
      low: met(supply.low, minimum.high), value: met(supply.value, minimum.value),
      high: met(supply.high, minimum.low))
  }
}
