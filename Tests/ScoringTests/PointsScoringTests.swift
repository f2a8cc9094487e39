import Knowledge
import Questionnaires
import Scoring
import TestSupport
import Testing

/// Scores of the small form, worked out by hand; its points stand at `smallSurvey`.
struct PointsScoringTests {
  private func card(_ text: String) throws -> PointsScorecard {
    let knowledge = try smallPoints()
    let sheet = try PointsSheetReader(knowledge: knowledge).read(parseSource(text, file: "sheet.yaml"))
    return PointsScorer(knowledge: knowledge).scorecard(for: sheet)
  }

  /// Raw 10 = 5 + 3 + 2 + 0, with the scale left open.
  private static let ten = "hazardPeople: many-5, hazardKinds: [health-3, money-2], hazardRepeat: no-0"

  @Test func `half a point is rounded up`() throws {
    let card = try card("{stage: plan, \(Self.ten), planTest: yes-3, planLogs: [daily-1]}")
    #expect(card.raw.value == 10)
    #expect(card.mitigation.value == 4)
    #expect(card.isReduced)
    // 0.85 × 10 = 8.5
    #expect(card.score.value == 9)
    #expect(card.level == 2)
    #expect(card.maximum == 20)
    #expect(card.mitigationMaximum == 10)
  }

  @Test func `one mitigation point less takes nothing off`() throws {
    let card = try card("{stage: plan, \(Self.ten), planTest: yes-3}")
    #expect(card.mitigation.value == 3)
    #expect(!card.isReduced)
    #expect(card.score.value == 10)
    // Ten is half of twenty: a score on a bound belongs to the level below it.
    #expect(card.level == 2)
  }

  @Test func `the level is that of the rounded score`() throws {
    // 0.85 × 6 = 5.1, rounded 5, on the first bound; unrounded it would be above.
    let card = try card(
      "{stage: live, hazardScale: large-6, liveTest: yes-3, liveLogs: [daily-1, weekly-1]}")
    #expect(card.raw.value == 6)
    #expect(card.score.value == 5)
    #expect(card.level == 1)
  }

  @Test func `hidden answers stop counting at once`() throws {
    let card = try card("{stage: plan, hazardPeople: none-0, hazardRepeat: yes-4, liveTest: yes-3}")
    #expect(card.raw.value == 0)
    #expect(card.mitigation.value == 0)
    #expect(card.hidden == ["hazard-repeat", "live-test"])
    #expect(!card.visible.contains("hazard-repeat"))
  }

  @Test func `nothing answered counts zero and may become anything`() throws {
    let card = try card("{}")
    #expect(card.raw == PointsSpan(value: 0, low: 0, high: 20))
    #expect(card.mitigation == PointsSpan(value: 0, low: 0, high: 10))
    #expect(card.score == PointsSpan(value: 0, low: 0, high: 20))
    #expect((card.levelLow, card.level, card.levelHigh) == (1, 1, 4))
    #expect(card.open == ["hazard-people", "hazard-kinds", "hazard-scale"])
  }

  @Test func `open questions span what they can still give`() throws {
    let card = try card("{stage: plan, \(Self.ten), planTest: yes-3, planLogs: [daily-1]}")
    #expect(card.raw == PointsSpan(value: 10, low: 10, high: 16))
    // 0.85 × 16 = 13.6
    #expect(card.score == PointsSpan(value: 9, low: 9, high: 14))
    #expect((card.levelLow, card.levelHigh) == (2, 3))
    #expect(card.open == ["hazard-scale"])
  }

  @Test func `contributions add up to both sums`() throws {
    let card = try card(
      "{stage: plan, \(Self.ten), hazardScale: small-1, planTest: yes-3, planLogs: [daily-1]}")
    func sum(_ side: PointsArea.Side) -> Double {
      card.contributions.filter { $0.side == side }.reduce(0) { $0 + $1.points }
    }
    #expect(sum(.impact) == 11)
    #expect(sum(.impact) == card.raw.value)
    #expect(sum(.mitigation) == card.mitigation.value)
    // 0.85 × 11 = 9.35
    #expect(card.raw.value + card.reduction == 9)
    #expect(card.areas.map(\.points.value) == [11, 4, 0])
  }

  /// Every way of filling in what is open stays inside the range.
  @Test func `ranges contain every completion`() throws {
    let knowledge = try smallPoints()
    let scorer = PointsScorer(knowledge: knowledge)
    var random = Draws(state: 7)
    var inside = 0
    for _ in 0..<150 {
      let partial = random.sheet(knowledge, answering: 0.4, over: PointsSheet(answers: [:]))
      let card = scorer.scorecard(for: partial)
      for _ in 0..<8 {
        let full = scorer.scorecard(for: random.sheet(knowledge, answering: 0.8, over: partial))
        #expect(card.raw.low <= full.raw.value && full.raw.value <= card.raw.high)
        #expect(card.score.low <= full.score.value && full.score.value <= card.score.high)
        #expect(card.levelLow <= full.level && full.level <= card.levelHigh)
        if full.score.value != card.score.value { inside += 1 }
      }
    }
    #expect(inside > 300)
  }
}

/// Seeded random sheets (a linear congruential generator is enough to vary them).
private struct Draws {
  var state: UInt64

  mutating func next(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  /// The sheet with some of its open questions answered.
  mutating func sheet(
    _ knowledge: PointsKnowledge, answering share: Double, over sheet: PointsSheet
  ) -> PointsSheet {
    var sheet = sheet
    for question in knowledge.questions where sheet.answers[question.id] == nil && question.kind != .text {
      guard Double(next(1000)) < share * 1000 else { continue }
      let first = next(question.options.count)
      let ids =
        question.kind == .choice
        ? [question.options[first].id] : question.options[first...].map(\.id)
      sheet.answers[question.id] = .options(ids)
    }
    return sheet
  }
}
