import Knowledge
import Questionnaires
import Recommendations
import Scoring
import TestSupport

/// A case small enough to price by hand: every figure is one number, and only what a test sets costs anything.
struct WorthCase {
  var knowledge: KnowledgeBase
  var answers: [QuestionID: AnswerValue] = [
    "value.decisions-per-month": .number(1_000), "value.minutes-saved-per-decision": .number(6),
    "value.gain-per-correct": .money(2, currency: "USD"), "value.cost-per-error": .money(5, currency: "USD"),
    "task.output": .option("label"), "task.input": .option("text"),
    "task.baseline": .option("rules-or-people"), "task.baseline-score": .number(0.7),
    "task.target-score": .number(0.8), "data.labelled-examples": .number(500),
    "data.label-source": .option("expert"), "data.drift": .option("low"),
    "compute.available": .option("laptop"), "compute.latency": .option("batch"),
    "compute.skills": .option("experienced"), "privacy.may-leave-organisation": .option("yes"),
    "safety.human-review": .option("every-case"),
  ]
  /// The approaches that pass every bound.
  var sufficient: Set<ApproachID> = [.classical, .prompted]
  var measured: [ApproachID: MeasuredShare] = [:]
  var scenario: ScenarioID = "nlp/sentiment-analysis"

  /// An hour of work 30, an engineer's hour 100, a label 2, a checked result 1; a million tokens 1 in and 2 out.
  init() throws {
    knowledge = try realKnowledge()
    guard var prices = knowledge.prices else { throw NoPrices() }
    prices.taskHour.range = FigureRange(30)
    prices.reviewHour.range = FigureRange(60)
    prices.reviewMinutes.range = FigureRange(1)
    prices.engineerMonth.range = FigureRange(16_000)
    for path in [\Prices.smallInput, \.largeInput, \.trainings] {
      prices[keyPath: path].range = FigureRange(1)
    }
    for path in [\Prices.smallOutput, \.largeOutput] { prices[keyPath: path].range = FigureRange(2) }
    for path in [\Prices.serverMonth, \.kilowattHour] { prices[keyPath: path].range = FigureRange(0) }
    prices.servingUse.range = FigureRange(0.5)
    let tables: [(WritableKeyPath<Prices, PricedOptions>, Double)] = [
      (\.label, 2), (\.machineHour, 0), (\.machineWatts, 0), (\.inputTokens, 400), (\.outputTokens, 100),
      (\.skillFactor, 1), (\.driftFactor, 1), (\.retrainingsAMonth, 1),
    ]
    for (path, value) in tables {
      prices[keyPath: path].ranges = prices[keyPath: path].ranges.mapValues { _ in FigureRange(value) }
    }
    for approach in ApproachID.allCases {
      let isClassical = approach == .classical
      prices.efforts[approach]?.build = FigureRange(isClassical ? 1 : 2)
      prices.efforts[approach]?.upkeep = FigureRange(isClassical ? 2 : 4)
    }
    knowledge.prices = prices
  }

  struct NoPrices: Error {}

  var sheet: AnswerSheet { AnswerSheet(scenario: scenario, answers: answers.mapValues { Answer($0) }) }

  /// A scorecard of the real rubrics, with fit, risk and vetoes set so that just the chosen approaches pass.
  var scorecard: Scorecard {
    var card = fullyAnsweredCard(scenario, knowledge)
    for place in card.approaches.indices {
      let passes = sufficient.contains(card.approaches[place].id)
      card.approaches[place].fit = ScoreRange(passes ? 90 : 10)
      card.approaches[place].risk.residual = ScoreRange(5)
      card.approaches[place].vetoes = []
    }
    return card
  }

  func worth() throws -> Worth {
    guard
      let worth = Recommendations.worth(
        scorecard: scorecard, sheet: sheet, knowledge: knowledge, measured: measured)
    else { throw NoPrices() }
    return worth
  }
}

/// The scorecard of a sheet with every question answered, which is quick to work out.
func fullyAnsweredCard(_ scenario: ScenarioID, _ knowledge: KnowledgeBase) -> Scorecard {
  var generator = TestGenerator(seed: 7)
  let sheet = randomSheet(knowledge, scenario: scenario, using: &generator)
  return Scorer(knowledge: knowledge).scorecard(for: sheet)
}

extension Worth {
  func approach(_ id: ApproachID) throws -> ApproachWorth {
    guard let found = approaches.first(where: { $0.id == id }) else { throw WorthCase.NoPrices() }
    return found
  }
}

extension ApproachWorth {
  func item(_ kind: CostItem.Kind) -> CostItem? { items.first { $0.kind == kind } }
}
