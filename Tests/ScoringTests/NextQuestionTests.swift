import Foundation
import Knowledge
import Questionnaires
import Scoring
import TestSupport
import Testing

/// What answers still to come could make of the verdict, and which to ask for next.
struct NextQuestionTests {
  let knowledge: KnowledgeBase
  let scorer: Scorer

  init() throws {
    knowledge = try realKnowledge()
    scorer = Scorer(knowledge: knowledge)
  }

  private func open(_ sheet: AnswerSheet) -> [Question] {
    scorer.questionnaire(for: sheet.scenario).visibleQuestions(sheet).filter {
      sheet.answers[$0.id] == nil || sheet.answers[$0.id]?.value == .unknown
    }
  }

  @Test func `no completion of a sheet gets a verdict the outlook rules out`() {
    var generator = TestGenerator(seed: 21)
    var ruledOut = 0
    for round in 0..<60 {
      let sheet = randomSheet(knowledge, unknown: round % 2 == 0 ? 0.05 : 0.25, using: &generator)
      let outlook = scorer.outlook(for: sheet)
      ruledOut += 4 - outlook.possible.count
      for _ in 0..<5 {
        var filled = sheet
        for (id, answer) in sheet.answers where answer.value == .unknown {
          guard let question = knowledge.question(id) else { continue }
          filled.answers[id] = Answer(
            randomAnswer(to: question, base: knowledge.baseCurrency, using: &generator))
        }
        let verdict = scorer.scorecard(for: filled, detail: .scores).verdict
        #expect(outlook.possible.contains { $0.verdict == verdict }, "\(verdict) of \(outlook.possible)")
      }
    }
    #expect(ruledOut > 30)
  }

  @Test func `a sheet without open answers is settled and asks nothing`() {
    var generator = TestGenerator(seed: 22)
    for _ in 0..<20 {
      let sheet = randomSheet(knowledge, using: &generator)
      let outlook = scorer.outlook(for: sheet)
      #expect(outlook.possible.map(\.verdict) == [scorer.scorecard(for: sheet, detail: .scores).verdict])
      #expect(scorer.nextQuestion(for: sheet, among: knowledge.questions) == nil)
    }
  }

  @Test func `a certain no-go is settled whatever is left open`() {
    let base: [QuestionID: AnswerValue] = [
      "privacy.personal-data": .option("identified"), "privacy.legal-basis": .option("absent"),
    ]
    let sheet = AnswerSheet(scenario: "medical/other", answers: base.mapValues { Answer($0) })
    let outlook = scorer.outlook(for: sheet)
    #expect(outlook.possible == [.noGo])
    #expect(scorer.nextQuestion(for: sheet, among: open(sheet)) == nil)
  }

  @Test func `the question that decides alone is asked first`() throws {
    let path = "Examples/medical-disease-classification.yaml"
    let text = try String(contentsOf: repositoryRoot.appendingPathComponent(path), encoding: .utf8)
    var sheet = try readAnswerSheet(text, file: path, knowledge: knowledge)
    // Both are open, but only the legal basis can still turn a go into a no-go.
    sheet.answers["privacy.legal-basis"] = Answer(.unknown)
    sheet.answers["value.minutes-saved-per-decision"] = Answer(.unknown)
    #expect(!scorer.outlook(for: sheet).isSettled)
    #expect(scorer.nextQuestion(for: sheet, among: open(sheet))?.id == "privacy.legal-basis")
  }

  @Test func `asking by effect settles the verdict of the whole sheet with fewer answers`() {
    var generator = TestGenerator(seed: 23)
    var (asked, all, settled) = (0, 0, 0)
    for _ in 0..<3 {
      let whole = randomSheet(knowledge, using: &generator)
      var sheet = AnswerSheet(scenario: whole.scenario, answers: [:])
      while let next = scorer.nextQuestion(for: sheet, among: open(sheet)) {
        sheet.answers[next.id] = whole.answers[next.id]
        asked += 1
      }
      all += whole.answers.count
      let outlook = scorer.outlook(for: sheet)
      let verdict = scorer.scorecard(for: whole, detail: .scores).verdict
      if outlook.isSettled {
        settled += 1
        #expect(outlook.possible.map(\.verdict) == [verdict])
      }
    }
    #expect(settled > 0)
    #expect(asked < all)
  }
}
