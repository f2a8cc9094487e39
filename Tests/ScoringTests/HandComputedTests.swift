import Foundation
import Knowledge
import Questionnaires
import Scoring
import TestSupport
import Testing

/// Every number here is worked out by hand from the miniature knowledge; see its description.
struct HandComputedTests {
  let scorer: Scorer

  init() throws {
    scorer = Scorer(knowledge: try miniatureKnowledge())
  }

  private func sheet(_ changes: [QuestionID: AnswerValue] = [:]) -> AnswerSheet {
    let answers: [QuestionID: AnswerValue] = [
      "q.labels": .number(1000), "q.quality": .option("poor"), "q.steady": .option("yes"),
      "q.open": .option("yes"), "q.stakes": .option("high"), "q.review": .option("yes"),
    ]
    return AnswerSheet(
      scenario: "games/other",
      answers: answers.merging(changes) { $1 }.mapValues { Answer($0) })
  }

  private func score(
    _ approach: ApproachID, _ sheet: AnswerSheet, _ observations: [Observation] = []
  ) throws -> ApproachScore {
    let card = scorer.scorecard(for: sheet, observations: observations)
    return try #require(card.approaches.first { $0.id == approach })
  }

  @Test func `a fit is the geometric mean of its rubrics`() throws {
    // first: labels 1,000 lies half-way from 100 to 10,000 on a log scale: 0.5. quality 0.4 ÷ 0.8 = 0.5.
    // Three criteria ask nothing: 1. Mean (0.5 + 0.5 + 3) ÷ 5 = 0.8, so 80 points; second: 100.
    // Mapped: 1 + 0.99 × 80 = 80.2 and 100. exp(0.6 ln 80.2 + 0.4 ln 100) = 87.6006…, back: (x − 1) ÷ 0.99.
    let score = try score(.classical, sheet())
    let mean = pow(80.2, 0.6) * pow(100, 0.4)
    #expect(abs(score.fit.value - (mean - 1) / 0.99) < 1e-9)
    #expect(score.fit.isCertain)
    #expect(abs((score.rubrics[0].fit?.value ?? 0) - 80) < 1e-9)
    #expect(score.rubrics[1].fit?.value == 100)
  }

  @Test func `a risk is likelihood times impact, and mitigations remove their share`() throws {
    // harm: 1 − 0.8 × 0.5 = 0.6, × impact 1 = 0.6; review removes half: 0.3. leak: 0.3 × 1 = 0.3.
    // Norm 2: inherent √(0.36 + 0.09) = 0.67082, residual √(0.09 + 0.09) = 0.42426.
    let score = try score(.classical, sheet())
    #expect(abs(score.risk.inherent.value - 67.0820393249937) < 1e-9)
    #expect(abs(score.risk.residual.value - 42.4264068711929) < 1e-9)
    #expect(score.risks[0].mitigations == [MitigationCredit(id: "review", removed: 0.5)])
    // Euler: both risks bring half.
    #expect(abs(score.riskContributions[0].points - 21.2132034355964) < 1e-9)
  }

  @Test func `exposure scales a risk`() throws {
    // no-ai meets half of harm: √(0.15² + 0.3²) = 0.33541.
    #expect(abs(try score(.noAI, sheet()).risk.residual.value - 33.5410196624968) < 1e-9)
  }

  @Test func `an unknown answer spans its worst to its best`() throws {
    // quality poor … good: satisfied 0.5 … 1, so first spans (0.5 + 0.5 + 3) ÷ 5 to (0.5 + 1 + 3) ÷ 5.
    let score = try score(.classical, sheet(["q.quality": .unknown]))
    #expect(abs((score.rubrics[0].fit?.low ?? 0) - 80) < 1e-9)
    #expect(abs((score.rubrics[0].fit?.high ?? 0) - 90) < 1e-9)
    // harm: best 0.2, worst 0.6, central driver (0 + 0.5) ÷ 2: 1 − 0.8 × 0.75 = 0.4; review halves them.
    #expect(abs(score.risks[0].residual.low - 10) < 1e-9)
    #expect(abs(score.risks[0].residual.value - 20) < 1e-9)
    #expect(abs(score.risks[0].residual.high - 30) < 1e-9)
  }

  @Test func `a veto caps the fit and says so`() throws {
    let score = try score(.fromScratch, sheet(["q.open": .option("no")]))
    #expect(score.fit.value == 30)
    #expect(score.vetoes.map(\.id) == ["first.closed"])
    let veto = try #require(score.contributions.first { $0.origin == .veto })
    // Before the cap: second is 50 points, 1 + 0.99 × 50 = 50.5.
    let before = (pow(80.2, 0.6) * pow(50.5, 0.4) - 1) / 0.99
    #expect(abs(veto.points - (30 - before)) < 1e-9)
  }

  @Test func `an undecided veto lowers only the worst case`() throws {
    let score = try score(.fromScratch, sheet(["q.open": .unknown]))
    #expect(score.fit.low == 30)
    #expect(score.fit.value > 70)
    #expect(score.vetoes.map(\.certain) == [false])
  }

  @Test func `the answer to a hidden question never counts`() throws {
    // review shows only when stakes are high; with low stakes its answer must not lower the risk.
    let low = try score(.classical, sheet(["q.stakes": .option("low")]))
    // harm 0.6 × 0.1 = 0.06, unmitigated.
    #expect(abs(low.risks[0].residual.value - 6) < 1e-9)
  }

  @Test func `what does not apply drops out and a perfect score stays reachable`() throws {
    let best = sheet([
      "q.labels": .number(10000), "q.quality": .option("good"), "q.steady": .notApplicable,
    ])
    let score = try score(.classical, best)
    #expect(abs(score.fit.value - 100) < 1e-9)
    #expect(score.criteria.filter { $0.state == .notApplicable }.count == 3)
  }

  @Test func `a Shapley share splits the loss between the rubrics`() throws {
    // Two rubrics below 100: v(none) = 100, v(first), v(second), v(both); the Shapley value of the
    // first is the mean of v(first) − v(none) and v(both) − v(second).
    let score = try score(.classical, sheet(["q.open": .option("no")]))
    func mean(_ first: Double, _ second: Double) -> Double {
      (pow(1 + 0.99 * first, 0.6) * pow(1 + 0.99 * second, 0.4) - 1) / 0.99
    }
    let expected = ((mean(80, 100) - 100) + (mean(80, 50) - mean(100, 50))) / 2
    let first = score.contributions.filter { $0.rubric == "first" }.reduce(0) { $0 + $1.points }
    #expect(abs(first - expected) < 1e-9)
    // Its two criteria below full marks fall short equally.
    #expect(abs(score.contributions[0].points - expected / 2) < 1e-9)
  }

  @Test func `a measurement replaces the claim it tests`() throws {
    let rows = Observation(id: "rows", value: 10000, low: 10000, high: 10000, onUserData: true)
    let score = try score(.classical, sheet(), [rows])
    // labels 1 instead of 0.5.
    #expect(abs((score.rubrics[0].fit?.value ?? 0) - 90) < 1e-9)
    #expect(score.criteria[0].state == .measured)
  }

  @Test func `a measurement on sample data does not replace a claim about the user's data`() throws {
    let rows = Observation(id: "rows", value: 10000, low: 10000, high: 10000, onUserData: false)
    #expect(try score(.classical, sheet(), [rows]) == score(.classical, sheet()))
  }

  @Test func `a measured interval across a band keeps both options possible`() throws {
    let share = Observation(id: "missing-share", value: 0.05, low: 0.02, high: 0.15, onUserData: true)
    let score = try score(.classical, sheet(), [share])
    #expect(abs((score.rubrics[0].fit?.low ?? 0) - 80) < 1e-9)
    #expect(abs((score.rubrics[0].fit?.value ?? 0) - 90) < 1e-9)
  }

  @Test func `within the tolerance the cheaper approach goes first`() throws {
    // All models score alike here, so they stand in the order of their cost.
    let card = scorer.scorecard(for: sheet())
    let models = card.approaches.map(\.id).filter { $0 != .noAI }
    #expect(models == ApproachID.allCases.filter { $0 != .noAI })
    #expect(card.judged == .classical)
  }

  @Test func `the verdict is the first bound that holds`() throws {
    // classical: fit 87.5, residual 42.4 > 40, so redesign (fit ≥ 40, risk ≤ 60) … but no-ai ranks
    // first (fit 93.7 − 16.8 against 87.5 − 21.2), and redesign is its bound anyway.
    let card = scorer.scorecard(for: sheet())
    #expect(card.verdict == .redesign)
    #expect(card.verdictReasons.contains { $0.kind == .riskAbove && $0.bound == 40 })
  }

  @Test func `cannot-tell names the answers that settle it`() throws {
    // quality and stakes unknown: risk spans far across the boundary at 40.
    let card = scorer.scorecard(
      for: sheet(["q.stakes": .unknown, "q.review": .unknown, "q.quality": .unknown]))
    #expect(card.verdict == .cannotTell)
    #expect(card.settledBy.contains("q.stakes"))
  }

  @Test func `an answer's points are its share of the criterion's, and of the risk`() throws {
    // labels and quality fall short alike and each is read by one criterion, so each answer has half the loss.
    let score = try score(.classical, sheet())
    let answers = try #require(score.answerContributions)
    let points = Dictionary(uniqueKeysWithValues: answers.map { ($0.question?.name ?? "", $0.points) })
    let loss = (pow(80.2, 0.6) * pow(100, 0.4) - 1) / 0.99 - 100
    #expect(abs((points["q.labels"] ?? 0) - loss / 2) < 1e-9)
    #expect(abs((points["q.quality"] ?? 0) - loss / 2) < 1e-9)
    // harm: 20 before any answer; with poor quality 60; reviewed 10; both 30; full stakes change nothing.
    // Shapley: quality ((60 − 20) + (30 − 10)) ÷ 2 = 30, review ((10 − 20) + (30 − 60)) ÷ 2 = −20.
    let harm = try #require(score.risks[0].answerContributions)
    let risk = Dictionary(uniqueKeysWithValues: harm.map { ($0.question?.name ?? "", $0.points) })
    #expect(abs((risk[""] ?? 0) - 20) < 1e-9)
    #expect(abs((risk["q.quality"] ?? 0) - 30) < 1e-9)
    #expect(abs((risk["q.review"] ?? 0) + 20) < 1e-9)
    #expect(abs(risk["q.stakes"] ?? 1) < 1e-9)
  }
}
