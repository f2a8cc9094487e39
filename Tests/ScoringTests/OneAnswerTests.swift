import Knowledge
import Questionnaires
import Scoring
import TestSupport
import Testing

/// Answers changed one at a time: fit and risk move the way the rubric says, criterion by criterion.
struct OneAnswerTests {
  let knowledge: KnowledgeBase
  let scorer: Scorer

  init() throws {
    knowledge = try realKnowledge()
    scorer = Scorer(knowledge: knowledge)
  }

  @Test func `a higher supply never lowers a criterion's fit`() throws {
    var generator = TestGenerator(seed: 11)
    var compared = 0
    for criterion in knowledge.rubrics.flatMap(\.criteria) {
      for (question, levels) in levelMaps(criterion.supply) {
        let base = visibleSheet(for: question, &generator)
        let steps = levels.sorted { $0.value < $1.value }
        for (lower, upper) in zip(steps, steps.dropFirst()) {
          let before = card(base, question, lower.key)
          let after = card(base, question, upper.key)
          for approach in ApproachID.allCases {
            guard let old = fit(before, approach, criterion.id),
              let new = fit(after, approach, criterion.id)
            else { continue }
            let fallsByDesign = isFalling(criterion.id, approach)
            #expect(
              fallsByDesign ? new <= old + 1e-9 : new >= old - 1e-9,
              "\(criterion.id) \(question) \(lower.key) → \(upper.key) for \(approach)")
            compared += 1
          }
        }
      }
    }
    #expect(compared > 500)
  }

  @Test func `more of a number moves a criterion as its demand says`() throws {
    var generator = TestGenerator(seed: 12)
    for criterion in knowledge.rubrics.flatMap(\.criteria) {
      guard case .number(let question) = criterion.supply,
        case .number(let form) = knowledge.question(question)?.kind
      else { continue }
      let base = visibleSheet(for: question, &generator)
      let numbers = [form.plausible.lowerBound, form.plausible.upperBound]
      let values = numbers.map { number -> AnswerValue in
        form.kind == .money ? .money(number, currency: knowledge.baseCurrency) : .number(number)
      }
      let cards = values.map { value -> Scorecard in
        var sheet = base
        sheet.answers[question] = Answer(value)
        return scorer.scorecard(for: sheet)
      }
      for approach in ApproachID.allCases {
        guard let less = fit(cards[0], approach, criterion.id),
          let more = fit(cards[1], approach, criterion.id)
        else { continue }
        #expect(
          isFalling(criterion.id, approach) ? more <= less + 1e-9 : more >= less - 1e-9,
          "\(criterion.id) for \(approach)")
      }
    }
  }

  @Test func `a stronger driver never lowers a risk and a stronger mitigation never raises it`() {
    var generator = TestGenerator(seed: 13)
    var compared = 0
    for risk in knowledge.rubrics.flatMap(\.risks) {
      let raising = (risk.drivers + [risk.impact]).flatMap { levelMaps($0) }
      let lowering = risk.mitigations.flatMap { levelMaps($0.removed) }
      for (question, levels) in raising where !lowering.contains(where: { $0.0 == question }) {
        compared += compare(risk.id, question, levels, rises: true, inherent: true, &generator)
      }
      for (question, levels) in lowering where !raising.contains(where: { $0.0 == question }) {
        compared += compare(risk.id, question, levels, rises: false, inherent: false, &generator)
      }
    }
    #expect(compared > 100)
  }

  private func compare(
    _ risk: RiskID, _ question: QuestionID, _ levels: [OptionID: Double], rises: Bool,
    inherent: Bool, _ generator: inout TestGenerator
  ) -> Int {
    let base = visibleSheet(for: question, &generator)
    if knowledge.question(question)?.kind == .choices {
      return compareSets(risk, question, base)
    }
    let steps = levels.sorted { $0.value < $1.value }
    for (lower, upper) in zip(steps, steps.dropFirst()) {
      let values = [lower.key, upper.key].map { option -> Double in
        let score = card(base, question, option).approaches.first { $0.id == .fineTuned }
        let found = score?.risks.first { $0.id == risk }
        return (inherent ? found?.inherent.value : found?.residual.value) ?? 0
      }
      #expect(
        rises ? values[1] >= values[0] - 1e-9 : values[1] <= values[0] + 1e-9,
        "\(risk) \(question) \(lower.key) → \(upper.key)")
    }
    return steps.count
  }

  /// One more option chosen never lowers a risk; each region may have a driver of its own.
  private func compareSets(_ risk: RiskID, _ question: QuestionID, _ base: AnswerSheet) -> Int {
    var sheet = base
    var chosen: [OptionID] = []
    var before = 0.0
    for option in knowledge.question(question)?.options ?? [] {
      chosen.append(option.id)
      sheet.answers[question] = Answer(.options(chosen))
      let score = scorer.scorecard(for: sheet).approaches.first { $0.id == .fineTuned }
      let inherent = score?.risks.first { $0.id == risk }?.inherent.value ?? 0
      #expect(inherent >= before - 1e-9, "\(risk) with \(chosen)")
      before = inherent
    }
    return chosen.count
  }

  /// The level maps inside a supply, by question.
  private func levelMaps(_ supply: Supply) -> [(QuestionID, [OptionID: Double])] {
    switch supply {
    case .levels(let question, let levels), .numbers(let question, let levels): [(question, levels)]
    case .combined(_, let parts): parts.flatMap { levelMaps($0) }
    default: []
    }
  }

  private func isFalling(_ criterion: CriterionID, _ approach: ApproachID) -> Bool {
    if case .span(let minimum, let comfortable) = knowledge.approach(approach)?.demands[criterion] {
      return minimum > comfortable
    }
    return false
  }

  private func card(_ base: AnswerSheet, _ question: QuestionID, _ option: OptionID) -> Scorecard {
    var sheet = base
    let isSet = knowledge.question(question)?.kind == .choices
    sheet.answers[question] = Answer(isSet ? .options([option]) : .option(option))
    return scorer.scorecard(for: sheet)
  }

  private func fit(_ card: Scorecard, _ approach: ApproachID, _ criterion: CriterionID) -> Double? {
    card.approaches.first { $0.id == approach }?.criteria.first { $0.id == criterion }?.fit?.value
  }

  /// A random sheet in which the question is shown.
  private func visibleSheet(
    for question: QuestionID, _ generator: inout TestGenerator
  ) -> AnswerSheet {
    let questionnaire = scorer.questionnaire(for: "medical/other")
    for _ in 0..<200 {
      let sheet = randomSheet(knowledge, using: &generator)
      if questionnaire.visibleQuestions(sheet).contains(where: { $0.id == question }) { return sheet }
    }
    return randomSheet(knowledge, using: &generator)
  }
}
