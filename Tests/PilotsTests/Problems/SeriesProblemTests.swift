import Datasets
import Foundation
import Knowledge
import ModelMetrics
import Networks
import Pilots
import Recommendations
import Testing

/// Series whose best answer is known beforehand, made for one test.
struct SeriesProblemTests {
  private func problem(_ kind: ProblemKind, _ table: String) throws -> any PilotProblem {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "series-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try table.write(to: file, atomically: true, encoding: .utf8)
    return try #require(try kind.problem(.files(DatasetRequest(location: file)), seed: 5))
  }

  private func day(_ number: Int) -> String {
    String(Date(timeIntervalSince1970: 86_400 * Double(number)).ISO8601Format().prefix(10))
  }

  private func prices(_ returns: [Double]) -> String {
    var price = 100.0
    let rows = returns.enumerated().map { place, value in
      price *= exp(value)
      return "\(day(place)),\(price)\n"
    }
    return "date,close\n" + rows.joined()
  }

  private func run(_ problem: some PilotProblem, seed: UInt64) throws -> PilotResult {
    try runPilot(
      problem, configuration: PilotConfiguration(), seed: seed, budgetSeconds: 60, clock: { 0 },
      memory: { 0 },
      journal: MemoryJournal(), threads: 1)
  }

  private func request() -> FitRequest {
    FitRequest(
      seed: 1, seconds: 60, shouldStop: { false }, onEpoch: { _ in .proceed },
      execution: Execution(threads: 1))
  }

  @Test func `a return that turns every day is foreseen`() throws {
    let returns = (0..<400).map { $0 % 2 == 0 ? 0.01 : -0.01 }
    let result = try run(try problem(.returnForecast, prices(returns)), seed: 1)
    #expect(result.winner != .baseline && result.gainIsReal)
    // The random walk is wrong by 1 % every day: one squared per cent.
    #expect(abs(result.baseline.value - 1) < 1e-6)
    #expect(result.relativeGain.value > 0.95)
  }

  @Test(arguments: [1, 2, 3, 4]) func `a random walk has no signal`(_ seed: UInt64) throws {
    var random = Uniform(seed: seed)
    // Sums of twelve draws: near a normal distribution.
    let returns = (0..<500).map { _ in ((0..<12).reduce(0.0) { sum, _ in sum + random.next() } - 6) / 100 }
    let result = try run(try problem(.returnForecast, prices(returns)), seed: seed)
    #expect(!result.gainIsReal)
  }

  /// Two assets that move by ±1 % and ±2 % and never together.
  ///
  /// Over a window of 40 weeks the covariance is
  /// diag(1, 4) · 10⁻⁴; its error 2 (2 · 10⁻⁴)² / 40 is 0.0444 of its distance 4.5 · 10⁻⁸ to the mean variance;
  /// shrunk by that it is diag(1.0667, 3.9333) · 10⁻⁴, and weights go by the inverse.
  @Test func `least variance weighs two assets as by hand`() throws {
    let rows = (0..<200).map { week in
      "\(day(7 * week)),\([0.01, 0.01, -0.01, -0.01][week % 4]),\([0.02, -0.02][week % 2])\n"
    }
    let weights = try meanWeights(try problem(.portfolio, "date,calm,wild\n" + rows.joined()))
    #expect(abs(weights[0] - 0.786667) < 1e-5 && abs(weights[1] - 0.213333) < 1e-5)
  }

  private func meanWeights(_ problem: some PilotProblem) throws -> [Double] {
    let model = try problem.fit(.classical, request()).model
    let samples = try problem.samples([.classical: model], winner: .classical)
    for sample in samples {
      if case .table(let table) = sample.content { return table.rows.compactMap { $0.values[0] } }
    }
    return []
  }

  @Test func `a table too short for its gaps is refused`() throws {
    // 200 prices are enough for the file; windows of twenty and gaps leave something to train on as well.
    let returns = (0..<200).map { Double($0 % 7) / 1_000 - 0.003 }
    let problem = try problem(.returnForecast, prices(returns))
    for part in ProblemPart.allCases { #expect(problem.count(part) > 0) }
  }
}

/// Numbers from 0 to 1 by a linear congruence, so that the test depends on nothing else.
private struct Uniform {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / 0x1p53
  }
}
