import Knowledge
import Questionnaires
import Recommendations
import Reporting
import Scoring
import TestSupport
import Testing

@Suite struct ValueSectionTests {
  /// The fixture with value and costs worked out from real prices and these answers.
  private func fixture(_ answers: [QuestionID: AnswerValue] = [:]) throws -> Fixture {
    var fixture = try Fixture.withoutPilot()
    let knowledge = try realKnowledge()
    var all: [QuestionID: AnswerValue] = [
      "value.decisions-per-month": .number(1_500), "value.minutes-saved-per-decision": .number(0.5),
      "value.gain-per-correct": .money(0, currency: "EUR"),
      "value.cost-per-error": .money(0.4, currency: "EUR"),
      "task.baseline": .option("rules-or-people"), "task.baseline-score": .number(0.74),
      "task.target-score": .number(0.85), "data.labelled-examples": .number(2_000),
      "data.label-source": .option("user-feedback"), "data.drift": .option("low"),
      "compute.available": .option("laptop"), "compute.latency": .option("batch"),
      "compute.skills": .option("some"), "safety.human-review": .option("some-cases"),
    ]
    for (question, answer) in answers { all[question] = answer }
    let sheet = AnswerSheet(scenario: "nlp/sentiment-analysis", answers: all.mapValues { Answer($0) })
    // A sheet with every question answered is quick to score; value and costs come from the sheet above.
    var generator = TestGenerator(seed: 7)
    let answered = randomSheet(knowledge, scenario: sheet.scenario, using: &generator)
    var card = Scorer(knowledge: knowledge).scorecard(for: answered)
    for place in card.approaches.indices {
      let passes = [.classical, .fineTuned].contains(card.approaches[place].id)
      card.approaches[place].fit = ScoreRange(passes ? 90 : 10)
      card.approaches[place].risk.residual = ScoreRange(5)
      card.approaches[place].vetoes = []
    }
    fixture.assessment.recommendation.worth = worth(
      scorecard: card, sheet: sheet, knowledge: knowledge)
    return fixture
  }

  private func markdown(_ fixture: Fixture, _ language: Language = .english) -> String {
    markdownText(report(for: fixture.assessment, knowledge: fixture.knowledge, language: language))
  }

  @Test func `a record without prices says so`() throws {
    let fixture = try Fixture()
    #expect(fixture.assessment.recommendation.worth == nil)
    #expect(markdown(fixture).contains("Value and cost: not provided"))
    #expect(markdown(fixture, .chinese).contains("价值与成本：未提供"))
  }

  @Test func `amounts stand in the base currency and in the one answered in`() throws {
    // 1,500 × 0.5 ÷ 60 × 38 + 1,500 × 0.11 × 0.4 × 1.15 = 475 + 75.9; ÷ 1.15 = 479.04.
    let text = markdown(try fixture())
    #expect(text.contains("**Value a month: 551 USD (479 EUR)**"))
    #expect(text.contains("You answered in EUR; 1 EUR counts as 1.15 USD."))
  }

  @Test(arguments: Language.allCases)
  func `the cheapest that suffices is named, and a dearer one says what it must bring`(
    _ language: Language
  ) throws {
    let fixture = try fixture()
    let worth = try #require(fixture.assessment.recommendation.worth)
    #expect(worth.cheapestSufficient == .classical)
    let text = markdown(fixture, language)
    let name = try #require(fixture.knowledge.approach(.classical)?.title[language])
    switch language {
    case .english:
      #expect(text.contains("“\(name)” is the cheapest approach that is good enough by what is known"))
      #expect(text.contains("more than “\(name)” in the first year. To pay for that it would have to score"))
      #expect(text.contains("**It does not pay within a year**"))
    case .chinese:
      #expect(text.contains("“\(name)”是够用的做法中最便宜的"))
      #expect(text.contains("比“\(name)”多花"))
      #expect(text.contains("**一年内无法回本**"))
    }
  }

  @Test func `an open answer is named as left out, and no chart is drawn without a value`() throws {
    let whole = try fixture()
    let open = try fixture(["value.cost-per-error": .unknown])
    let html = { (fixture: Fixture) in
      try ReportFormat.html.text(fixture.assessment, fixture.knowledge, ReportOptions(language: .english))
    }
    #expect(try html(whole).contains("chart-volume"))
    #expect(try !html(open).contains("chart-volume"))
    let text = markdown(open)
    #expect(text.contains("left out, not counted as nothing: [value.cost-per-error]"))
    #expect(text.contains("only in part: an answer is missing"))
  }

  @Test func `JSON tells never from not known`() throws {
    let never = try fixture([
      "value.minutes-saved-per-decision": .number(0), "value.cost-per-error": .money(0, currency: "EUR"),
    ])
    let unknown = try fixture(["value.cost-per-error": .unknown])
    let neverText = assessmentJSON(never.assessment)
    #expect(neverText.contains("\"break-even\": {\n          \"high\": null,\n          \"low\": null,"))
    #expect(!assessmentJSON(unknown.assessment).contains("\"break-even\": {"))
    #expect(assessmentJSON(unknown.assessment).contains("\"value.cost-per-error\""))
  }

  @Test(arguments: Language.allCases, [60, 100])
  func `the summary has two lines of it and still fits one screen`(_ language: Language, _ width: Int) throws
  {
    let fixture = try fixture()
    let text = terminalSummary(
      fixture.assessment, fixture.knowledge, language: language, width: width, color: false)
    #expect(text.contains(language == .english ? "Value a month 479 EUR" : "每月价值 479 EUR"))
    #expect(text.contains(language == .english ? "Cheapest that suffices: " : "够用且最便宜："))
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 41)
  }
}
