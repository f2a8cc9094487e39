import Datasets
import Pilots
import Recommendations
import TestSupport
import Testing

struct TextPilotTests {
  /// Two classes in which only `good` is positive, three classes, or a number.
  @Test(arguments: ["binary", "multiclass", "regression"])
  func `the linear model of texts reads more terms than the network`(_ task: String) throws {
    let data = try Table.texts(rows: 180) { row in
      switch task {
      case "binary": row % 3 == 0 ? "yes" : "no"
      case "multiclass": ["red", "green", "blue"][row % 3]
      default: "\([3.5, 1, 2][row % 3] + Double(row % 10) / 100)"
      }
    }
    let result = try pilot(data)
    #expect(result.data.modality == "text" && result.data.task == task)
    #expect(result.data.features > 2_500 && result.data.features <= 20_000)
    let linear = try #require(result.candidates.first { $0.candidate == .linear })
    let outputs = task == "multiclass" ? 3 : 1
    #expect(linear.parameters == outputs * (result.data.features + 1))
    // 2,000 terms into eight units, and those into the outputs.
    let network = try #require(result.candidates.first { $0.candidate == .smallNetwork })
    #expect(network.parameters == 2_000 * 8 + 8 + 8 * outputs + outputs)
    #expect(result.gainIsReal)
  }

  @Test func `the same texts give the same result, also after a stop`() throws {
    struct Killed: Error {}
    let data = try Table.texts(rows: 90) { $0 % 3 == 0 ? "yes" : "no" }
    let whole = try pilot(data)
    let journal = CountingJournal()
    #expect(throws: Killed.self) {
      try pilot(data, journal: journal) { if $0.phase == .retraining { throw Killed() } }
    }
    #expect(try pilot(data, journal: journal) == whole)
  }

  @Test func `test predictions of a text pilot add up to one`() throws {
    let data = try Table.texts(rows: 90) { $0 % 3 == 0 ? "yes" : "no" }
    var told: TestPredictions?
    let result = try runPilot(
      dataset: data, configuration: smallPilot, seed: 42, budgetSeconds: 60, clock: { 0 }, memory: { 0 },
      journal: MemoryJournal(), testPredictions: { told = $0 })
    let predictions = try #require(told)
    #expect(predictions.actual.count == result.testRows)
    #expect(predictions.scores.allSatisfy { abs($0[0] + $0[1] - 1) < 1e-6 })
  }
}
