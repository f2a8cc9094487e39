import Knowledge
import Questionnaires
import Scoring
import TestSupport
import Testing

/// The answers that settle a `cannot-tell`, and what an interview asks next.
struct SettlingTests {
  let knowledge: KnowledgeBase
  let scorer: Scorer

  init() throws {
    knowledge = try miniatureKnowledge()
    scorer = Scorer(knowledge: knowledge)
  }

  @Test func `no smaller set settles as surely`() {
    var generator = TestGenerator(seed: 31)
    var settled = 0
    for _ in 0..<600 {
      let sheet = randomSheet(knowledge, scenario: "games/other", unknown: 0.5, using: &generator)
      let card = scorer.scorecard(for: sheet)
      guard let settling = card.settling else {
        #expect(card.verdict != .cannotTell)
        continue
      }
      settled += 1
      #expect(settling.isFewest && card.settledBy == settling.questions)
      #expect(abs(share(settling.questions, sheet) - settling.share) < 1e-9)
      #expect(settling.share >= 0.8)
      let unknown = scorer.questionnaire(for: sheet.scenario).visibleQuestions(sheet).map(\.id)
        .filter { sheet.answers[$0]?.value == .unknown }
      for bits in 1..<(1 << unknown.count) where bits.nonzeroBitCount < settling.questions.count {
        let set = unknown.indices.filter { bits & (1 << $0) != 0 }.map { unknown[$0] }
        #expect(share(set, sheet) < 0.8)
      }
    }
    #expect(settled > 30)
  }

  /// The share of the answers' combinations that leaves a verdict other than cannot-tell.
  private func share(_ questions: [QuestionID], _ sheet: AnswerSheet) -> Double {
    var sheets = [sheet]
    for id in questions {
      guard let question = knowledge.question(id) else { continue }
      let values: [AnswerValue] =
        question.kind == .choice
        ? question.options.map { .option($0.id) }
        : [100, 316.227766016838, 1000, 3162.27766016838, 10_000].map { .number($0) }
      sheets = sheets.flatMap { sheet in
        values.map { value in
          var answered = sheet
          answered.answers[id] = Answer(value)
          return answered
        }
      }
    }
    let settled = sheets.count { scorer.summary(for: $0).verdict != .cannotTell }
    return Double(settled) / Double(sheets.count)
  }

  @Test func `a settled interview stays settled however the rest is answered`() throws {
    let knowledge = try realKnowledge()
    let scorer = Scorer(knowledge: knowledge)
    var generator = TestGenerator(seed: 32)
    var settled = 0
    for _ in 0..<300 {
      let sheet = randomSheet(knowledge, unknown: 0.3, using: &generator)
      let open = sheet.answers.filter { $0.value.value == .unknown }.keys.sorted()
      let guidance = scorer.guidance(for: sheet, open: open)
      #expect(open.isEmpty || guidance.question.map { open.contains($0) } == true)
      guard let verdict = guidance.settled else { continue }
      settled += 1
      for _ in 0..<20 {
        var filled = sheet
        for id in open {
          guard let question = knowledge.question(id) else { continue }
          filled.answers[id] = Answer(
            randomAnswer(to: question, base: knowledge.baseCurrency, using: &generator))
        }
        #expect(scorer.summary(for: filled).verdict == verdict)
      }
    }
    #expect(settled > 10)
  }

  @Test func `the question asked first is the one that decides`() {
    // Everything known but stakes, which alone moves the risk across the boundary.
    let sheet = AnswerSheet(
      scenario: "games/other",
      answers: [
        "q.labels": Answer(.unknown), "q.quality": Answer(.option("good")),
        "q.steady": Answer(.option("yes")), "q.open": Answer(.option("yes")), "q.stakes": Answer(.unknown),
      ])
    let guidance = scorer.guidance(for: sheet, open: ["q.labels", "q.stakes"])
    #expect(guidance.question == "q.stakes")
    #expect(guidance.settled == nil)
  }
}
