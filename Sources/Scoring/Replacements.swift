import Knowledge
import Questionnaires

/// What observations put in the place of claims.
struct Replacements: Sendable {
  /// By question index.
  var answers: [Int: ResolvedAnswer] = [:]
  /// By criterion: the supply.
  var supplies: [CriterionID: Interval] = [:]
  /// By criterion and approach: the demand's minimum and comfortable value, worst to best.
  var demands: [CriterionID: [ApproachID: DemandSpan]] = [:]

  struct DemandSpan: Sendable {
    var minimum: Interval
    var comfortableFactor: Double
  }

  /// Everything measured, for conditions that speak of it.
  var observations: [Observation] = []

  static let none = Replacements()

  private init() {}

  /// Applies each rubric's `measured` rules to the observations that count.
  init(_ observations: [Observation], _ knowledge: KnowledgeBase, _ questionnaire: Questionnaire) {
    self.observations = observations
    for measurement in knowledge.rubrics.flatMap(\.measurements) {
      for observation in observations where observation.id == measurement.observation {
        guard measurement.origin == .any || observation.onUserData else { continue }
        apply(measurement.replaces, observation, questionnaire)
      }
    }
  }

  /// The interval measured on data that count; the widest when several models were measured.
  func measured(_ id: ObservationID, _ origin: Measurement.Origin) -> ClosedRange<Double>? {
    let counting = observations.filter { $0.id == id && (origin == .any || $0.onUserData) }
    guard let low = counting.map(\.low).min(), let high = counting.map(\.high).max() else { return nil }
    return low...high
  }

  private mutating func apply(
    _ replacement: Measurement.Replacement, _ observation: Observation, _ questionnaire: Questionnaire
  ) {
    let measured = Interval(low: observation.low, value: observation.value, high: observation.high)
    switch replacement {
    case .number(let id):
      guard let index = questionnaire.index(of: id) else { return }
      answers[index] = ResolvedAnswer(
        origin: .measured, low: measured.low, value: measured.value, high: measured.high)
    case .bands(let id, let bands):
      guard let index = questionnaire.index(of: id),
        let answer = measuredOption(measured, bands, of: questionnaire.questions[index])
      else { return }
      answers[index] = answers[index].map { worse($0, answer) } ?? answer
    case .supply(let criterion): supplies[criterion] = measured
    case .demand(let criterion, let factor):
      guard let approach = observation.approach else { return }
      demands[criterion, default: [:]][approach] = DemandSpan(
        minimum: measured, comfortableFactor: factor)
    }
  }
}

/// The option a measured number falls into, and every option its interval touches.
public func measuredOptions(
  _ observation: Observation, _ bands: [Measurement.Band]
) -> (chosen: OptionID, possible: [OptionID])? {
  func band(_ number: Double) -> Int? { bands.firstIndex { number < $0.below } }
  guard let low = band(observation.low), let middle = band(observation.value),
    let high = band(observation.high), low <= high
  else { return nil }
  return (bands[middle].option, bands[low...high].map(\.option))
}

private func measuredOption(
  _ measured: Interval, _ bands: [Measurement.Band], of question: Question
) -> ResolvedAnswer? {
  let observation = Observation(
    id: "", value: measured.value, low: measured.low, high: measured.high, onUserData: true)
  guard let (chosen, possible) = measuredOptions(observation, bands),
    let index = question.options.firstIndex(where: { $0.id == chosen })
  else { return nil }
  var bits: UInt64 = 0
  for (position, option) in question.options.enumerated() where possible.contains(option.id) {
    bits |= 1 << UInt64(position)
  }
  return ResolvedAnswer(origin: .measured, options: bits, chosen: index)
}

/// Of two measurements of one question the worse counts; a question measured in bands lists its
/// options best first.
private func worse(_ first: ResolvedAnswer, _ second: ResolvedAnswer) -> ResolvedAnswer {
  var bits: UInt64 = 0
  for left in 0..<64 where first.options & (1 << UInt64(left)) != 0 {
    for right in 0..<64 where second.options & (1 << UInt64(right)) != 0 {
      bits |= 1 << UInt64(max(left, right))
    }
  }
  let chosen = max(first.chosen ?? 0, second.chosen ?? 0)
  return ResolvedAnswer(origin: .measured, options: bits, chosen: chosen)
}
