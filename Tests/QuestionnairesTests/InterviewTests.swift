import Knowledge
import Questionnaires
import Testing

@Suite struct InterviewTests {
  @Test func aWalkFromTheFirstQuestionToTheLast() throws {
    var interview = Interview(
      scenario: try MiniCatalog.scenario("nlp/letters"), knowledge: MiniCatalog.knowledge)
    var asked: [String] = []
    let answers: [String: AnswerValue] = [
      "task.target": .number(0.9), "task.checked": .notApplicable, "data.examples": .number(500),
      "data.minutes": .unknown, "data.places": .options(["eu"]), "data.delay": .option("short"),
      "letters.language": .option("one"),
    ]
    while let question = interview.question {
      asked.append(question.id.name)
      if let value = answers[question.id.name] {
        interview.give(value)
      } else {
        let hadPreset = interview.takeSuggestion()
        #expect(hadPreset, "\(question.id) has a preset")
      }
    }
    #expect(
      asked == [
        "task.output", "task.target", "task.checked", "data.examples", "data.budget", "data.minutes",
        "data.places", "data.delay", "letters.language",
      ])
    #expect(interview.sheet.answers["task.output"] == Answer(.option("label"), source: "preset"))
    #expect(interview.sheet.answers["data.budget"]?.value == .money(5000, currency: "EUR"))
    #expect(interview.unknown.map(\.id) == ["data.minutes"])
    #expect(interview.open.isEmpty)
    #expect(interview.place == nil)
  }

  @Test func aGuidePicksAmongTheOpenQuestionsAndBackFollowsWhatWasAsked() throws {
    var interview = Interview(
      scenario: try MiniCatalog.scenario("nlp/letters"), knowledge: MiniCatalog.knowledge,
      guide: { _, open in open.last })
    var asked: [String] = []
    while let question = interview.question {
      // However the list is walked, the places count up.
      #expect(interview.place?.number == asked.count + 1)
      asked.append(question.id.name)
      interview.give(.unknown)
    }
    // From the last to the first; what has a preset comes after, in order.
    let presets = interview.scenario.presets.map(\.question.name)
    let open = interview.visible.map(\.id.name).filter { !presets.contains($0) }
    #expect(asked.filter { !presets.contains($0) } == open.reversed())
    #expect(asked.suffix(presets.count).allSatisfy { presets.contains($0) })
    let wentBack = interview.back()
    #expect(wentBack)
    #expect(interview.question?.id.name == asked.last)
    let wentBackAgain = interview.back()
    #expect(wentBackAgain)
    #expect(interview.question?.id.name == asked[asked.count - 2])
  }

  @Test func aGuidedInterviewLeavesASkippedSectionOpen() throws {
    var interview = Interview(
      scenario: try MiniCatalog.scenario("nlp/letters"), knowledge: MiniCatalog.knowledge,
      guide: { _, open in open.first })
    let section = try #require(interview.question?.section)
    interview.skipSection()
    #expect(interview.question.map { $0.section != section } ?? true)
  }

  @Test func anInterruptedInterviewGoesOnAtTheFirstOpenQuestion() throws {
    let scenario = try MiniCatalog.scenario("nlp/letters")
    var first = Interview(scenario: scenario, knowledge: MiniCatalog.knowledge)
    first.give(.option("number"))
    first.give(.number(0.7))
    let second = Interview(scenario: scenario, knowledge: MiniCatalog.knowledge, sheet: first.sheet)
    #expect(second.question?.id == "task.checked")
    #expect(second.place.map { "\($0.number) of \($0.of)" } == "3 of 9")
  }

  @Test func backAndAgainKeepsTheNoteOfAnUnchangedAnswer() throws {
    let given = AnswerSheet(
      scenario: "nlp/letters", answers: ["task.output": Answer(.option("label"), note: "kept")])
    var interview = Interview(
      scenario: try MiniCatalog.scenario("nlp/letters"), knowledge: MiniCatalog.knowledge, sheet: given)
    #expect(interview.question?.id == "task.target")
    var wentBack = interview.back()
    #expect(wentBack)
    #expect(interview.suggestion == .given(Answer(.option("label"), note: "kept")))
    let tookSuggestion = interview.takeSuggestion()
    #expect(tookSuggestion)
    #expect(interview.sheet.answers["task.output"]?.note == "kept")
    wentBack = interview.back()
    #expect(wentBack)
    wentBack = interview.back()
    #expect(!wentBack)
    interview.give(.option("number"))
    #expect(interview.sheet.answers["task.output"] == Answer(.option("number")))
  }

  @Test func aQuestionThatNoLongerAppliesIsNotAsked() throws {
    var interview = Interview(
      scenario: try MiniCatalog.scenario("vision/pictures"), knowledge: MiniCatalog.knowledge)
    #expect(interview.visible.contains { $0.id == "data.delay" })
    interview.give(.option("free-text"))
    #expect(!interview.visible.contains { $0.id == "data.delay" })
  }

  @Test func sectionsCanBeSkippedAndTheirQuestionsStayOpen() throws {
    var interview = Interview(
      scenario: try MiniCatalog.scenario("nlp/letters"), knowledge: MiniCatalog.knowledge)
    interview.skipSection()
    #expect(interview.question?.id == "data.examples")
    #expect(interview.progress.map(\.isCurrent) == [false, true, false])
    #expect(interview.progress.map(\.asked) == [3, 5, 1])
    interview.give(.number(1))
    interview.skipSection()
    interview.skipSection()
    #expect(interview.question == nil)
    #expect(interview.progress.map(\.answered) == [0, 1, 0])
    #expect(
      interview.open.map(\.id.name) == [
        "task.target", "task.checked", "data.minutes", "data.places", "data.delay", "letters.language",
      ])
    #expect(interview.preset.map(\.id.name) == ["task.output", "data.budget"])
    #expect(interview.section(named: "2") == "data")
    #expect(interview.section(named: "数据") == "data")
    #expect(interview.section(named: "Ta") == "task")
    #expect(interview.section(named: "9") == nil)
    let returned = interview.skip(to: "task")
    #expect(returned)
    #expect(interview.question?.id == "task.output")
  }
}
