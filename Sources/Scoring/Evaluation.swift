import Foundation
import Knowledge
import Questionnaires

/// One sheet's answers being scored.
struct Evaluation {
  let scorer: Scorer
  let questionnaire: Questionnaire
  var answers: [ResolvedAnswer]
  let replacements: Replacements

  /// How far an approach's demands are met, criterion by criterion and rubric by rubric.
  struct Fit {
    /// One a criterion in the rubrics' order, 0–1; nil where it does not apply.
    var criteria: [Interval?]
    /// 0–100; nil where no criterion applies.
    var rubrics: [Interval?]
    /// The mean over rubrics before vetoes, 0–100.
    var mean: Interval
  }

  var compiled: CompiledRubrics { scorer.compiled }
  var policy: Policy { scorer.knowledge.policy }

  func fit(of approach: Int) -> Fit {
    var satisfied: [Interval?] = []
    satisfied.reserveCapacity(compiled.criteria.count)
    var sums = [Interval](repeating: Interval(0), count: compiled.rubrics.count)
    var weights = [Double](repeating: 0, count: compiled.rubrics.count)
    for entry in compiled.criteria {
      let met = satisfaction(of: entry, approach)
      satisfied.append(met)
      guard let met else { continue }
      let weight = entry.criterion.weight
      sums[entry.rubric] = sums[entry.rubric].joined(met) { $0 + weight * $1 }
      weights[entry.rubric] += weight
    }
    let rubrics = zip(sums, weights).map { sum, weight -> Interval? in
      weight > 0 ? sum.rising { min(100, 100 * $0 / weight) } : nil
    }
    return Fit(criteria: satisfied, rubrics: rubrics, mean: mean(rubrics))
  }

  /// How far one approach's demand in a criterion is met; nil when the criterion does not apply.
  private func satisfaction(of entry: CompiledRubrics.CriterionEntry, _ approach: Int) -> Interval? {
    let id = entry.criterion.id
    let demand = entry.demands[approach]
    if let measured = replacements.demands[id]?[compiled.approaches[approach].id] {
      return satisfaction(entry, measuredDemand: measured)
    }
    if case .option(let index) = entry.supply {
      guard answers[index].applies else { return nil }
      guard case .accepts(let shares) = demand else { return Interval(1) }
      return span(of: shares, answers[index])
    }
    if let supply = replacements.supplies[id] { return demand.satisfied(by: supply) }
    guard let supply = entry.supply.interval(answers) else { return nil }
    return demand.satisfied(by: supply)
  }

  private func satisfaction(
    _ entry: CompiledRubrics.CriterionEntry, measuredDemand: Replacements.DemandSpan
  ) -> Interval? {
    guard let supply = replacements.supplies[entry.criterion.id] ?? entry.supply.interval(answers)
    else { return nil }
    func met(_ supply: Double, _ minimum: Double) -> Double {
      position(
        of: supply, from: minimum, to: minimum * measuredDemand.comfortableFactor,
        entry.criterion.scale)
    }
    let minimum = measuredDemand.minimum
    return Interval(
      low: met(supply.low, minimum.high), value: met(supply.value, minimum.value),
      high: met(supply.high, minimum.low))
  }

  /// The weighted geometric mean over the rubrics that apply, from 0 to 100.
  ///
  /// Each rubric's points v are mapped to floor + (1 − floor/100) v first, so that a zero does not
  /// wipe out everything and every gain still counts; the result is mapped back.
  func mean(_ rubrics: [Interval?]) -> Interval {
    var sums = Interval(0)
    var total = 0.0
    let floor = policy.fitFloor
    for (rubric, points) in zip(compiled.rubrics, rubrics) {
      guard let points else { continue }
      total += rubric.weight
      let weight = rubric.weight
      sums = sums.joined(points.rising { log(floor + (1 - floor / 100) * $0) }) { $0 + weight * $1 }
    }
    guard total > 0 else { return Interval(0) }
    return sums.rising { meanPoints(exp($0 / total), floor: floor) }
  }

  /// The geometric mean's own scale, floor to 100, mapped back to 0–100.
  private func meanPoints(_ mean: Double, floor: Double) -> Double {
    min(100, max(0, (mean - floor) / (1 - floor / 100)))
  }
}
