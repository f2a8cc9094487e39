import Foundation
import Knowledge
import TestSupport
import Testing

/// Faults in a points catalog, each made by changing one place of a sound one.
struct PointsCatalogTests {
  private func findings(changing path: String, _ old: String, _ new: String) throws -> [String] {
    let rule = try readImportRule(smallRule, file: "rule.yaml")
    var files = try importSurvey(smallSurvey, file: "form.json", rule: rule).files
    let text = try #require(files[path])
    #expect(text.contains(old))
    files[path] = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false).joined(
      separator: new)
    let root = try write(files)
    defer { try? FileManager.default.removeItem(at: root) }
    return checkKnowledge(at: root).map { "\($0.position.file): \($0.message(in: .english))" }
  }

  static let hazards = "catalog/questions/hazards.yaml"
  static let rubric = "rubrics/small-check.yaml"

  static let faults: [(String, String, String, String)] = [
    (
      rubric, "maximum: 20", "maximum: 21",
      "the maximum of 'hazards' is given as 21, but its questions add up to 20"
    ),
    (rubric, "health-3: 3, ", "", "every option of 'hazard-kinds' needs a value; missing: health-3"),
    (
      rubric, "hazard-scale: {", "hazard-scal: {",
      "no question named 'hazard-scal'. Did you mean 'hazard-scale'?"
    ),
    (rubric, "[0.25, 0.5, 0.75]", "[0.5, 0.25]", "the bounds must rise"),
    (
      rubric, "unanswered: zero", "unanswered: worst",
      "no rule for unanswered questions named 'worst'; known: zero."
    ),
    (hazards, ", fr: \"Combien de personnes ?\"", "", "the text is missing in 'fr'"),
    (hazards, "fr: \"Combien de", "de: \"Combien de", "unknown key 'de'; known: en, fr."),
    (
      hazards, "alias: \"hazardScale\"", "alias: \"hazardRepeat\"",
      "the question 'hazardRepeat' is defined twice"
    ),
    (hazards, "is: [other]", "is: []", "the question 'hazard-other' can never be shown"),
    (
      hazards, "kind: choice\n", "visible-if: {question: hazard-repeat, answered: true}\n    kind: choice\n",
      "these questions are shown depending on one another: hazard-people, hazard-repeat"
    ),
  ]

  @Test(arguments: faults) func `a fault is found`(
    _ path: String, _ old: String, _ new: String, _ message: String
  ) throws {
    #expect(try findings(changing: path, old, new).contains("\(path): \(message)"))
  }

  @Test func `a folder of scenarios is not taken for one`() {
    #expect(!holdsPointsRubric(repositoryRoot))
  }

  @Test func `questions come after what their conditions read`() throws {
    let questions = try smallPoints().questions
    let (order, circle) = visibilityOrder(of: questions.reversed())
    #expect(circle.isEmpty)
    let names = order.map { Array(questions.reversed())[$0].name }
    let people = try #require(names.firstIndex(of: "hazardPeople"))
    let again = try #require(names.firstIndex(of: "hazardRepeat"))
    #expect(people < again)
    #expect(names.count == questions.count)
  }
}
