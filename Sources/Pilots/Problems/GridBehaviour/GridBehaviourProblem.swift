import Datasets
import Kernels
import Knowledge
import ModelMetrics
import Networks
import Recommendations

/// Steps of a character that must reach a goal and not be caught, on maps it never saw.
///
/// The baseline acts alike everywhere, the classical method is a script, the network imitates an exact planner on
/// the training maps. Returns are computed over all that can happen, not played out; maps are resampled.
struct GridBehaviourProblem: PilotProblem {
  enum Model: Hashable, Codable, Sendable {
    case blind(BlindPolicy)
    case script(ScriptedPolicy)
    case network(TrainedNetwork, sharpness: Double)
  }

  let kind = ProblemKind.gridBehaviour
  let metric = Metric.meanReturn
  let facts: CollectionFacts
  /// The mean return of the exact planner on the test maps.
  let perfect: Double
  private let worlds: [GridWorld]
  private let parts: PartSplit
  private let network = GridNetwork()

  /// Training maps that are enough to compare hand-set numbers on.
  private static let mapsToCompare = 40

  /// - Throws: `PilotError.tooFewRows` for fewer than 30 maps.
  init(_ collection: MapCollection, seed: UInt64, control: PilotControl?) throws {
    facts = collection.facts
    parts = try PartSplit(collection.maps.count, seed: seed)
    let worlds = collection.maps.map { GridWorld($0, ignoresChoices: control == .shuffledLabels) }
    self.worlds = worlds
    perfect =
      parts.test.reduce(0.0) { $0 + GridPlan(worlds[$1]).value } / Double(parts.test.count)
  }

  var features: Int { GridNetwork.features }
  func count(_ part: ProblemPart) -> Int { parts[part].count }
  func worlds(_ part: ProblemPart) -> [GridWorld] { parts[part].map { worlds[$0] } }

  func fit(_ candidate: PilotCandidate, _ request: FitRequest) throws -> ProblemFit<Model> {
    switch candidate {
    case .baseline: return ProblemFit(try best(blindPolicies()))
    case .linear, .classical, .trees:
      return ProblemFit(try best((0...4).map { .script(ScriptedPolicy(caution: $0)) }))
    case .smallNetwork: return try imitation(request)
    }
  }

  /// All steps alike, all but staying alike, and as often as the planner takes each.
  private func blindPolicies() -> [Model] {
    let planned = network.examples(planned(.training, most: Self.mapsToCompare), seed: 1).targets
    let often = (0..<GridWorld.actions).map { action in
      stride(from: action, to: planned.count, by: GridWorld.actions).reduce(0.0) { $0 + Double(planned[$1]) }
    }
    return [
      .blind(BlindPolicy(name: "random-steps", shares: [1, 1, 1, 1, 1])),
      .blind(BlindPolicy(name: "random-moves", shares: [1, 1, 1, 1, 0])),
      .blind(BlindPolicy(name: "action-frequencies", shares: often)),
    ]
  }

  /// The model with the highest mean return on training maps, the first of equal ones.
  private func best(_ models: [Model]) throws -> Model {
    let returns = try models.map { try evaluate($0, on: .training).value ?? -.infinity }
    let best = returns.indices.dropFirst().reduce(0) { returns[$1] > returns[$0] ? $1 : $0 }
    return models[best]
  }

  private func planned(_ part: ProblemPart, most: Int? = nil) -> [(world: GridWorld, plan: GridPlan)] {
    worlds(part).prefix(most ?? Int.max).map { ($0, GridPlan($0)) }
  }

  private func imitation(_ request: FitRequest) throws -> ProblemFit<Model> {
    let outcome = try train(
      network.configuration, network.training(seed: request.seed),
      on: network.examples(planned(.training), seed: request.seed),
      validation: network.examples(planned(.validation), seed: request.seed),
      execution: request.execution, shouldStop: request.shouldStop, onEpoch: request.onEpoch)
    // How sure of itself it acts: chosen by the validation part, as its epoch was.
    let models = [1.0, 3].map { Model.network(outcome.network, sharpness: $0) }
    let returns = try models.map { try evaluate($0, on: .validation).value ?? -.infinity }
    return ProblemFit(outcome) { .network($0, sharpness: returns[1] > returns[0] ? 3 : 1) }
  }

  /// Probabilities of the actions in every state of some worlds.
  func actions(_ model: Model, _ worlds: [GridWorld]) throws -> [[Double]] {
    switch model {
    case .blind(let policy): worlds.map(policy.actions)
    case .script(let policy): worlds.map(policy.actions)
    case .network(let trained, let sharpness):
      try network.actions(trained, sharpness: sharpness, worlds)
    }
  }

  func outcomes(_ model: Model, _ worlds: [GridWorld]) throws -> [GridOutcome] {
    // One map at a time, for the numbers of all states of many maps are a lot.
    try worlds.map { GridOutcome($0, policy: try actions(model, [$0])[0]) }
  }

  func evaluate(_ model: Model, on part: ProblemPart) throws -> MetricEvaluator {
    let worlds = worlds(part)
    let chosen = part == .training ? Array(worlds.prefix(Self.mapsToCompare)) : worlds
    return MetricEvaluator(metric, meanOf: try outcomes(model, chosen).map(\.reward))
  }

  func parameterCount(_ model: Model) -> Int {
    switch model {
    case .blind(let policy): policy.shares.count
    case .script: 1
    case .network(let network, _): network.parameters.count + 1
    }
  }

  func settings(_ model: Model, epochs: Int) -> [String: String] {
    switch model {
    case .blind(let policy): ["model": policy.name]
    case .script(let script): ["model": "scripted-steps", "caution": "\(script.caution)"]
    case .network(_, let sharpness):
      ["model": "imitation-network", "epochs": "\(epochs)", "sharpness": "\(sharpness)"]
        .merging(network.settings) { $1 }
    }
  }

  func use(_ model: Model, turn: Int) throws {
    let world = worlds[parts.test[turn % parts.test.count]]
    switch model {
    case .blind(let policy): _ = world.possible(policy.shares, at: world.start)
    case .script(let policy): _ = policy.action(world, world.start, world.pursuer)
    case .network(let trained, _):
      _ = try Predictor(trained, batchSize: 1).predict(
        network.view(world, world.start, world.pursuer), rows: 1)
    }
  }
}
