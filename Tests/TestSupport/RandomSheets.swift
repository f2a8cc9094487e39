import Knowledge
import Questionnaires

/// A small seeded generator for tests (SplitMix64).
public struct TestGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

/// A sheet that answers every core question at random; each is left unknown with the given chance.
public func randomSheet(
  _ knowledge: KnowledgeBase, scenario: ScenarioID = "medical/other", unknown: Double = 0,
  using generator: inout TestGenerator
) -> AnswerSheet {
  var sheet = AnswerSheet(scenario: scenario, answers: [:])
  for question in knowledge.questions {
    let isUnknown = Double.random(in: 0..<1, using: &generator) < unknown
    let value = randomAnswer(to: question, base: knowledge.baseCurrency, using: &generator)
    sheet.answers[question.id] = Answer(isUnknown ? .unknown : value)
  }
  return sheet
}

/// A random answer; numbers come from the plausible span, so that "unknown" covers them.
public func randomAnswer(
  to question: Question, base: String, using generator: inout TestGenerator
) -> AnswerValue {
  switch question.kind {
  case .choice:
    return .option(question.options[Int.random(in: 0..<question.options.count, using: &generator)].id)
  case .choices:
    return .options(question.options.map(\.id).filter { _ in Bool.random(using: &generator) })
  case .number(let form):
    let number = Double.random(in: form.plausible, using: &generator)
    return form.kind == .money ? .money(number, currency: base) : .number(number)
  }
}
