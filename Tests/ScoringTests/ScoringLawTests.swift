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

  @Test func `contributions add up to every approach's fit and risk, by criterion and by answer`() {
    var generator = TestGenerator(seed: 1)
    var largest = 0.0
    for _ in 0..<10_000 {
      let sheet = randomSheet(knowledge, unknown: 0.05, using: &generator)
      for score in scorer.scorecard(for: sheet).approaches {
        let fit = score.contributions.reduce(100) { $0 + $1.points }
        let byAnswer = (score.answerContributions ?? []).reduce(100) { $0 + $1.points }
        let risk = score.riskContributions.reduce(0) { $0 + $1.points }
        largest = max(largest, abs(fit - score.fit.value), abs(byAnswer - score.fit.value))
        largest = max(largest, abs(risk - score.risk.residual.value))
        for one in score.risks {
          let sum = (one.answerContributions ?? []).reduce(0) { $0 + $1.points }
          largest = max(largest, abs(sum - one.residual.value))
        }
      }
    }
    #expect(largest < 1e-9)
  }

  @Test func `ranges hold every way the unknown answers can turn out`() {
    var generator = TestGenerator(seed: 2)
    for _ in 0..<10_000 {
      let open = randomSheet(knowledge, unknown: 0.3, using: &generator)
      let card = scorer.summary(for: open)
      let outcome = scorer.summary(for: filled(open, &generator))
      for score in outcome.approaches {
        guard let range = card.approaches.first(where: { $0.id == score.id }) else { continue }
        let fits = score.fit.value >= range.fit.low - 1e-9 && score.fit.value <= range.fit.high + 1e-9
        let (risk, span) = (score.risk.residual.value, range.risk.residual)
        #expect(fits && risk >= span.low - 1e-9 && risk <= span.high + 1e-9, "\(score.id)")
      }
    }
  }

  @Test func `a veto more never makes the verdict better`() throws {
    var generator = TestGenerator(seed: 6)
    let all = ApproachID.allCases.filter { $0 != .noAI }
    var changed = 0
    for round in 0..<20 {
      // Any rubric's veto, moved to another condition and put on every model.
      var stricter = knowledge
      let source = try #require(knowledge.rubrics.flatMap(\.vetoes).randomElement(using: &generator))
      var veto = source
      let question = try #require(
        knowledge.questions.filter { $0.kind == .choice }.randomElement(using: &generator))
      let option = try #require(question.options.randomElement(using: &generator))
      veto.when = .isAnyOf(question.id, [option.id])
      veto.approaches = all
      veto.capFit = Double.random(in: 0...100, using: &generator)
      veto.verdict = round % 2 == 0 ? nil : [.pilotFirst, .redesign, .noGo].randomElement(using: &generator)
      stricter.rubrics[0].vetoes.append(veto)
      let strict = Scorer(knowledge: stricter)
      for _ in 0..<500 {
        let sheet = randomSheet(knowledge, using: &generator)
        let before = try #require(VerdictLevel(rawValue: scorer.summary(for: sheet).verdict.rawValue))
        let after = try #require(VerdictLevel(rawValue: strict.summary(for: sheet).verdict.rawValue))
        #expect(after.rank >= before.rank)
        if after != before { changed += 1 }
      }
    }
    #expect(changed > 100)
  }

  @Test func `no criterion moves the wrong way`() throws {
    var generator = TestGenerator(seed: 7)
    let criteria = knowledge.rubrics.flatMap(\.criteria)
    var compared = 0
    for _ in 0..<5_000 {
      let criterion = try #require(criteria.randomElement(using: &generator))
      guard case .levels(let question, let levels) = criterion.supply,
        knowledge.question(question)?.kind == .choice
      else { continue }
      let steps = levels.sorted { $0.value < $1.value }
      let place = Int.random(in: 1..<steps.count, using: &generator)
      var sheet = randomSheet(knowledge, using: &generator)
      let fits = [steps[place - 1].key, steps[place].key].map { option -> [ApproachID: Double] in
        sheet.answers[question] = Answer(.option(option))
        let card = scorer.scorecard(for: sheet)
        return Dictionary(
          uniqueKeysWithValues: card.approaches.compactMap { score in
            score.criteria.first { $0.id == criterion.id }?.fit.map { (score.id, $0.value) }
          })
      }
      for (approach, fit) in fits[0] {
        #expect((fits[1][approach] ?? 100) >= fit - 1e-9, "\(criterion.id) for \(approach)")
        compared += 1
      }
    }
    #expect(compared > 5_000)
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

  @Test func `the summary agrees with the scorecard`() {
    var generator = TestGenerator(seed: 4)
    for _ in 0..<300 {
      let sheet = randomSheet(knowledge, unknown: 0.2, using: &generator)
      let full = scorer.scorecard(for: sheet)
      let short = scorer.summary(for: sheet)
      let resolved = ResolvedSheet(
        scenario: sheet.scenario, answers: scorer.questionnaire(for: sheet.scenario).resolve(sheet))
      #expect(scorer.summary(for: resolved) == short)
      #expect(full.verdict == short.verdict)
      #expect(full.approaches.map(\.id) == short.approaches.map(\.id))
      for (score, summary) in zip(full.approaches, short.approaches) {
        #expect(abs(score.fit.low - summary.fit.low) < 1e-9 && abs(score.fit.high - summary.fit.high) < 1e-9)
        #expect(abs(score.fit.value - summary.fit.value) < 1e-9)
        #expect(abs(score.risk.residual.value - summary.risk.residual.value) < 1e-9)
        #expect(abs(score.risk.inherent.high - summary.risk.inherent.high) < 1e-9)
      }
    }
  }

  @Test func `verdicts rank from the best to the worst`() {
    #expect(VerdictLevel.allCases.map(\.rank) == Array(VerdictLevel.allCases.indices))
  }

  @Test func `the same sheet gives the same scorecard`() {
    var generator = TestGenerator(seed: 5)
    let sheet = randomSheet(knowledge, unknown: 0.3, using: &generator)
    #expect(scorer.scorecard(for: sheet) == Scorer(knowledge: knowledge).scorecard(for: sheet))
  }

  /// The sheet with every unknown answer given at random.
  private func filled(_ open: AnswerSheet, _ generator: inout TestGenerator) -> AnswerSheet {
    var filled = open
    for (id, answer) in open.answers.sorted(by: { $0.key < $1.key }) where answer.value == .unknown {
      guard let question = knowledge.question(id) else { continue }
      filled.answers[id] = Answer(
        randomAnswer(to: question, base: knowledge.baseCurrency, using: &generator))
    }
    return filled
  }
}
