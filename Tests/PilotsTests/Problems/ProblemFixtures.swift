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
