import Knowledge
import Questionnaires
import TestSupport
import Testing

/// Sheets of a questionnaire scored by points, and what they show.
struct PointsSheetTests {
  private func sheet(_ text: String, rule: String = smallRule) throws -> PointsSheet {
    try PointsSheetReader(knowledge: smallPoints(rule: rule)).read(parseSource(text, file: "sheet.yaml"))
  }

  private func shown(_ text: String) throws -> [String] {
    let knowledge = try smallPoints()
    let visibility = PointsQuestionnaire(knowledge: knowledge).visibility(try sheet(text))
    return zip(knowledge.questions, visibility.shown).filter(\.1).map(\.0.name)
  }

  @Test func `both forms of a sheet, by id and by name, say the same`() throws {
    let bare = try sheet("{id: a, hazardPeople: many-5, hazardKinds: [Other, health-3], teamName: Blue}")
    let own = try sheet(
      """
      id: a
      answers:
        hazard-people: {value: many-5, note: Counted twice.}
        hazard-kinds: [health-3, other]
        team-name: 7
      """)
    #expect(bare == own)
    #expect(bare.id == "a")
    #expect(bare.answers["hazard-kinds"] == .options(["health-3", "other"]))
    #expect(bare.answers["team-name"] == .text)
  }

  @Test func `an empty value is no answer, and unknown is unknown`() throws {
    let sheet = try sheet("{hazardPeople: '', hazardKinds: [], hazardScale: unknown}")
    #expect(sheet.answers == ["hazard-scale": .unknown])
  }

  static let faults: [(String, [String])] = [
    ("{hazardPeopel: many-5}", ["1:2: no question named 'hazardPeopel'. Did you mean 'hazardPeople'?"]),
    ("{hazardPeople: many-6}", ["1:16: no option named 'many-6'. Did you mean 'many-5'?"]),
    ("{hazardPeople: [many-5]}", ["1:16: expected a single value, found a list"]),
    ("{hazardKinds: [Other, Other]}", ["1:23: the option 'Other' is chosen twice; name it once"]),
    (
      "{hazardPeople: many-5, hazard-people: none-0}",
      ["1:24: the key 'hazard-people' stands twice; keep one"]
    ),
    ("{answers: {}, rubric: x}", ["1:15: unknown key 'rubric'; known: id, title, answers."]),
    ("[]", ["1:1: expected a mapping, found a list"]),
  ]

  @Test(arguments: faults) func `a fault names its place and the nearest name`(
    _ text: String, _ expected: [String]
  ) throws {
    let error = #expect(throws: Findings.self) { try sheet(text) }
    #expect(error?.list.map(\.description) == expected.map { "sheet.yaml:\($0)" })
  }

  @Test func `where the rubric drops unknown options the rest of the answer stays`() throws {
    let rule = smallRule.split(separator: "refuse").joined(separator: "drop")
    let sheet = try sheet("{hazardPeople: many-9, hazardKinds: [money-2, gold-8]}", rule: rule)
    #expect(sheet.answers == ["hazard-kinds": .options(["money-2"])])
    #expect(
      sheet.dropped.map { "\($0.question) \($0.value)" } == ["hazard-people many-9", "hazard-kinds gold-8"])
  }

  @Test func `nothing answered shows what needs nothing`() throws {
    #expect(
      try shown("{}") == ["stage", "teamName", "hazardPeople", "hazardKinds", "hazardScale"])
  }

  @Test func `answers open their follow-ups and pages`() throws {
    #expect(
      try shown("{stage: live, hazardPeople: some-2, hazardKinds: [money-2, Other]}") == [
        "stage", "teamName", "hazardPeople", "hazardKinds", "hazardOther", "hazardRepeat", "hazardScale",
        "liveTest", "liveLogs",
      ])
  }

  @Test func `an open question leaves its follow-ups undecided`() throws {
    let knowledge = try smallPoints()
    let visibility = PointsQuestionnaire(knowledge: knowledge).visibility(try sheet("{stage: plan}"))
    let possible = Dictionary(uniqueKeysWithValues: zip(knowledge.questions.map(\.name), visibility.possible))
    #expect(possible["hazardRepeat"] == .undecided)
    #expect(possible["planTest"] == .yes)
    #expect(possible["liveTest"] == .no)
  }
}
