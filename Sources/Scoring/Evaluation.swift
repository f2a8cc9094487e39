import Foundation
import Knowledge
import Questionnaires

/// One sheet's answers being scored; a class, so that handing it to closures copies nothing.
final class Evaluation {
  let scorer: Scorer
  let questionnaire: Questionnaire
  let sheet: AnswerSheet
  let answers: [ResolvedAnswer]
  let replacements: Replacements

  init(
    scorer: Scorer, questionnaire: Questionnaire, sheet: AnswerSheet, replacements: Replacements
  ) {
    self.scorer = scorer
    self.questionnaire = questionnaire
    self.sheet = sheet
    self.replacements = replacements
    var answers = questionnaire.resolve(sheet)
    for (index, answer) in replacements.answers { answers[index] = answer }
    self.answers = answers
  }

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
    var means = [WeightedMean](repeating: WeightedMean(), count: compiled.rubrics.count)
    for entry in compiled.criteria {
      let met = satisfaction(of: entry, approach)
      satisfied.append(met?.interval)
      if let met { means[entry.rubric].add(met, weight: entry.weight) }
    }
    let rubrics = means.map { $0.interval?.rising { min(100, 100 * $0) } }
    return Fit(criteria: satisfied, rubrics: rubrics, mean: mean(rubrics))
  }

  /// How far one approach's demand in a criterion is met; nil when the criterion does not apply.
  private func satisfaction(of entry: CompiledRubrics.CriterionEntry, _ approach: Int) -> Supplied? {
    let demand = entry.demands[approach]
    if case .option(let index) = entry.supply {
      let answer = answers[index]
      guard answer.applies else { return nil }
      guard case .accepts(let shares) = demand else {
        return Supplied(Interval(1), optional: answer.mayBeHidden)
      }
      return Supplied(span(of: shares, answer), optional: answer.mayBeHidden)
    }
    guard let supply = supply(of: entry) else { return nil }
    if let measured = replacements.demands[entry.criterion.id]?[compiled.approaches[approach].id] {
      return Supplied(
        satisfaction(entry, supply.interval, measuredDemand: measured), optional: supply.optional)
    }
    return Supplied(demand.satisfied(by: supply.interval), optional: supply.optional)
  }

  private func supply(of entry: CompiledRubrics.CriterionEntry) -> Supplied? {
    if let measured = replacements.supplies[entry.criterion.id] {
      return Supplied(measured, optional: false)
    }
    return entry.supply.supplied(answers)
  }

  private func satisfaction(
    _ entry: CompiledRubrics.CriterionEntry, _ supply: Interval,
    measuredDemand: Replacements.DemandSpan
  ) -> Interval {
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
