import Knowledge
import Questionnaires
import Recommendations
import Scoring
import TestSupport
import Testing

/// Laws of value and cost over random answer sheets and the catalog's own prices.
struct WorthLawTests {
  private let knowledge: KnowledgeBase
  /// Costs and value come from the sheet; the card only says which approaches there are and which suffice.
  private let cards: [ScenarioID: Scorecard]
  private static let scenarios: [ScenarioID] = [
    "nlp/sentiment-analysis", "vision/other", "finance/fraud-detection",
  ]

  init() throws {
    let knowledge = try realKnowledge()
    self.knowledge = knowledge
    cards = Dictionary(
      uniqueKeysWithValues: Self.scenarios.map { ($0, fullyAnsweredCard($0, knowledge)) })
  }

  private func sheets(_ count: Int, unknown: Double, seed: UInt64) -> [AnswerSheet] {
    var generator = TestGenerator(seed: seed)
    return (0..<count).map {
      randomSheet(knowledge, scenario: Self.scenarios[$0 % 3], unknown: unknown, using: &generator)
    }
  }

  private func worth(_ sheet: AnswerSheet, _ knowledge: KnowledgeBase? = nil) throws -> Worth {
    let card = try #require(cards[sheet.scenario])
    let worth = Recommendations.worth(
      scorecard: card, sheet: sheet, knowledge: knowledge ?? self.knowledge)
    return try #require(worth)
  }

  private func rises(_ small: AmountRange?, _ large: AmountRange?) -> Bool {
    guard let small, let large else { return small == nil && large == nil }
    let slack = 1e-9 * max(1, abs(large.high))
    return small.low <= large.low + slack && small.value <= large.value + slack
      && small.high <= large.high + slack
  }

  @Test func `more volume never lowers a cost, nor a value that each case adds to`() throws {
    for var sheet in sheets(12, unknown: 0.1, seed: 1) {
      sheet.answers["value.decisions-per-month"] = Answer(.number(800))
      let small = try worth(sheet)
      sheet.answers["value.decisions-per-month"] = Answer(.number(90_000))
      let large = try worth(sheet)
      if let perCase = small.perCase, perCase >= 0, small.missing.isEmpty {
        #expect((small.monthly?.value ?? 0) <= (large.monthly?.value ?? 0))
      }
      for (one, other) in zip(small.approaches, large.approaches) {
        #expect(rises(one.once, other.once) && rises(one.monthly, other.monthly), "\(one.id)")
        #expect(rises(one.whole, other.whole), "\(one.id)")
      }
    }
  }

  @Test func `a higher price never lowers a cost`() throws {
    let figures: [WritableKeyPath<Prices, PricedFigure>] = [
      \.reviewHour, \.reviewMinutes, \.engineerMonth, \.smallInput, \.smallOutput, \.largeInput,
      \.largeOutput, \.serverMonth, \.kilowattHour, \.trainings,
    ]
    let tables: [WritableKeyPath<Prices, PricedOptions>] = [
      \.label, \.machineHour, \.machineWatts, \.inputTokens, \.outputTokens, \.skillFactor, \.driftFactor,
      \.retrainingsAMonth,
    ]
    let prices = try #require(knowledge.prices)
    func dearer(_ range: FigureRange) -> FigureRange {
      FigureRange(range.low * 1.2, range.likely * 1.5, range.high * 2)
    }
    for sheet in sheets(2, unknown: 0.2, seed: 2) {
      let before = try worth(sheet)
      var variants: [Prices] = []
      for path in figures {
        var changed = prices
        changed[keyPath: path].range = dearer(prices[keyPath: path].range)
        variants.append(changed)
      }
      for path in tables {
        var changed = prices
        changed[keyPath: path].ranges = prices[keyPath: path].ranges.mapValues(dearer)
        variants.append(changed)
      }
      for variant in variants {
        var knowledge = knowledge
        knowledge.prices = variant
        let after = try worth(sheet, knowledge)
        for (one, other) in zip(before.approaches, after.approaches) {
          #expect(rises(one.once, other.once) && rises(one.monthly, other.monthly), "\(one.id)")
        }
      }
    }
  }

  @Test func `at the break-even volume a year's value equals the whole cost`() throws {
    var checked = 0
    for sheet in sheets(20, unknown: 0, seed: 3) {
      let worth = try worth(sheet)
      guard let perCase = worth.perCase else { continue }
      for approach in worth.approaches where approach.scoreOrigin == .target {
        guard let cases = approach.breakEven?.value, cases > 0 else { continue }
        let value = 12 * perCase * cases
        #expect(abs(value - approach.shape.whole(cases: cases)) <= 1e-9 * value, "\(approach.id)")
        #expect(12 * perCase * cases * 0.99 < approach.shape.whole(cases: cases * 0.99))
        checked += 1
      }
    }
    #expect(checked > 40)
  }

  @Test func `an answer left open is named and its part left out, never counted as nothing`() throws {
    let asked: [QuestionID] = [
      "value.minutes-saved-per-decision", "value.gain-per-correct", "value.cost-per-error",
      "task.baseline-score", "task.target-score", "value.decisions-per-month",
    ]
    var example = try WorthCase()
    let whole = try example.worth()
    for question in asked {
      let kept = example.answers[question]
      example.answers[question] = .unknown
      let worth = try example.worth()
      #expect(worth.missing.contains(question), "\(question)")
      let open = worth.parts.filter { $0.missing.contains(question) }
      #expect(!open.isEmpty && open.allSatisfy { $0.monthly == nil }, "\(question)")
      #expect(try worth.approach(.classical).missing.contains(question), "\(question)")
      let known = zip(worth.parts, whole.parts).filter { $0.0.monthly != nil }
      #expect(known.allSatisfy { $0.0.monthly == $0.1.monthly }, "\(question)")
      example.answers[question] = kept
    }
  }

  @Test func `a break-even volume needs no volume answered`() throws {
    var example = try WorthCase()
    let known = try example.worth().approach(.classical)
    example.answers["value.decisions-per-month"] = .unknown
    let open = try example.worth().approach(.classical)
    #expect(open.breakEven == known.breakEven && known.breakEven?.value != nil)
    #expect(open.payback == nil && open.monthlyValue == nil)
  }

  @Test func `the same sheet gives the same figures`() throws {
    for sheet in sheets(3, unknown: 0.3, seed: 4) { #expect(try worth(sheet) == worth(sheet)) }
  }
}
