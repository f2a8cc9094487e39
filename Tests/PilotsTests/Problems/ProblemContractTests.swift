import Datasets
import Foundation
import Knowledge
import ModelMetrics
import Networks
import Recommendations
import TestSupport
import Testing

import Pilots

/// What every kind of problem promises, checked on the examples that come with the program.
struct ProblemContractTests {
  /// The sample of each kind of problem.
  static let samples: [(kind: ProblemKind, sample: String)] = [
    (.textGeneration, "grammar-tales"),
    (.speechRecognition, "spoken-digits"),
    (.speechSynthesis, "one-voice-digits"),
    (.objectDetection, "shapes-in-clutter"),
    (.imageGeneration, "optical-digits"),
    (.nextFrame, "moving-shapes"),
    (.retrieval, "town-handbook"),
    (.translation, "english-chinese"),
    (.noteGeneration, "composed-melodies"),
    (.returnForecast, "weak-signal-returns"),
    (.portfolio, "factor-assets"),
    (.moveChoice, "tic-tac-toe"),
    (.gridBehaviour, "chase-maps"),
  ]

  @Test func `every kind of problem but labelled rows is checked here`() {
    #expect(Set(Self.samples.map(\.kind)).union([.labelled]) == Set(ProblemKind.allCases))
  }

  @Test(arguments: samples) func `a problem keeps its promises`(
    kind: ProblemKind, sample: String
  ) throws {
    let source = ProblemSource.sample(sample, root: repositoryRoot)
    let first = try #require(try kind.problem(source, seed: 7))
    let second = try #require(try kind.problem(source, seed: 7))
    try check(first, again: second, kind: kind)
    #expect(throws: DatasetError.self) {
      _ = try kind.problem(.sample("nothing-of-the-kind", root: repositoryRoot), seed: 7)
    }
    let control = try #require(try kind.problem(source, seed: 7, control: .shuffledLabels))
    for part in ProblemPart.allCases { #expect(control.count(part) == first.count(part)) }
  }

  private func check<Problem: PilotProblem>(
    _ problem: Problem, again: any PilotProblem, kind: ProblemKind
  ) throws {
    #expect(problem.kind == kind)
    #expect(problem.facts.fingerprint == again.facts.fingerprint)
    #expect(problem.candidates.first == .baseline && problem.candidates.last == .smallNetwork)
    for part in ProblemPart.allCases { #expect(problem.count(part) > 0) }
    var models: [PilotCandidate: Problem.Model] = [:]
    for candidate in problem.candidates {
      // The network is cut after its first batches: the promises hold for a poor one too.
      let fit = try problem.fit(candidate, request())
      let repeated = try problem.fit(candidate, request())
      #expect(fit.model == repeated.model)
      let kept = try JSONDecoder().decode(
        ProblemFit<Problem.Model>.self, from: JSONEncoder().encode(fit))
      #expect(kept.model == fit.model)
      for part in ProblemPart.allCases {
        let evaluator = try problem.evaluate(fit.model, on: part)
        #expect(evaluator.metric == problem.metric)
        let value = try #require(evaluator.value)
        #expect(value.isFinite)
        if part == .test { #expect(problem.metric.gain(of: problem.perfect, over: value) >= 0) }
        #expect(try problem.evaluate(kept.model, on: part).value == value)
        if part != .training { #expect(evaluator.rows == problem.count(part)) }
      }
      #expect(problem.settings(fit.model, epochs: 1)["model"] != nil)
      #expect(problem.parameterCount(fit.model) >= 0)
      try problem.use(fit.model, turn: 3)
      models[candidate] = fit.model
    }
    let samples = try problem.samples(models, winner: .smallNetwork)
    #expect(!samples.isEmpty)
    let data = try JSONEncoder().encode(samples)
    #expect(data.count < 400_000)
    #expect(try JSONDecoder().decode([PilotSample].self, from: data) == samples)
  }

  private func request() -> FitRequest {
    var asked = 0
    return FitRequest(
      seed: 3, seconds: 60,
      shouldStop: {
        asked += 1
        return asked > 6
      }, onEpoch: { _ in .proceed }, execution: Execution(threads: 1))
  }
}
