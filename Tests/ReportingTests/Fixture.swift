import Assessments
import Foundation
import Knowledge
import Scoring
import Testing

/// A made-up case with everything in it, decoded from `Golden/assessment.json` and `Golden/knowledge.json`.
struct Fixture {
  var assessment: Assessment
  var knowledge: KnowledgeBase

  init() throws {
    assessment = try decode(Assessment.self, from: "assessment.json")
    knowledge = try decode(Parts.self, from: "knowledge.json").base
  }

  /// The same case as it stands before any pilot.
  static func withoutPilot() throws -> Fixture {
    var fixture = try Fixture()
    fixture.assessment.pilot = nil
    fixture.assessment.after = nil
    fixture.assessment.evidence = []
    fixture.assessment.versions.dataFingerprint = nil
    return fixture
  }
}

/// The knowledge base's members, which decode one by one.
private struct Parts: Decodable {
  var sections: [QuestionSection]
  var questions: [Question]
  var scenarios: [Scenario]
  var approaches: [Approach]
  var rubrics: [Rubric]
  var policy: Policy
  var sources: [Source]
  var currencies: [String: Double]
  var baseCurrency: String
  var catalogVersion: String
  var rubricsVersion: String

  var base: KnowledgeBase {
    KnowledgeBase(
      sections: sections, questions: questions, scenarios: scenarios, approaches: approaches,
      rubrics: rubrics, policy: policy, sources: sources, currencies: currencies,
      baseCurrency: baseCurrency, catalogVersion: catalogVersion, rubricsVersion: rubricsVersion)
  }
}

private func decode<Value: Decodable>(_ type: Value.Type, from name: String) throws -> Value {
  try JSONDecoder().decode(type, from: Data(contentsOf: goldenFolder.appendingPathComponent(name)))
}
