/// Where a training keeps its state on the way, and where it goes on from.
public struct Checkpoints {
  /// Steps from one checkpoint to the next, at least 1.
  public var everySteps: Int
  /// Receives every checkpoint; it is to replace the one before whole or not at all.
  public var keep: (Checkpoint) throws -> Void
  /// A checkpoint to go on from; nil starts anew.
  public var resumed: Checkpoint?

  public init(
    everySteps: Int, resuming resumed: Checkpoint? = nil, keep: @escaping (Checkpoint) throws -> Void
  ) {
    precondition(everySteps >= 1, "checkpoints come every step or less often, not every \(everySteps)")
    self.everySteps = everySteps
    self.resumed = resumed
    self.keep = keep
  }

  func isDue(_ steps: Int) -> Bool { steps % everySteps == 0 }
}

/// The whole state of a training between two steps.
///
/// A training that goes on from it ends with the same bytes as one that was never stopped.
public struct Checkpoint: Codable, Hashable, Sendable {
  public let network: NetworkConfiguration
  public let training: TrainingConfiguration
  /// Rows and columns of the examples, and a sum over them: enough to notice other data.
  let data: DataMark
  let progress: TrainingProgress
  let parameters: [Float]
  let states: [Float]
  /// The optimiser's state, one array for each number it keeps of a parameter.
  let optimiser: [[Float]]
  let best: [Float]
  let bestStates: [Float]

  /// Steps taken so far.
  public var steps: Int { progress.steps }
}

/// What tells one example set from another at a glance.
struct DataMark: Codable, Hashable, Sendable {
  let rows: Int
  let columns: Int
  let hash: UInt64

  init(_ examples: ExampleSet) {
    rows = examples.rows
    columns = examples.columns
    hash = Self.hash([examples.features, examples.targets, examples.weights ?? []])
  }

  /// Of a source: its sizes and its first rows, since reading all of it would take as long as an epoch.
  init(_ source: any ExampleSource) throws {
    rows = source.rows
    columns = source.columns
    let first = try source.examples(start: 0, count: min(source.rows, 1_000))
    hash = Self.hash([first.features, first.targets])
  }

  private static func hash(_ arrays: [[Float]]) -> UInt64 {
    var hash = FNV1a()
    arrays.forEach { hash.combine($0) }
    return hash.value
  }
}

extension TrainingRun {
  /// The state as it is now.
  func checkpoint(of mark: DataMark) -> Checkpoint {
    let plan = workspace.plan
    let keepsBest = plan.purpose.keepsBest
    return Checkpoint(
      network: plan.configuration, training: training, data: mark, progress: progress,
      parameters: workspace.unloadedParameters(from: workspace.parameters),
      states: workspace.unloadedStates(from: workspace.states),
      optimiser: (0..<plan.purpose.optimiserStates).map {
        workspace.unloadedParameters(from: workspace.optimiserState($0))
      },
      best: keepsBest ? workspace.unloadedParameters(from: workspace.section(plan.best)) : [],
      bestStates: keepsBest ? workspace.unloadedStates(from: workspace.section(plan.bestStates)) : [])
  }

  /// Goes on from a checkpoint of this training.
  ///
  /// - Throws: `NetworkError.otherCheckpoint` if network, settings or data differ.
  mutating func resume(_ checkpoint: Checkpoint) throws {
    guard checkpoint.network == workspace.plan.configuration else {
      throw NetworkError.otherCheckpoint(what: "network")
    }
    guard checkpoint.training == training else { throw NetworkError.otherCheckpoint(what: "settings") }
    guard checkpoint.data == mark else { throw NetworkError.otherCheckpoint(what: "data") }
    progress = checkpoint.progress
    workspace.load(checkpoint)
    if workspace.hasFiniteParameters { workspace.keepLastGood() }
  }
}

extension NetworkWorkspace {
  /// Copies a checkpoint's numbers to their places.
  func load(_ checkpoint: Checkpoint) {
    if plan.purpose.keepsBest, !checkpoint.best.isEmpty {
      load(parameters: checkpoint.best, states: checkpoint.bestStates)
      keepBest()
    }
    for (index, values) in checkpoint.optimiser.enumerated() {
      load(parameters: values, states: checkpoint.states)
      passes.copy(optimiserState(index), parameters, count: plan.parameterSpan)
    }
    load(parameters: checkpoint.parameters, states: checkpoint.states)
  }
}
