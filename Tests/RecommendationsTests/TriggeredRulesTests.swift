import Knowledge
import Questionnaires
import Recommendations
import TestSupport
import Testing

struct TriggeredRulesTests {
  let knowledge: KnowledgeBase

  init() throws { knowledge = try realKnowledge() }

  func rules(
    _ answers: [QuestionID: AnswerValue], in scenario: ScenarioID = "vision/other"
  ) -> [TriggeredRule] {
    let sheet = AnswerSheet(scenario: scenario, answers: answers.mapValues { Answer($0) })
    return triggeredRules(for: sheet, knowledge: knowledge)
  }

  func rule(_ id: String, of regulation: RegulationID, in rules: [TriggeredRule]) -> TriggeredRule? {
    rules.first { $0.regulation == regulation && $0.rule == id }
  }

  @Test func `an area of the high-risk list brings the provider's duties, from the date they apply`() throws {
    let found = rules([
      "regulation.jurisdictions": .options(["eu"]), "regulation.use-area": .options(["employment"]),
    ])
    let provider = try #require(rule("high-risk-provider", of: "eu-ai-act", in: found))
    #expect(provider.isCertain)
    #expect(provider.appliesFrom == "2026-08-02")
    #expect(provider.textDate == "2024-06-13")
    #expect(provider.causes == ["regulation.jurisdictions", "regulation.use-area"])
    #expect(provider.open.isEmpty)
    let articles = provider.duties.map(\.article)
    for article in ["Art. 9", "Art. 10", "Art. 12", "Art. 13", "Art. 14", "Art. 15"] {
      #expect(articles.contains(article), "\(article)")
    }
    #expect(rule("high-risk-deployer", of: "eu-ai-act", in: found)?.isCertain == true)
    // Who uses it is not asked, so the impact assessment stays open and says why.
    let rights = try #require(rule("fundamental-rights", of: "eu-ai-act", in: found))
    #expect(!rights.isCertain)
    #expect(rights.alsoDependsOn != nil)
  }

  @Test func `unknown answers leave a rule open and are named`() throws {
    let found = rules(["regulation.jurisdictions": .options(["eu"])])
    let provider = try #require(rule("high-risk-provider", of: "eu-ai-act", in: found))
    #expect(!provider.isCertain)
    #expect(provider.open == ["regulation.use-area"])
    #expect(provider.causes == ["regulation.jurisdictions"])
    #expect(rule("literacy", of: "eu-ai-act", in: found)?.isCertain == true)
  }

  @Test func `with nothing answered no rule is certain and none of the texts is silent everywhere`() {
    var heard: Set<RegulationID> = []
    for domain in Domain.allCases {
      let found = rules([:], in: ScenarioID("\(domain.rawValue)/other"))
      #expect(found.allSatisfy { !$0.isCertain && $0.open.contains("regulation.jurisdictions") })
      heard.formUnion(found.map(\.regulation))
    }
    #expect(Set(knowledge.regulations.map(\.id)).subtracting(heard).isEmpty)
    // Two American texts are about finance alone.
    let medical = Set(rules([:], in: "medical/other").map(\.regulation))
    #expect(medical.isDisjoint(with: ["us-sr-11-7", "us-equal-credit"]))
  }

  @Test func `another place's law is not triggered`() {
    let answers: [QuestionID: AnswerValue] = [
      "regulation.jurisdictions": .options(["uk"]), "privacy.personal-data": .option("special-category"),
    ]
    #expect(rules(answers).allSatisfy { $0.regulation.name.hasPrefix("uk-") })
    #expect(rules(answers).contains { $0.regulation == "uk-data-protection" && $0.isCertain })
    #expect(rules(["regulation.jurisdictions": .options(["other"])]).isEmpty)
  }

  @Test func `no personal data leave data protection law out`() {
    let found = rules([
      "regulation.jurisdictions": .options(["eu", "cn"]), "privacy.personal-data": .option("none"),
    ])
    #expect(!found.contains { ["eu-gdpr", "cn-pipl"].contains($0.regulation) })
  }

  @Test func `a decision without a person is the automated kind, one by people is not`() {
    let base: [QuestionID: AnswerValue] = [
      "regulation.jurisdictions": .options(["eu"]), "privacy.personal-data": .option("identified"),
      "safety.stakes": .option("high"),
    ]
    let alone = rules(base.merging(["safety.human-review": .option("none")]) { _, new in new })
    let people = rules(base.merging(["safety.human-review": .option("every-case")]) { _, new in new })
    #expect(rule("automated-decisions", of: "eu-gdpr", in: alone)?.isCertain == true)
    #expect(rule("automated-decisions", of: "eu-gdpr", in: people) == nil)
    #expect(rule("impact-assessment", of: "eu-gdpr", in: people)?.causes.contains("safety.stakes") == true)
  }

  @Test func `of alternatives only those that hold are named as causes`() throws {
    let found = rules([
      "regulation.jurisdictions": .options(["eu"]), "privacy.personal-data": .option("identified"),
      "safety.stakes": .option("low"), "privacy.vulnerable-subjects": .option("yes"),
    ])
    let assessment = try #require(rule("impact-assessment", of: "eu-gdpr", in: found))
    #expect(
      assessment.causes == [
        "regulation.jurisdictions", "privacy.personal-data", "privacy.vulnerable-subjects",
      ])
  }

  @Test func `the domain decides where no question does`() {
    let answers: [QuestionID: AnswerValue] = ["regulation.jurisdictions": .options(["us"])]
    #expect(rules(answers, in: "finance/other").contains { $0.regulation == "us-sr-11-7" })
    #expect(!rules(answers, in: "games/other").contains { $0.regulation == "us-sr-11-7" })
  }

  @Test func `generated content meets the Chinese rules on it`() {
    let found = rules([
      "regulation.jurisdictions": .options(["cn"]), "task.output": .option("free-text"),
      "privacy.personal-data": .option("none"),
    ])
    let made: Set<RegulationID> = [
      "cn-generative-ai", "cn-algorithm-recommendation", "cn-deep-synthesis", "cn-content-labels",
    ]
    #expect(made.isSubset(of: Set(found.map(\.regulation))))
    let onContent = found.filter { made.contains($0.regulation) }
    #expect(onContent.allSatisfy { !$0.isCertain && $0.open.isEmpty && $0.alsoDependsOn != nil })
  }

  @Test func `every rule of the catalog can apply or stay open`() {
    var generator = TestGenerator(seed: 8)
    var seen: Set<String> = []
    // Scenarios have rules of their own; each of their domains' `other` leaves those open.
    for round in 0..<2_000 {
      let scenario = knowledge.scenarios[round % knowledge.scenarios.count].id
      let sheet = randomSheet(knowledge, scenario: scenario, using: &generator)
      for rule in triggeredRules(for: sheet, knowledge: knowledge) {
        seen.insert("\(rule.regulation)/\(rule.rule)")
      }
    }
    let all = knowledge.regulations.flatMap { text in text.rules.map { "\(text.id)/\($0.id)" } }
    #expect(Set(all).subtracting(seen).isEmpty)
  }
}
