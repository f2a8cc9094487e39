import Datasets
import Foundation
import Knowledge
import ModelMetrics
import Networks
import Pilots
import Recommendations
import TestSupport
import Testing

/// Games whose best answer is known beforehand, made for one test.
struct GameProblemTests {
  private func problem(
    _ kind: ProblemKind, _ text: String, named name: String, control: PilotControl? = nil
  ) throws -> any PilotProblem {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString)-\(name)")
    defer { try? FileManager.default.removeItem(at: file) }
    try text.write(to: file, atomically: true, encoding: .utf8)
    return try #require(
      try kind.problem(.files(DatasetRequest(location: file)), seed: 5, control: control))
  }

  /// The test part's score of a candidate.
  private func score(_ problem: some PilotProblem, _ candidate: PilotCandidate) throws -> Double {
    let request = FitRequest(
      seed: 1, seconds: 60, shouldStop: { false }, onEpoch: { _ in .proceed },
      execution: Execution(threads: 1))
    let model = try problem.fit(candidate, request).model
    return try #require(try problem.evaluate(model, on: .test).value)
  }

  /// Of the 765 boards of tic-tac-toe that differ by more than a turn or mirroring, 138 are decided.
  @Test func `positions that look alike stay in one part`() throws {
    let problem = try #require(
      try ProblemKind.moveChoice.problem(.sample("tic-tac-toe", root: repositoryRoot), seed: 3))
    #expect(ProblemPart.allCases.reduce(0) { $0 + problem.count($1) } == 627)
  }

  @Test func `an order of squares is perfect where one square is always best`() throws {
    // A row of five squares, the third one free and best.
    let signs = ["x", "o", "b"]
    var rows: [String] = []
    for number in 0..<81 {
      let four = [number % 3, number / 3 % 3, number / 9 % 3, number / 27].map { signs[$0] }
      rows.append("\(four[0]),\(four[1]),b,\(four[2]),\(four[3]),3\n")
    }
    let problem = try problem(.moveChoice, "a,b,c,d,e,moves\n" + rows.joined(), named: "row.csv")
    #expect(try score(problem, .baseline) == 1)
    #expect(try score(problem, .classical) == 1)
  }

  @Test func `counts see what an order of squares cannot`() throws {
    // The best move is the square next to one's own piece: the seventh of eleven or the ninth. Eleven squares make
    // no square board, and the first five tell rows apart that are otherwise the same.
    let rows = (0..<40).map { number in
      let marks = [1, 2, 4, 8, 16].map { number / 2 & $0 == 0 ? "b" : "o" }.joined(separator: ",")
      return "\(marks),\(number % 2 == 0 ? "x,b,b,b,b,b,7" : "b,b,b,b,x,b,9")\n"
    }
    let header = (1...11).map { "s\($0)" }.joined(separator: ",") + ",moves\n"
    let problem = try problem(.moveChoice, header + rows.joined(), named: "next.csv")
    #expect(try score(problem, .baseline) < 0.9)
    #expect(try score(problem, .classical) == 1)
  }

  @Test func `a free way is walked in the fewest steps`() throws {
    // The pursuer is behind a wall; three steps cost 0.03 and the goal earns 1.
    let maps = Array(repeating: "S..G#E", count: 30).joined(separator: "\n\n")
    let problem = try problem(.gridBehaviour, maps, named: "maps.txt")
    #expect(abs(problem.perfect - 0.97) < 1e-9)
    #expect(abs(try score(problem, .classical) - 0.97) < 1e-9)
    #expect(try score(problem, .baseline) < 0.97)
  }

  /// The pursuer starts behind the character, comes as fast as it and so never reaches it: two steps.
  @Test func `a pursuer behind does not catch up`() throws {
    let maps = Array(repeating: "S.G\nE##", count: 30).joined(separator: "\n\n")
    let problem = try problem(.gridBehaviour, maps, named: "maps.txt")
    #expect(abs(problem.perfect - 0.98) < 1e-9)
  }

  /// The goal is a step away, but beside the pursuer: it is reached before the pursuer can move.
  @Test func `the goal counts before the pursuer moves`() throws {
    let maps = Array(repeating: "SGE", count: 30).joined(separator: "\n\n")
    let problem = try problem(.gridBehaviour, maps, named: "maps.txt")
    #expect(abs(problem.perfect - 0.99) < 1e-9)
  }

  /// The pursuer stands in the only way.
  ///
  /// Waiting in the corner, the character is caught sooner or later; the best
  /// is to be caught with no step lost: 0.01 for the step, 1 for running into it.
  @Test func `a way that is barred costs all`() throws {
    let maps = Array(repeating: "SEG", count: 30).joined(separator: "\n\n")
    let problem = try problem(.gridBehaviour, maps, named: "maps.txt")
    #expect(abs(problem.perfect + 1.01) < 1e-9)
  }

  @Test func `what is decided does not matter in the control`() throws {
    let maps = (0..<30).map { "S...\n\($0 % 2 == 0 ? ".#.." : "..#.")\nE..G" }.joined(separator: "\n\n")
    let problem = try problem(.gridBehaviour, maps, named: "maps.txt", control: .shuffledLabels)
    let (baseline, script) = (try score(problem, .baseline), try score(problem, .classical))
    #expect(abs(baseline - script) < 1e-12 && abs(problem.perfect - script) < 1e-9)
  }
}
