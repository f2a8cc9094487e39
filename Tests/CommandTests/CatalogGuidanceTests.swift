import Foundation
import Testing

@Suite struct CatalogGuidanceTests {
  @Test(arguments: ["regulations", "mitigations", "cases", "conflicts"])
  func everyListedEntryCanBeShown(_ kind: String) throws {
    let program = try Program()
    let list = try program.run("catalog", "list", "--kind", kind)
    #expect(list.code == 0)
    let ids = list.output.split(separator: "\n").compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    #expect(ids.count >= 10)
    for id in [ids.first, ids.last].compactMap({ $0 }) {
      let shown = try program.run("catalog", "show", id)
      #expect(shown.code == 0)
      #expect(shown.output.contains("(\(id))"))
    }
  }

  @Test func aRegulationShowsArticlesOwnersAndDates() throws {
    let program = try Program()
    let shown = try program.run("catalog", "show", "regulations/eu-ai-act")
    #expect(shown.output.contains("2024-06-13"))
    #expect(shown.output.contains("Art. 6(2) and Annex III (high-risk-provider), from 2026-08-02"))
    #expect(shown.output.contains("provider, before-launch, Art. 9:"))
    let chinese = try program.run("catalog", "show", "regulations/cn-pipl", "--language", "zh")
    #expect(chinese.output.hasPrefix("《个人信息保护法》"))
  }

  @Test func casesGoByDomainAndOtherKindsDoNot() throws {
    let program = try Program()
    let games = try program.run("catalog", "list", "--kind", "cases", "--domain", "games")
    #expect(games.output.contains("cases/pluribus-poker"))
    #expect(!games.output.contains("cases/compas-risk-score"))
    #expect(try program.run("catalog", "list", "--kind", "conflicts", "--domain", "games").code == 2)
  }

  @Test func aMistypedEntryIsRefusedWithTheNearest() throws {
    let outcome = try Program().run("catalog", "show", "cases/pluribus-pokr")
    #expect(outcome.code == 2)
    #expect(outcome.log.contains("cases/pluribus-poker"))
  }

  @Test func anInterviewTellsAContradictionWhenItArises() throws {
    let program = try Program()
    let sheet = """
      scenario: games/other
      answers:
        task.checked-before-use: never
      """
    try Data(sheet.utf8).write(to: program.folder.appendingPathComponent("a.yaml"))
    // To the section on safety; stakes, reversible and contest unknown; then a person in every case.
    let outcome = try program.run(
      "interview", "--answers", "a.yaml", "--order", "sections",
      input: "s Safety\nu\nu\nu\nevery-case\nq\n")
    #expect(outcome.output.contains("Contradiction: A person is said to decide every case"))
    #expect(outcome.output.contains("safety.human-review, task.checked-before-use"))
  }

  @Test func anAssessmentHoldsContradictionsRulesAndCases() throws {
    let program = try Program()
    let sheet = """
      scenario: vision/other
      answers:
        regulation.jurisdictions: [eu]
        regulation.use-area: [employment]
        data.label-source: none
        data.labelled-examples: 500
      """
    try Data(sheet.utf8).write(to: program.folder.appendingPathComponent("a.yaml"))
    let outcome = try program.run("assess", "a.yaml", "--no-pilot", "--json")
    #expect(outcome.code == 0)
    let members = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let conflicts = try #require(members["conflicts"] as? [[String: Any]])
    #expect(conflicts.map { $0["id"] as? String } == ["labels-without-source"])
    let rules = try #require(members["rules"] as? [[String: Any]])
    #expect(
      rules.contains { $0["rule"] as? String == "high-risk-provider" && $0["applies"] as? String == "yes" })
    let duties = try #require(members["duties"] as? [[String: Any]])
    #expect(duties.contains { $0["article"] as? String == "Art. 9" && $0["owner"] as? String == "provider" })
    #expect((members["cases"] as? [Any])?.isEmpty == true)
  }
}
