import Knowledge
import Questionnaires
import Scoring
import TestSupport
import Testing

/// Drawn weights and unknown answers.
struct StabilityTests {
  let scorer: Scorer
  /// The same, where rules that rank first hold no verdict back.
  let free: Scorer

  init() throws {
    var knowledge = try miniatureKnowledge()
    scorer = Scorer(knowledge: knowledge)
    knowledge.policy.whenNoAIFirst = .go
    free = Scorer(knowledge: knowledge)
  }

  private func sheet(_ changes: [QuestionID: AnswerValue] = [:]) -> AnswerSheet {
    let answers: [QuestionID: AnswerValue] = [
      "q.labels": .number(10_000), "q.quality": .option("good"), "q.steady": .option("yes"),
      "q.open": .option("yes"), "q.stakes": .option("low"),
    ]
    return AnswerSheet(
      scenario: "games/other", answers: answers.merging(changes) { $1 }.mapValues { Answer($0) })
  }

  @Test func `what no weight can move comes out every time`() {
    // Every rubric is perfect, so the fit is 100 under any weights: rules rank first and cap the verdict.
    let stability = scorer.stability(for: sheet(), seed: 1, draws: 500)
    #expect(shares(stability) == [.redesign: 1])
    #expect(stability.first.map(\.id) == [.noAI] && stability.first.map(\.share) == [1])
  }

  @Test func `an unknown answer is drawn over its options alike`() {
    let known = ["low", "high"].map { stakes in
      scorer.stability(
        for: sheet(["q.stakes": .option(OptionID(stakes)), "q.review": .option("no")]), seed: 1, draws: 200)
    }
    let drawn = scorer.stability(
      for: sheet(["q.stakes": .unknown, "q.review": .option("no")]), seed: 1, draws: 4000)
    expectMixture(drawn, of: known)
  }

  @Test func `a measured interval is drawn over what it spans`() {
    // The share missing lies across the bands' border: quality is poor in half of the draws.
    let share = Observation(id: "missing-share", value: 0.1, low: 0.02, high: 0.2, onUserData: true)
    let high: [QuestionID: AnswerValue] = ["q.stakes": .option("high"), "q.review": .option("yes")]
    let known = ["good", "poor"].map { quality in
      free.stability(
        for: sheet(high.merging(["q.quality": .option(OptionID(quality))]) { $1 }), seed: 5, draws: 200)
    }
    #expect(shares(known[0]) != shares(known[1]))
    expectMixture(
      free.stability(for: sheet(high), observations: [share], seed: 5, draws: 4000), of: known)
  }

  /// Half of the draws as one known case, half as the other, within four standard errors.
  private func expectMixture(_ drawn: Stability, of known: [Stability]) {
    for verdict in Verdict.allCases {
      let expected = known.reduce(0) { $0 + (shares($1)[verdict] ?? 0) } / 2
      #expect(abs((shares(drawn)[verdict] ?? 0) - expected) < 4 * drawn.standardError, "\(verdict)")
    }
  }

  private func shares(_ stability: Stability) -> [Verdict: Double] {
    Dictionary(uniqueKeysWithValues: stability.verdicts.map { ($0.id, $0.share) })
  }

  @Test func `shares add up, and the same seed gives the same draws`() throws {
    let knowledge = try realKnowledge()
    let scorer = Scorer(knowledge: knowledge)
    var generator = TestGenerator(seed: 41)
    for _ in 0..<10 {
      let sheet = randomSheet(knowledge, unknown: 0.2, using: &generator)
      let stability = scorer.stability(for: sheet, seed: 7, draws: 300)
      #expect(abs(stability.verdicts.reduce(0) { $0 + $1.share } - 1) < 1e-12)
      #expect(abs(stability.first.reduce(0) { $0 + $1.share } - 1) < 1e-12)
      #expect(!stability.verdicts.contains { $0.id == .cannotTell })
      #expect(stability == scorer.stability(for: sheet, seed: 7, draws: 300))
    }
  }

  @Test func `looser weights shake a score near a bound more`() {
    // first is perfect and second at 50 points, so the fit lies between by weight: (1 + 0.99 × 50)^0.4 ×
    // 100^0.6 = 76, under the 80 of go; a smaller second rubric lifts it over.
    let sheet = sheet(["q.open": .option("no"), "q.stakes": .option("low")])
    let shares = [1e9, 50, 5].map { concentration -> Double in
      var knowledge = free.knowledge
      knowledge.policy.weightConcentration = concentration
      let stability = Scorer(knowledge: knowledge).stability(for: sheet, seed: 3, draws: 2000)
      return self.shares(stability)[.pilotFirst] ?? 0
    }
    #expect(shares[0] == 1)
    #expect(shares[1] < 1 && shares[2] < shares[1])
  }
}
