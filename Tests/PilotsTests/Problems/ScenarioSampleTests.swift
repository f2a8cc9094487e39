import Datasets
import Foundation
import Knowledge
import Pilots
import TestSupport
import Testing

/// Every scenario's sample data can be made or read, and are of the kind its pilot needs.
struct ScenarioSampleTests {
  static let scenarios = (try? realKnowledge().scenarios.filter { $0.sampleData != nil }) ?? []

  @Test(arguments: scenarios.map(\.id.name)) func `the sample of a scenario is there`(_ id: String) throws {
    let scenario = try #require(Self.scenarios.first { $0.id.name == id })
    let sample = try #require(scenario.sampleData)
    if scenario.problem == .labelled {
      let data = try SampleData.load(sample, root: repositoryRoot, seed: 1)
      #expect(data.rows >= 100 && data.modality.rawValue == scenario.modality.rawValue)
    } else {
      let problem = try scenario.problem.problem(.sample(sample, root: repositoryRoot), seed: 1)
      let made = try #require(problem)
      #expect(made.facts.origin != .user && made.metric.id == scenario.goodResult.metric)
    }
  }
}
