import Datasets
import Foundation
import Knowledge
import Pilots

/// The examples a pilot runs on: labelled rows, or a task of its own kind.
public enum PilotInput: Sendable {
  case labelled(PilotDatasets)
  case problem(any PilotProblem)

  /// Reads or makes the examples that a request means for a scenario; nil where no pilot is wanted or possible.
  ///
  /// - Parameter samples: the folder that holds `samples/`.
  /// - Throws: `DatasetError` for data that cannot be used, `PilotError` for too little of it,
  ///   `AssessmentError.testDataNotTaken`.
  init?(_ request: AssessmentRequest, _ scenario: Scenario, samples: URL) throws {
    guard scenario.problem != .labelled else {
      guard var data = try pilotData(request.pilot, scenario, samples: samples, seed: request.seed) else {
        return nil
      }
      if request.control == .shuffledLabels { data.shuffleTargets(seed: request.seed) }
      self = .labelled(data)
      return
    }
    let source: ProblemSource
    switch request.pilot {
    case .none: return nil
    case .sample:
      guard let sample = scenario.sampleData else { return nil }
      source = .sample(sample, root: samples)
    case .files(let files):
      if files.heldOut != nil { throw AssessmentError.testDataNotTaken(scenario.id) }
      source = .files(files.data)
    }
    guard
      let problem = try scenario.problem.problem(source, seed: request.seed, control: request.control)
    else { return nil }
    self = .problem(problem)
  }

  /// Of the examples, and of the test rows where a file of their own brought them.
  public var fingerprint: String {
    switch self {
    case .labelled(let data): data.fingerprint
    case .problem(let problem): problem.facts.fingerprint
    }
  }
}

/// The rows of a pilot as they were read.
public struct PilotDatasets: Sendable {
  public var training: Dataset
  public var heldOut: Dataset?

  /// Of the training rows, and of the test rows where a file of their own brought them.
  public var fingerprint: String {
    ([training] + (heldOut.map { [$0] } ?? [])).map(\.fingerprint).joined(separator: "+")
  }

  /// Deals the targets out anew among the rows, so that nothing can be learnt from them.
  mutating func shuffleTargets(seed: UInt64) {
    training = training.shufflingTargets(seed: seed)
    heldOut = heldOut?.shufflingTargets(seed: seed)
  }
}

/// Reads the labelled rows that a choice of data means for a scenario; nil where no pilot is wanted or
/// possible, or its task is of a kind of its own.
///
/// - Parameters:
///   - samples: the folder that holds `samples/`.
///   - seed: draws synthetic sample rows.
/// - Throws: `DatasetError` for data that cannot be used.
public func pilotData(
  _ choice: PilotChoice, _ scenario: Scenario, samples: URL, seed: UInt64
) throws -> PilotDatasets? {
  guard scenario.problem == .labelled else { return nil }
  switch choice {
  case .none: return nil
  case .sample:
    guard let sample = scenario.sampleData else { return nil }
    let data = try SampleData.load(sample, root: samples, seed: seed, group: scenario.pilot?.group)
    return PilotDatasets(training: data)
  case .files(let files):
    var request = files.data
    // The scenario's group column is looked for in a person's own table, and asked for by name alone.
    if request.groupColumn == nil, let group = scenario.pilot?.group, try hasColumn(group, request) {
      request.groupColumn = group
    }
    let training = try load(request)
    let heldOut = try files.heldOut.map {
      try applyHeldOut($0, to: training, encoding: files.data.encoding)
    }
    return PilotDatasets(training: training, heldOut: heldOut)
  }
}
