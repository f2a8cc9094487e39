import Datasets
import Pilots
import Recommendations
import TestSupport
import Testing

struct TreesPilotTests {
  /// The class is whether the signs of two numbers agree, which no line can tell.
  private func agreement(rows: Int) throws -> Dataset {
    var generator = TestGenerator(seed: 6)
    let lines = (0..<rows).map { _ in
      let (x, y) = (
        Double.random(in: -1..<1, using: &generator), Double.random(in: -1..<1, using: &generator)
      )
      return "\(x),\(y),\(x * y > 0 ? "yes" : "no")"
    }
    return try Table.read((["x,y,target"] + lines).joined(separator: "\n"))
  }

  @Test func `trees find what a linear model cannot`() throws {
    let result = try pilot(agreement(rows: 600))
    let trees = try #require(result.candidates.first { $0.candidate == .trees })
    let linear = try #require(result.candidates.first { $0.candidate == .linear })
    #expect(trees.validation.value > 0.9 && linear.validation.value < 0.7)
    #expect(trees.settings["model"] == "boosted-trees")
    let rounds = try #require(trees.settings["rounds"].flatMap { Int($0) })
    #expect(rounds >= 1 && rounds <= 400 && trees.parameters > rounds)
  }

  @Test func `probabilities of several classes add up to one`() throws {
    var told: TestPredictions?
    _ = try runPilot(
      dataset: Table.threeClasses(rows: 150), configuration: smallPilot, seed: 42, budgetSeconds: 60,
      clock: { 0 }, memory: { 0 }, journal: MemoryJournal(), testPredictions: { told = $0 })
    let scores = try #require(told).scores
    #expect(scores.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-5 })
  }
}
