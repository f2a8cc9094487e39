import Datasets
import Foundation
import Knowledge
import Networks
import Recommendations
import Testing

import Pilots

/// A problem on a person's own table.
func problem(
  _ kind: ProblemKind, table: String, seed: UInt64 = 5, control: PilotControl? = nil
) throws -> any PilotProblem {
  let file = FileManager.default.temporaryDirectory.appendingPathComponent("problem-\(UUID().uuidString).csv")
  try Data(table.utf8).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  return try #require(
    try kind.problem(.files(DatasetRequest(location: file)), seed: seed, control: control))
}

/// A candidate trained, a network only for its first batches, with its score on the test part.
func trained<Problem: PilotProblem>(
  _ problem: Problem, _ candidate: PilotCandidate
) throws -> (score: Double, settings: [String: String]) {
  var asked = 0
  let fit = try problem.fit(
    candidate,
    FitRequest(
      seed: 3, seconds: 60,
      shouldStop: {
        asked += 1
        return asked > 3
      }, onEpoch: { _ in .proceed }, execution: Execution(threads: 1)))
  let score = try #require(try problem.evaluate(fit.model, on: .test).value)
  return (score, problem.settings(fit.model, epochs: 1))
}

/// A seeded generator for tests (SplitMix64; Steele, Lea and Flood, 2014).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    let once = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    let twice = (once ^ (once >> 27)) &* 0x94d0_49bb_1331_11eb
    return twice ^ (twice >> 31)
  }

  mutating func index(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
