import Foundation
import Knowledge
import TestSupport
import Testing

/// The project's own catalog and rubrics.
struct CatalogTests {
  @Test func `the catalog has no findings`() {
    #expect(checkKnowledge(at: repositoryRoot).map(\.description) == [])
  }

  @Test func `all six rubrics have at least five criteria`() throws {
    let knowledge = try realKnowledge()
    #expect(
      knowledge.rubrics.map(\.id.name)
        == ["value", "data", "compute", "privacy", "explainability", "safety"])
    for rubric in knowledge.rubrics { #expect(rubric.criteria.count >= 5, "\(rubric.id)") }
  }

  @Test func `every core question of the design is there, with its options`() throws {
    let knowledge = try realKnowledge()
    let ids = Set(knowledge.questions.map(\.id.name))
    let expected = [
      "task.input", "task.output", "task.open-ended", "task.checked-before-use", "task.baseline",
      "task.baseline-score", "task.target-score", "value.decisions-per-month",
      "value.minutes-saved-per-decision", "value.gain-per-correct", "value.cost-per-error",
      "data.labelled-examples", "data.unlabelled-examples", "data.quality", "data.label-source",
      "data.label-is-proxy", "data.representative", "data.drift", "data.feedback-delay",
      "compute.available", "compute.latency", "compute.training-budget", "compute.monthly-budget",
      "compute.skills", "privacy.personal-data", "privacy.legal-basis",
      "privacy.may-leave-organisation", "privacy.vulnerable-subjects", "explainability.required",
      "explainability.accepted-method", "safety.stakes", "safety.reversible", "safety.contest",
      "safety.human-review", "safety.reviewer-can-overrule", "safety.validation", "safety.rollout",
      "safety.stop-switch", "safety.adversaries", "safety.used-beyond-purpose",
      "regulation.jurisdictions", "regulation.use-area",
    ]
    #expect(ids == Set(expected))
    let stakes = try #require(knowledge.question("safety.stakes"))
    #expect(stakes.options.map(\.id.name) == ["low", "medium", "high", "critical"])
  }

  @Test func `every domain has a scenario with sample data and an other`() throws {
    let knowledge = try realKnowledge()
    for domain in Domain.allCases {
      let scenarios = knowledge.scenarios.filter { $0.domain == domain }
      #expect(scenarios.contains { $0.sampleData != nil }, "\(domain)")
      let other = scenarios.first { $0.id.name == "\(domain.rawValue)/other" }
      #expect(other?.presets.map(\.question) == ["task.input"], "\(domain)")
    }
  }
}
