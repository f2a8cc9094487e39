import Evidence
import Knowledge
import Pilots
import Scoring
import Testing

struct ObservationsTests {
  @Test func `names every measured fact once`() throws {
    let ids = observations(from: try pilotResult()).map(\.id)
    #expect(
      ids == [
        "rows", "rarest-class-share", "missing-share", "duplicate-share", "train-validation-gap",
        "gain-over-baseline", "pilot-score", "training-seconds", "peak-memory-bytes", "prediction-seconds",
      ])
  }

  @Test func `counts are exact and scores carry their interval`() throws {
    let found = Dictionary(
      uniqueKeysWithValues: observations(from: try pilotResult()).map { ($0.id.name, $0) })
    #expect(found["rows"] == Observation(id: "rows", value: 569, low: 569, high: 569, onUserData: true))
    #expect(
      found["gain-over-baseline"]
        == Observation(
          id: "gain-over-baseline", value: 0.8, low: 0.7, high: 0.88, onUserData: true, approach: .classical))
    #expect(found["pilot-score"]?.low == 0.85 && found["pilot-score"]?.high == 0.94)
    #expect(found["train-validation-gap"]?.low == -0.01)
    #expect(found["peak-memory-bytes"]?.value == 50_000_000)
    #expect(found["prediction-seconds"]?.approach == .classical)
    #expect(found["missing-share"]?.approach == nil)
  }

  @Test func `examples kept for testing count as rows`() throws {
    var result = try pilotResult()
    result.testGiven = true
    #expect(observations(from: result).first?.value == 683)
  }

  @Test(arguments: ["sample-real", "sample-computed", "sample-synthetic"])
  func `sample data are not the person's own`(_ origin: String) throws {
    #expect(observations(from: try pilotResult(origin: origin)).allSatisfy { !$0.onUserData })
  }

  @Test func `an error in target units is no share of perfect`() throws {
    let ids = observations(from: try pilotResult(metric: "rmse", higherIsBetter: false)).map(\.id)
    #expect(!ids.contains("pilot-score"))
  }

  @Test func `what a control learns is no fact of the scenario`() throws {
    var result = try pilotResult()
    result.data.control = .shuffledLabels
    #expect(
      observations(from: result).map(\.id) == [
        "rows", "rarest-class-share", "missing-share", "duplicate-share", "training-seconds",
        "peak-memory-bytes", "prediction-seconds",
      ])
  }
}
