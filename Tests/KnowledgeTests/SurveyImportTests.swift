import Foundation
import Knowledge
import TestSupport
import Testing

/// A form becomes a catalog that loads back to the same and has no findings.
struct SurveyImportTests {
  private func imported(_ survey: String = smallSurvey, rule: String = smallRule) throws -> SurveyImport {
    try importSurvey(survey, file: "form.json", rule: readImportRule(rule, file: "rule.yaml"))
  }

  @Test func `what is written loads back to the same and checks clean`() throws {
    let imported = try imported()
    let root = try write(imported.files)
    defer { try? FileManager.default.removeItem(at: root) }
    #expect(checkKnowledge(at: root).map(\.description) == [])
    var loaded = try PointsKnowledge.load(from: root)
    #expect(loaded.version.count == 16)
    loaded.version = ""
    #expect(loaded == imported.knowledge)
    // A page's condition holds for every question on it.
    let live = loaded.questions.filter { $0.section == "guard-live" }
    #expect(live.map(\.visibleIf) == [.isAnyOf("stage", ["live"]), .isAnyOf("stage", ["live"])])
  }

  @Test func `areas have their questions, points and maxima`() throws {
    let rubric = try imported().knowledge.rubric
    #expect(rubric.areas.map(\.id) == ["hazards", "guard-plan", "guard-live"])
    #expect(rubric.areas.map(\.maximum) == [20, 5, 5])
    #expect(rubric.areas.map(\.side) == [.impact, .mitigation, .mitigation])
    #expect(
      rubric.areas[0].points["hazard-kinds"] == ["health-3": 3, "money-2": 2, "other": 0])
    #expect(rubric.mitigation?.of == 5)
  }

  @Test func `names stay as aliases, and both languages are there`() throws {
    let knowledge = try imported().knowledge
    #expect(knowledge.languages == ["en", "fr"])
    let kinds = try #require(knowledge.questions.first { $0.id == "hazard-kinds" })
    #expect(kinds.alias == "hazardKinds")
    #expect(kinds.options.map(\.alias) == [nil, nil, "Other"])
    #expect(kinds.text["fr"] == "Quels types ?")
    let other = try #require(knowledge.questions.first { $0.id == "hazard-other" })
    #expect(other.kind == .text)
    #expect(other.text["fr"] == "Which other?")
    #expect(other.visibleIf == .isAnyOf("hazard-kinds", ["other"]))
    #expect(knowledge.language(nearest: "fr") == "fr")
    #expect(knowledge.language(nearest: "zh") == "en")
  }

  @Test func `what is left out or stood in for is told with its path`() throws {
    let remarks = try imported().remarks
    let hazards = "pages[1].elements[0].elements"
    #expect(remarks.contains(SurveyRemark(kind: .displayText, path: "pages[0].elements[0]")))
    #expect(
      remarks.contains(
        SurveyRemark(kind: .presentation("isRequired"), path: "pages[0].elements[1].isRequired")))
    #expect(remarks.contains(SurveyRemark(kind: .presentation("showProgressBar"), path: "showProgressBar")))
    #expect(remarks.contains(SurveyRemark(kind: .untranslated(language: "fr"), path: "\(hazards)[2]")))
    #expect(remarks.contains(SurveyRemark(kind: .noText, path: "\(hazards)[3].choices[0]")))
  }

  /// Elements a page may hold, and the finding each brings.
  static let unsupported: [(String, String)] = [
    (#"{"type": "matrix", "name": "m"}"#, "pages[0].elements[0]: type 'matrix' is not supported"),
    (
      #"{"type": "radiogroup", "name": "q-RS", "choices": ["a-1"], "hasOther": true}"#,
      "pages[0].elements[0]: 'hasOther' is not supported"
    ),
    (
      #"{"type": "radiogroup", "name": "q-RS", "choices": [{"value": "a-1", "visibleIf": "{x} empty"}]}"#,
      "pages[0].elements[0].choices[0]: 'visibleIf' is not supported"
    ),
    (
      #"{"type": "panel", "name": "p", "elements": [{"type": "text", "name": "t", "defaultValue": "1"}]}"#,
      "pages[0].elements[0].elements[0]: 'defaultValue' is not supported"
    ),
    (#"{"type": "text", "title": "No name"}"#, "the key 'name' is missing"),
    (#"{"type": "text", "name": "t"}"#, "no question scores; the rule's suffixes name which ones do"),
  ]

  @Test(arguments: unsupported) func `a feature without a counterpart is a finding`(
    _ element: String, _ message: String
  ) throws {
    let error = #expect(throws: Findings.self) {
      try imported(#"{"pages": [{"name": "p", "elements": [\#(element)]}]}"#)
    }
    #expect(error?.list.map { $0.message(in: .english) } == [message])
    #expect(error?.list.first?.position.file == "form.json")
  }

  @Test func `the number after the last mark is the points`() throws {
    let survey = #"""
      {"elements": [{"type": "radiogroup", "name": "q-RS", "choices": ["a-b-7", "plain", 4, "x-nan", "z-1.5"]}]}
      """#
    let area = try #require(try imported(survey).knowledge.rubric.areas.first)
    #expect(area.points.values.first == ["a-b-7": 7, "plain": 0, "4": 4, "x-nan": 0, "z-1-5": 1.5])
    #expect(area.maximum == 7)
  }

  @Test func `an ending of its own keeps a question from scoring`() throws {
    let survey = #"""
      {"elements": [{"type": "panel", "name": "p-RS", "elements": [
        {"type": "radiogroup", "name": "a", "choices": ["x-1"]},
        {"type": "radiogroup", "name": "b-NS", "choices": ["x-1"]}]}]}
      """#
    let rubric = try imported(survey, rule: smallRule + "\nunscored-suffix: \"-NS\"\n").knowledge.rubric
    #expect(rubric.areas.map { $0.points.keys.map(\.name) } == [["a"]])
  }

  @Test func `a rule is read strictly`() throws {
    let error = #expect(throws: Findings.self) {
      try readImportRule(
        """
        id: Not Plain
        points-after: "-"
        impact-sufix: "-RS"
        impact-suffix: "-RS"
        unknown-options: keep
        level-bounds: [0.5, 0.25]
        """, file: "rule.yaml")
    }
    #expect(
      error?.list.map(\.description) == [
        "rule.yaml:3:1: unknown key 'impact-sufix'. Did you mean 'impact-suffix'?",
        "rule.yaml:5:18: no rule for unknown options named 'keep'; known: refuse, drop.",
      ])
  }
}
