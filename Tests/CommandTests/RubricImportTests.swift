import Foundation
import TestSupport
import Testing

/// `rubric import surveyjs`, and the commands that take what it writes.
@Suite struct RubricImportTests {
  private func importing() throws -> Program {
    let program = try Program()
    try program.write(smallSurvey, to: "form.json")
    try program.write(smallRule, to: "form.rule.yaml")
    let outcome = try program.run("rubric", "import", "surveyjs", "form.json", "--out", "imported")
    #expect(outcome.code == 0)
    #expect(outcome.log.isEmpty)
    #expect(
      outcome.output == """
        4 pages, 11 questions, 8 of them scored, 6 with conditions; languages: en, fr

        Impact, at most 20
          hazards                           4 scored, at most 20

        Mitigation, at most 10
          guard-plan                        2 scored, at most 5
          guard-live                        2 scored, at most 5

        Left out or replaced:
          'showProgressBar', which changes no score: showProgressBar
          display text, not asked: pages[0].elements[0]
          'isRequired', which changes no score: pages[0].elements[1].isRequired
          no text in 'fr'; another language's stands in: pages[1].elements[0].elements[2]
          no text; the name stands in: pages[1].elements[0].elements[3].choices[0], \
        pages[1].elements[0].elements[3].choices[1], pages[1].elements[0].elements[4].choices[0], \
        pages[1].elements[0].elements[4].choices[1], pages[2].elements[0].elements[0].choices[0], \
        pages[2].elements[0].elements[0].choices[1], pages[2].elements[0].elements[1].choices[0], \
        pages[2].elements[0].elements[1].choices[1], pages[3].elements[0].elements[0].choices[0], \
        pages[3].elements[0].elements[0].choices[1], pages[3].elements[0].elements[1].choices[0], \
        pages[3].elements[0].elements[1].choices[1]
        Written to imported; no findings.

        """)
    program.environment["SUREFOOT_HOME"] = program.folder.appendingPathComponent("imported").path
    return program
  }

  @Test func sheetsAreScoredOneALine() throws {
    let program = try importing()
    #expect(try program.run("catalog", "check").code == 0)
    try program.write(
      #"{"stage": "plan", "hazardPeople": "many-5", "hazardKinds": ["health-3", "money-2"], "planTest": "yes-3"}"#,
      to: "sheets/a.json")
    try program.write("{hazardPeople: many}", to: "sheets/b.yaml")
    let outcome = try program.run("assess-many", "sheets", "--json")
    #expect(outcome.code == 1)
    #expect(outcome.log.hasPrefix("sheets/b.yaml:1:16: no option named 'many'"))
    let line = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(line["id"] as? String == "a")
    for (key, expected) in [
      "raw": 10, "mitigation": 3, "score": 10, "level": 2, "maximum": 20, "low": 9, "high": 20,
    ] {
      #expect(line[key] as? Int == expected, "\(key)")
    }
    #expect(line["reduced"] as? Bool == false)
    let areas = try #require(line["areas"] as? [String: [String: Any]])
    #expect(areas["hazards"]?["points"] as? Int == 10)
    #expect(areas["guard-plan"]?["maximum"] as? Int == 5)
    #expect((line["visible"] as? [String])?.contains("hazardRepeat") == true)
    #expect(line["open"] as? [String] == ["hazardRepeat", "hazardScale", "planLogs"])
  }

  @Test func oneSheetIsShownWithWhatItsScoreIsMadeOf() throws {
    let program = try importing()
    program.environment["SUREFOOT_LANGUAGE"] = "fr_CA"
    try program.write(
      """
      {stage: plan, hazardPeople: many-5, hazardKinds: [health-3, money-2], planTest: yes-3, planLogs: [daily-1],
       hazardRepeat: no-0, hazardScale: small-1, liveTest: yes-3}
      """, to: "sheet.yaml")
    let outcome = try program.run("assess", "sheet.yaml")
    #expect(outcome.code == 0)
    // Program words fall back to English; the form's own texts are French. 0.85 × 11 = 9.35.
    #expect(
      outcome.output == """
        Petit contrôle
        Level 2 of 4: score 9 of 20
        Impact 11, less 2 for 4 points of mitigation
        Answers to questions that are not shown: 1. They count nothing

        Impact
          Dangers                                     ██████░░░░  11 / 20

        Mitigation
          Protections                                 ████████░░  4 / 5
          Protections                                 ░░░░░░░░░░  0 / 5

        Impact, made of (adds up to 11)
             5  Combien de personnes ? → Beaucoup
             5  Quels types ? → Santé; Argent
             1  Quelle ampleur ? → small-1

        Mitigation, made of (adds up to 4)
             3  Testé ? → yes-3
             1  Journaux ? → daily-1

        """)
    let chinese = try program.run("assess", "sheet.yaml", "--language", "zh")
    #expect(chinese.output.contains("等级 2（共 4 级）：得分 9，满分 20\n影响 11，因缓解措施 4 分减去 2\n"))
    let json = try program.run("assess", "sheet.yaml", "--json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let contributions = try #require(object["contributions"] as? [[String: Any]])
    #expect(
      contributions.filter { $0["side"] as? String == "impact" }.compactMap { $0["points"] as? Int }.reduce(
        0, +) == 11)
    #expect(object["hidden"] as? [String] == ["liveTest"])
  }

  @Test func whatCannotBeImportedIsToldAndNothingIsWritten() throws {
    let program = try Program()
    try program.write(
      #"{"elements": [{"type": "rating", "name": "r"}, {"type": "text", "name": "t", "visibleIf": "{r} ="}]}"#,
      to: "form.json")
    try program.write(smallRule, to: "rule.yaml")
    let outcome = try program.run(
      "rubric", "import", "surveyjs", "form.json", "--rule", "rule.yaml", "--out", "imported")
    #expect(outcome.code == 1)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.log == """
        form.json:1:24: elements[0]: type 'rating' is not supported
        form.json:1:91: elements[1].visibleIf: expected a value, such as 'item1' or ['item1', 'item2'] \
        at character 6, found the end

        """)
    #expect(try program.files() == ["form.json", "rule.yaml"])
  }

  @Test func misuseIsAUsageError() throws {
    let program = try importing()
    let again = try program.run("rubric", "import", "surveyjs", "form.json", "--out", "imported")
    #expect(again.code == 2)
    #expect(again.log == "surefoot: imported already has catalog/; name another folder\n")
    let missing = try program.run(
      "rubric", "import", "surveyjs", "form.json", "--out", "x", "--rule", "no.yaml")
    #expect(missing.code == 2)
    #expect(try program.run("rubric", "import", "googleforms", "form.json", "--out", "x").code == 2)
    let list = try program.run("catalog", "list")
    #expect(list.code == 2)
    #expect(list.log.hasSuffix("only assess, assess-many and catalog check take\n"))
    try program.write("{stage: plan}", to: "sheet.yaml")
    let report = try program.run("assess", "sheet.yaml", "--out", "report")
    #expect(report.code == 2)
    #expect(report.log == "surefoot: --out does not apply to a questionnaire scored by points\n")
  }
}
