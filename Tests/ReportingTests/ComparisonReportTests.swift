import Assessments
import Knowledge
import Questionnaires
import Reporting
import Scoring
import Testing

/// Comparisons of the fixture's case with others that differ in known ways.
@Suite struct ComparisonReportTests {
  private var fixture: Fixture
  private let scorer: Scorer

  init() throws {
    fixture = try Fixture.withoutPilot()
    // The fixture's approaches ask for nothing; here they do, so that answers make a difference.
    for index in fixture.knowledge.approaches.indices {
      let isModel = fixture.knowledge.approaches[index].id != .noAI
      fixture.knowledge.approaches[index].demands = [
        "data.clean": .level(isModel ? 0.8 : 0.1), "safety.validated": .level(isModel ? 1 : 3),
        "privacy.lawful": .level(1),
      ]
      fixture.knowledge.approaches[index].exposure = [
        "data.proxy-label": 1, "safety.harm-by-error": isModel ? 1 : 0.5, "privacy.disclosure": 1,
      ]
    }
    scorer = Scorer(knowledge: fixture.knowledge)
  }

  private func variant(
    _ id: String, title: String? = nil, _ answers: [QuestionID: AnswerValue] = [:]
  ) -> Assessment {
    var assessment = fixture.assessment
    assessment.id = id
    assessment.sheet.title = title
    for (question, value) in answers { assessment.sheet.answers[question] = Answer(value) }
    assessment.before = scorer.scorecard(for: assessment.sheet)
    assessment.versions.catalog = fixture.knowledge.catalogVersion
    assessment.versions.rubrics = fixture.knowledge.rubricsVersion
    return assessment
  }

  private var versions: Comparison {
    let earlier = variant("aa11")
    let later = variant(
      "bb22",
      [
        "data.quality": .option("poor"), "safety.validation": .option("external"),
        "safety.stakes": .option("low"),
      ])
    return compare([("aa11", earlier), ("revised.yaml", later)], scorer: scorer, seed: 42)
  }

  private var portfolio: Comparison {
    let titles = ["North", "South", "East <b>|</b>", "West", "Centre"]
    let validations: [AnswerValue] = [
      .option("internal"), .option("external"), .option("none"), .unknown, .option("internal"),
    ]
    let cases = titles.enumerated().map { index, title in
      let reference = "case-\(index)"
      let labels = AnswerValue.number([40, 400, 4_000, 40_000, 400_000][index])
      let quality = AnswerValue.option(index % 2 == 0 ? "good" : "poor")
      let answers: [QuestionID: AnswerValue] = [
        "data.labelled-examples": labels, "data.quality": quality, "safety.validation": validations[index],
      ]
      return (reference, variant(reference, title: title, answers))
    }
    // The last was recorded when other rules held.
    var recorded = cases
    recorded[4].1.versions.rubrics = "earlier"
    recorded[4].1.before.fit = ScoreRange(5)
    return compare(recorded, scorer: scorer, seed: 42)
  }

  @Test(arguments: Language.allCases)
  func `two versions read as recorded`(_ language: Language) throws {
    for format in [ComparisonFormat.markdown, .json] where format.name == "md" || language == .english {
      let text = try format.text(versions, fixture.knowledge, ReportOptions(language: language))
      let name = format.name == "json" ? "comparison.json" : "comparison.\(language.rawValue).\(format.name)"
      try expectGolden(text, name)
    }
    let screen = comparisonScreen(
      versions, fixture.knowledge, language: language, width: 100, color: false)
    try expectGolden(screen, "comparison.\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func `a portfolio of five reads as recorded`(_ language: Language) throws {
    let text = try ComparisonFormat.markdown.text(
      portfolio, fixture.knowledge, ReportOptions(language: language))
    try expectGolden(text, "portfolio.\(language.rawValue).md")
  }

  @Test func `names of people's own are shown as they are and never as markup`() throws {
    let html = try ComparisonFormat.html.text(
      portfolio, fixture.knowledge, ReportOptions(language: .english))
    #expect(!html.contains("<b>"))
    #expect(html.contains("East &lt;b&gt;|&lt;/b&gt;"))
  }

  @Test(arguments: [60, 80, 120])
  func `no line of the screen is wider than the terminal`(_ width: Int) {
    for (language, comparison) in Language.allCases.flatMap({ [($0, versions), ($0, portfolio)] }) {
      let screen = comparisonScreen(
        comparison, fixture.knowledge, language: language, width: width, color: false)
      for line in screen.split(separator: "\n") { #expect(displayWidth(String(line)) <= width) }
    }
  }
}
