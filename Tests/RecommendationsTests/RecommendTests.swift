import Knowledge
import Questionnaires
import Recommendations
import Scoring
import TestSupport
import Testing

/// One answer, the approach it is given under, and the line it must cause.
struct CausedLine: Sendable, CustomTestStringConvertible {
  let question: QuestionID
  let option: OptionID
  let approach: ApproachID
  let key: String
  var others: [QuestionID: OptionID] = [:]

  var testDescription: String { "\(question) \(option) → \(key)" }
}

private let causedLines: [CausedLine] = [
  CausedLine(question: "privacy.may-leave-organisation", option: "no", approach: .fineTuned, key: "hosting"),
  CausedLine(
    question: "privacy.may-leave-organisation", option: "anonymised-only", approach: .prompted, key: "hosting"
  ),
  CausedLine(
    question: "explainability.required", option: "legally-required", approach: .smallNetwork,
    key: "explanations"),
  CausedLine(question: "compute.latency", option: "realtime", approach: .fineTuned, key: "latency"),
  CausedLine(question: "data.drift", option: "high", approach: .classical, key: "retraining"),
  CausedLine(question: "data.drift", option: "high", approach: .prompted, key: "monitoring"),
  CausedLine(question: "data.drift", option: "high", approach: .classical, key: "evaluation-split"),
  CausedLine(
    question: "privacy.personal-data", option: "special-category", approach: .classical, key: "pseudonymise"),
  CausedLine(
    question: "privacy.personal-data", option: "special-category", approach: .smallNetwork,
    key: "differential-privacy"),
  CausedLine(
    question: "safety.stakes", option: "critical", approach: .classical, key: "human-review",
    others: ["safety.human-review": "none"]),
  CausedLine(
    question: "safety.stakes", option: "critical", approach: .classical, key: "stop-switch",
    others: ["safety.stop-switch": "no"]),
  CausedLine(
    question: "safety.stakes", option: "high", approach: .classical, key: "evaluation-outside",
    others: ["safety.validation": "internal"]),
  CausedLine(question: "safety.rollout", option: "full-at-once", approach: .classical, key: "rollout"),
  CausedLine(question: "safety.adversaries", option: "yes", approach: .retrieval, key: "adversaries"),
  CausedLine(question: "data.representative", option: "no", approach: .classical, key: "evaluation-groups"),
  CausedLine(question: "data.label-is-proxy", option: "yes", approach: .classical, key: "label-check"),
]

struct RecommendTests {
  let knowledge: KnowledgeBase
  let scorer: Scorer

  init() throws {
    knowledge = try realKnowledge()
    scorer = Scorer(knowledge: knowledge)
  }

  func recommendation(
    _ answers: [QuestionID: AnswerValue], as approach: ApproachID? = nil,
    scenario: ScenarioID = "nlp/sentiment-analysis", rarestClassShare: Double? = nil
  ) -> Recommendation {
    let sheet = AnswerSheet(scenario: scenario, answers: answers.mapValues { Answer($0) })
    var scorecard = scorer.scorecard(for: sheet)
    if let approach { scorecard.recommended = approach }
    return recommend(
      scorecard: scorecard, sheet: sheet, knowledge: knowledge, machine: nil,
      rarestClassShare: rarestClassShare)
  }

  @Test(arguments: causedLines)
  func `names the answer that caused a line`(_ example: CausedLine) throws {
    var answers = example.others.mapValues { AnswerValue.option($0) }
    answers[example.question] = .option(example.option)
    let lines = recommendation(answers, as: example.approach).target.lines
    let line = try #require(lines.first { $0.key == example.key })
    #expect(line.causedBy.contains(example.question))
  }

  @Test func `no machines and no leave is a contradiction that both answers cause`() throws {
    let lines = recommendation(
      [
        "privacy.may-leave-organisation": .option("no"), "compute.available": .option("api-only"),
      ], as: .prompted
    ).target.lines
    let hosting = try #require(lines.first { $0.key == "hosting" })
    #expect(hosting.causedBy == ["privacy.may-leave-organisation", "compute.available"])
    #expect(hosting.value.en.hasPrefix("contradiction"))
  }

  @Test func `a laptop turns full fine-tuning into adapters and small batches`() throws {
    let laptop = recommendation(["compute.available": .option("laptop")], as: .fineTuned)
    let server = recommendation(["compute.available": .option("server-gpus")], as: .fineTuned)
    let method = try #require(laptop.target.lines.first { $0.key == "method" })
    #expect(method.causedBy == ["compute.available"] && method.value.en.contains("LoRA"))
    let batch = try #require(laptop.target.lines.first { $0.key == "batch" })
    #expect(batch.causedBy == ["compute.available"] && batch.value.en.contains("gradients added over"))
    #expect(server.target.lines.first { $0.key == "method" }?.causedBy == [])
    let small = try #require(laptop.target.estimates.first(.trainingMemory))
    let large = try #require(server.target.estimates.first(.trainingMemory))
    #expect(small.likely < large.likely)
  }

  @Test func `few labels ask for folds, strong penalties and an eye on overfitting`() throws {
    let few = recommendation(["data.labelled-examples": .number(200)], as: .smallNetwork)
    let many = recommendation(["data.labelled-examples": .number(20_000)], as: .smallNetwork)
    for key in ["regularisation", "evaluation-split", "epochs"] {
      let line = try #require(few.target.lines.first { $0.key == key })
      #expect(line.causedBy == ["data.labelled-examples"], "\(key)")
    }
    #expect(!many.target.lines.contains { $0.key == "regularisation" })
    #expect(few.pilot.folds == 5 && many.pilot.folds == 3)
    #expect(few.pilot.l2 > many.pilot.l2)
    #expect(few.pilot.heldOutShare == 0.2)
  }

  @Test func `a rare class asks for weights and the precision-recall curve`() throws {
    let rare = recommendation(
      [:], as: .classical, scenario: "finance/fraud-detection", rarestClassShare: 0.02)
    let even = recommendation([:], as: .classical, scenario: "finance/fraud-detection", rarestClassShare: 0.4)
    #expect(rare.target.lines.contains { $0.key == "class-weights" })
    #expect(!even.target.lines.contains { $0.key == "class-weights" })
    let metric = try #require(rare.target.lines.first { $0.key == "evaluation-metric" })
    #expect(metric.value.en.contains("precision–recall"))
  }

  @Test func `the bar to pass is the target score`() throws {
    let lines = recommendation(["task.target-score": .number(0.85)], as: .classical).target.lines
    let bar = try #require(lines.first { $0.key == "evaluation-threshold" })
    #expect(bar.value.en.contains("0.85") && bar.causedBy == ["task.target-score"])
  }

  @Test func `ranks all seven in the scorecard's order with what each lacks`() {
    let sheet = AnswerSheet(scenario: "medical/other", answers: [:])
    let scorecard = scorer.scorecard(for: sheet)
    let result = recommend(scorecard: scorecard, sheet: sheet, knowledge: knowledge, machine: nil)
    #expect(result.ranked.map(\.id) == scorecard.approaches.map(\.id))
    #expect(result.ranked.map(\.rank) == [1, 2, 3, 4, 5, 6, 7])
    for (ranked, score) in zip(result.ranked, scorecard.approaches) {
      #expect(ranked.lacks == score.reasons.filter { $0.kind == .weakness || $0.kind == .veto })
    }
  }

  @Test func `every scenario and approach yields whole lines for random answers`() {
    var generator = TestGenerator(seed: 5)
    for scenario in knowledge.scenarios {
      for approach in ApproachID.allCases {
        let sheet = randomSheet(knowledge, scenario: scenario.id, unknown: 0.2, using: &generator)
        var scorecard = scorer.scorecard(for: sheet)
        scorecard.recommended = approach
        let result = recommend(
          scorecard: scorecard, sheet: sheet, knowledge: knowledge,
          machine: MachineSpeed(singlePrecisionFLOPsPerSecond: 5e10))
        let keys = result.target.lines.map(\.key)
        #expect(Set(keys).count == keys.count, "\(scenario.id) \(approach): a key twice in \(keys)")
        for line in result.target.lines + result.pilot.lines {
          #expect(!line.value.en.isEmpty && !line.value.zh.isEmpty)
          for cause in line.causedBy {
            #expect(knowledge.question(cause, in: scenario.id) != nil, "\(line.key) names \(cause)")
            #expect(sheet.answers[cause]?.value != .unknown, "\(line.key) rests on an unknown \(cause)")
          }
        }
        for estimate in result.target.estimates {
          #expect(estimate.low <= estimate.likely && estimate.likely <= estimate.high)
          #expect(estimate.likely.isFinite && estimate.likely > 0)
        }
      }
    }
  }
}
