import Foundation
import Knowledge
import Questionnaires
import Recommendations
import Scoring
import TestSupport
import Testing

struct HardwareTests {
  let knowledge: KnowledgeBase

  init() throws { knowledge = try realKnowledge() }

  func target(
    _ answers: [QuestionID: AnswerValue], as approach: ApproachID,
    scenario: ScenarioID = "nlp/sentiment-analysis", knowledge other: KnowledgeBase? = nil
  ) -> ModelConfiguration {
    let knowledge = other ?? knowledge
    let sheet = AnswerSheet(scenario: scenario, answers: answers.mapValues { Answer($0) })
    var scorecard = Scorer(knowledge: knowledge).scorecard(for: sheet)
    scorecard.recommended = approach
    return recommend(scorecard: scorecard, sheet: sheet, knowledge: knowledge, machine: nil).target
  }

  /// The catalog with the one device and the scenario's fine-tuned target on the one model.
  func knowledge(device: DeviceID, memory: Double, model: ModelID? = nil) throws -> KnowledgeBase {
    var other = knowledge
    other.devices = knowledge.devices.filter { $0.id == device }
    try #require(other.devices.count == 1)
    other.devices[0].memory = memory
    if let model = model.flatMap({ knowledge.model($0) }) {
      for index in other.scenarios.indices {
        other.scenarios[index].targets[.fineTuned]?.model = model.id
        other.scenarios[index].targets[.fineTuned]?.architecture = model.architecture
      }
    }
    return other
  }

  /// What a person who types the command gets.
  func result(of command: String) throws -> Estimate {
    let words = command.split(separator: " ").map(String.init)
    try #require(words[0] == "surefoot" && words[1] == "estimate" && words[words.count - 2] == "--unit")
    return try estimate(
      kind: words[2], settings: EstimateSettings(pairs: Array(words[3..<(words.count - 2)])),
      unit: words[words.count - 1])
  }

  @Test func `the command beside a figure gives the same figure`() throws {
    var generator = TestGenerator(seed: 11)
    var seen: Set<EstimateKind> = []
    for scenario in knowledge.scenarios where scenario.sampleData != nil {
      for approach in [ApproachID.classical, .fineTuned, .prompted, .fromScratch] {
        let sheet = randomSheet(knowledge, scenario: scenario.id, unknown: 0.2, using: &generator)
        var scorecard = Scorer(knowledge: knowledge).scorecard(for: sheet)
        scorecard.recommended = approach
        let target = recommend(scorecard: scorecard, sheet: sheet, knowledge: knowledge, machine: nil).target
        for option in target.hardware ?? [] {
          for figure in option.figures {
            #expect(try result(of: figure.command) == figure.estimate, "\(figure.command)")
            #expect(figure.estimate.low <= figure.estimate.likely)
            #expect(figure.estimate.likely <= figure.estimate.high)
            #expect(!figure.estimate.basis.isEmpty || figure.kind == .cost)
            seen.insert(figure.kind)
          }
        }
      }
    }
    #expect(
      seen == [.trainingMemory, .inferenceMemory, .trainingTime, .cost, .energy, .answerTime])
  }

  @Test func `time, money and energy on an A100 by hand`() throws {
    // 109,482,240 parameters × 6 + 12 × 12 × 768 × 128 operations a token, 500,000 × 128 × 3 tokens.
    let target = target(
      [
        "data.labelled-examples": .number(500_000), "compute.available": .option("server-gpus"),
        "privacy.may-leave-organisation": .option("yes"),
      ], as: .fineTuned)
    #expect(target.baseModel == "bert-base")
    let option = try #require(target.hardware?.first { $0.device == "nvidia-a100-80gb" && $0.isRented })
    #expect(option.count == 1)
    let perToken: Double = 6.0 * 109_482_240 + Double(12 * 12 * 768 * 128)
    let tokens: Double = 500_000 * 128 * 3
    let hours: Double = perToken * tokens / 93.6e12 / 3_600
    let energy: Double = hours * 0.4 * 0.9 * 1.3
    #expect(abs(try #require(option.figure(.trainingTime)).likely / hours - 1) < 1e-9)
    #expect(abs(try #require(option.figure(.cost)).likely / (hours * 1.8) - 1) < 1e-9)
    #expect(abs(try #require(option.figure(.energy)).likely / energy - 1) < 1e-9)
    // 18 bytes a parameter at the least, and one estimator for the whole report.
    let memory = try #require(option.figure(.trainingMemory))
    #expect(memory.likely > 18 * 0.109482240)
    let same = try #require(target.estimates.first(.trainingMemory))
    #expect(abs(memory.likely * 1e9 / same.likely - 1) < 1e-9)
  }

  @Test func `data that may not leave rule out rented devices`() throws {
    let question: QuestionID = "privacy.may-leave-organisation"
    let answers: [QuestionID: AnswerValue] = ["compute.available": .option("server-gpus")]
    let open = target(answers.merging([question: .option("yes")]) { $1 }, as: .prompted)
    let closed = target(answers.merging([question: .option("no")]) { $1 }, as: .prompted)
    #expect(try #require(open.hardware).contains { $0.isRented })
    #expect(try #require(closed.hardware).allSatisfy { !$0.isRented })
    #expect(try #require(closed.hardware).contains { $0.causedBy == ["compute.available"] })
    #expect(try #require(closed.ruledOut).contains { $0.causedBy == [question] })
  }

  @Test func `where only services can be used there is no device`() throws {
    let target = target(["compute.available": .option("api-only")], as: .prompted)
    #expect(target.hardware == [])
    #expect(target.ruledOut?.map(\.causedBy) == [["compute.available"]])
    #expect(target.baseModel == "llama-3.1-8b")
  }

  @Test(
    arguments: [
      ("compute.training-budget", AnswerValue.number(0.001), ApproachID.fineTuned),
      ("compute.monthly-budget", .number(0.5), .prompted),
      ("compute.latency", .option("realtime"), .prompted),
    ] as [(QuestionID, AnswerValue, ApproachID)])
  func `budget and answer time rule devices out`(
    _ question: QuestionID, _ value: AnswerValue, _ approach: ApproachID
  ) throws {
    let answers: [QuestionID: AnswerValue] = [
      "compute.available": .option("server-gpus"), "data.labelled-examples": .number(50_000),
      "compute.latency": .option("batch"),
    ]
    let free = target(answers, as: approach)
    let bound = target(answers.merging([question: value]) { $1 }, as: approach)
    #expect(try #require(free.hardware).count > (try #require(bound.hardware).count))
    #expect(try #require(bound.ruledOut).contains { $0.causedBy == [question] })
  }

  @Test func `adapters and then few bits come in where the whole model does not fit`() throws {
    let answers: [QuestionID: AnswerValue] = [
      "compute.available": .option("server-gpus"), "privacy.may-leave-organisation": .option("no"),
      "data.labelled-examples": .number(2_000),
    ]
    // Eight H100 share 18 bytes × 7.6 billion; 45 GB hold 16-bit weights and adapters, 14 GB those of 4 bits.
    let methods = try [80e9, 45e9, 14e9].map { memory in
      let other = try knowledge(device: "nvidia-h100-80gb", memory: memory, model: "qwen2.5-7b")
      var single = other
      single.devices[0].perMachine = memory < 80e9 ? 1 : 8
      let target = target(answers, as: .fineTuned, knowledge: single)
      #expect(target.hardware?.count == 1)
      return try #require(target.lines.first { $0.key == "method" })
    }
    #expect(methods[0].value.en.hasPrefix("all weights") && methods[0].causedBy.isEmpty)
    #expect(methods[1].value.en.contains("LoRA, rank") && methods[1].causedBy.contains("compute.available"))
    #expect(methods[2].value.en.contains("QLoRA") && methods[2].causedBy.contains("compute.available"))
  }

  @Test func `a smaller model of the catalog takes the place of one that nothing carries`() throws {
    let answers: [QuestionID: AnswerValue] = [
      "compute.available": .option("laptop"), "privacy.may-leave-organisation": .option("no"),
      "compute.latency": .option("batch"),
    ]
    let usual = target(answers, as: .prompted)
    #expect(usual.baseModel == "llama-3.1-8b" && !usual.lines.contains { $0.key == "base-model" })
    // 60 % of 4 GB: 8 billion weights of 4 bits do not fit, 1.5 billion do.
    let small = try target(answers, as: .prompted, knowledge: knowledge(device: "laptop-cpu", memory: 4e9))
    #expect(small.baseModel == "qwen2.5-1.5b")
    #expect(small.name.en == "Qwen2.5-1.5B")
    let line = try #require(small.lines.first { $0.key == "base-model" })
    #expect(line.causedBy.contains("compute.available"))
    let none = try target(answers, as: .prompted, knowledge: knowledge(device: "laptop-cpu", memory: 1e8))
    #expect(none.baseModel == "llama-3.1-8b" && none.hardware == [])
    #expect(none.lines.first { $0.key == "base-model" }?.value.en.contains("no smaller model") == true)
  }

  @Test func `what a laptop does within the hour asks for nothing larger`() throws {
    let target = target(
      ["compute.available": .option("cluster"), "data.labelled-examples": .number(1_000)], as: .classical)
    let laptops = Set(knowledge.devices.filter { $0.deviceClass == .laptop }.map(\.id))
    #expect(try #require(target.hardware).allSatisfy { laptops.contains($0.device) })
    #expect(try #require(target.ruledOut).map(\.what.en) == ["Larger devices"])
  }

  @Test func `records of earlier versions have no hardware and still decode`() throws {
    let target = target(["compute.available": .option("laptop")], as: .prompted)
    let whole = try JSONEncoder().encode(target)
    #expect(try JSONDecoder().decode(ModelConfiguration.self, from: whole) == target)
    var members = try #require(try JSONSerialization.jsonObject(with: whole) as? [String: Any])
    for key in ["hardware", "ruledOut", "baseModel"] { members[key] = nil }
    let old = try JSONDecoder().decode(
      ModelConfiguration.self, from: JSONSerialization.data(withJSONObject: members))
    #expect(old.hardware == nil && old.ruledOut == nil && old.baseModel == nil)
    #expect(old.lines == target.lines)
  }
}
