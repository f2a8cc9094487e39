import Knowledge
import Questionnaires
import Scoring
import TestSupport
import Testing

/// Laws the scoring keeps on the project's own rubrics, for random sheets.
struct ScoringLawTests {
  let knowledge: KnowledgeBase
  let scorer: Scorer

  init() throws {
    knowledge = try realKnowledge()
    scorer = Scorer(knowledge: knowledge)
  }

  @Test func `contributions add up to every approach's fit and risk`() {
    var generator = TestGenerator(seed: 1)
    for _ in 0..<60 {
      let sheet = randomSheet(knowledge, unknown: 0.2, using: &generator)
      for score in scorer.scorecard(for: sheet).approaches {
        let fit = score.contributions.reduce(100) { $0 + $1.points }
        let risk = score.riskContributions.reduce(0) { $0 + $1.points }
        #expect(abs(fit - score.fit.value) < 1e-9)
        #expect(abs(risk - score.risk.residual.value) < 1e-9)
      }
    }
  }

  @Test func `ranges hold every way the unknown answers can turn out`() {
    var generator = TestGenerator(seed: 2)
    for _ in 0..<40 {
      let open = randomSheet(knowledge, unknown: 0.3, using: &generator)
      let card = scorer.scorecard(for: open, detail: .scores)
      for _ in 0..<5 {
        var filled = open
        for (id, answer) in open.answers where answer.value == .unknown {
          guard let question = knowledge.question(id) else { continue }
          filled.answers[id] = Answer(
            randomAnswer(to: question, base: knowledge.baseCurrency, using: &generator))
        }
        let outcome = scorer.scorecard(for: filled, detail: .scores)
        for score in outcome.approaches {
          guard let range = card.approaches.first(where: { $0.id == score.id }) else { continue }
          #expect(score.fit.value >= range.fit.low - 1e-9, "\(score.id) fit")
          #expect(score.fit.value <= range.fit.high + 1e-9, "\(score.id) fit")
          #expect(score.risk.residual.value >= range.risk.residual.low - 1e-9, "\(score.id) risk")
          #expect(score.risk.residual.value <= range.risk.residual.high + 1e-9, "\(score.id) risk")
        }
      }
    }
  }

  @Test func `low, central and high stand in order`() {
    var generator = TestGenerator(seed: 3)
    for _ in 0..<60 {
      let sheet = randomSheet(knowledge, unknown: 0.4, using: &generator)
      for score in scorer.scorecard(for: sheet).approaches {
        for range in [score.fit, score.risk.inherent, score.risk.residual]
          + score.criteria.compactMap(\.fit) + score.risks.map(\.residual)
        {
          #expect(range.low <= range.value + 1e-9 && range.value <= range.high + 1e-9)
          #expect(range.low >= -1e-9 && range.high <= 100 + 1e-9)
        }
        #expect(score.risk.residual.value <= score.risk.inherent.value + 1e-9)
      }
    }
  }

  @Test func `the short form agrees with the full one`() {
    var generator = TestGenerator(seed: 4)
    for _ in 0..<30 {
      let sheet = randomSheet(knowledge, unknown: 0.2, using: &generator)
      let full = scorer.scorecard(for: sheet)
      let short = scorer.scorecard(for: sheet, detail: .scores)
      #expect(full.verdict == short.verdict)
      #expect(full.fit == short.fit)
      #expect(full.risk == short.risk)
      #expect(full.approaches.map(\.id) == short.approaches.map(\.id))
    }
  }

  @Test func `the same sheet gives the same scorecard`() {
    var generator = TestGenerator(seed: 5)
    let sheet = randomSheet(knowledge, unknown: 0.3, using: &generator)
    #expect(scorer.scorecard(for: sheet) == Scorer(knowledge: knowledge).scorecard(for: sheet))
  }
}
