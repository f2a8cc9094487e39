import Foundation
import Knowledge
import TestSupport
import Testing

/// What every entry of the catalog must hold to be of use, in both languages.
struct ScenarioEntryTests {
  private static let issues: [Domain: Set<String>] = [
    .nlp: [
      "text-classification", "sentiment-analysis", "machine-translation", "question-answering",
      "text-generation",
    ],
    .vision: ["image-classification", "object-detection", "image-generation"],
    .speech: ["keyword-spotting", "speech-recognition", "speech-synthesis"],
    .medical: ["tumour-detection", "disease-classification", "genomics", "drug-discovery"],
    .finance: ["credit-scoring", "fraud-detection", "market-prediction", "portfolio-optimisation"],
    .games: ["board-strategy", "character-behaviour", "music-generation", "video-generation"],
  ]

  @Test func `every domain has its scenarios`() throws {
    let knowledge = try realKnowledge()
    for (domain, names) in Self.issues {
      let found = knowledge.scenarios.filter { $0.domain == domain && !$0.id.isOther }
      #expect(Set(found.map(\.id.name)).isSuperset(of: names.map { "\(domain.rawValue)/\($0)" }))
    }
  }

  @Test func `every scenario has sample data, a pilot note, failures and things to learn from`() throws {
    let knowledge = try realKnowledge()
    for scenario in knowledge.scenarios where !scenario.id.isOther {
      #expect(scenario.sampleData != nil, "\(scenario.id)")
      #expect(scenario.pilot != nil, "\(scenario.id)")
      #expect(scenario.failureModes.count >= 5, "\(scenario.id)")
      #expect(!scenario.goodResult.figures.isEmpty, "\(scenario.id)")
      #expect(scenario.presets.count >= 6, "\(scenario.id)")
      #expect(scenario.learning.count >= 4, "\(scenario.id)")
      #expect(scenario.learning.contains { $0.language == "zh" }, "\(scenario.id)")
      #expect(scenario.learning.contains { $0.level == .beginner }, "\(scenario.id)")
    }
  }

  @Test func `every scenario has an example answer sheet`() throws {
    let folder = repositoryRoot.appendingPathComponent("Examples")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    for scenario in try realKnowledge().scenarios where !scenario.id.isOther {
      let name = scenario.id.name.replacing("/", with: "-") + ".yaml"
      #expect(names.contains(name), "\(name)")
    }
  }

  @Test func `Chinese texts are written in Chinese`() throws {
    for scenario in try realKnowledge().scenarios {
      for text in [scenario.summary, scenario.inputs, scenario.outputs, scenario.users] + texts(scenario) {
        let isChinese = text.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        #expect(isChinese && text.zh != text.en, "\(scenario.id): \(text.zh)")
      }
    }
  }

  private func texts(_ scenario: Scenario) -> [LocalizedText] {
    scenario.failureModes.map(\.text) + scenario.targets.values.map(\.advice)
      + scenario.learning.map(\.why) + scenario.presets.map(\.why)
  }
}
