import Datasets
import Kernels
import Knowledge
import ModelMetrics
import Networks
import Recommendations

/// How much of each asset to hold in the next period: weights that are not negative and add up to 1, set anew
/// before every period from what was known then.
///
/// The baseline holds all alike, the classical method the weights of least variance by a shrunk covariance of
/// a rolling window, the network shares that it learnt to raise expected utility with. The parts follow each
/// other in time; returns are resampled in blocks of up to four neighbouring periods. Costs of trading and
/// what a safe investment pays are left out.
struct PortfolioProblem: PilotProblem {
  enum Model: Hashable, Codable, Sendable {
    case equal
    case leastVariance(window: Int)
    case network(TrainedNetwork)
  }

  let kind = ProblemKind.portfolio
  let metric = Metric.sharpeRatio
  let facts: CollectionFacts
  let assets: [String]
  let periods: [String]
  let periodsPerYear: Double
  /// The ratio of the best fixed weights, chosen with the test part known.
  let perfect: Double
  private let returns: [[Double]]
  private let parts: TimeParts
  private let window: Int
  private let network: ShareNetwork
  private let view: AssetFeatures

  private static let longestBlock = 4

  /// - Throws: `PilotError.tooFewRows` for too few periods to train on.
  init(_ collection: AssetReturns, seed: UInt64, control: PilotControl?) throws {
    facts = collection.facts
    assets = collection.assets
    periods = collection.periods
    periodsPerYear = collection.periodsPerYear
    let all =
      control == .shuffledLabels
      ? Self.shuffled(collection.returns, seed: seed) : collection.returns
    // Two years, but never so much that too little is left.
    let window = min(max(24, Int(2 * collection.periodsPerYear)), all.count / 5)
    parts = try TimeParts(window..<all.count, gap: 0, validationShare: 0.25, testShare: 0.35)
    returns = all
    self.window = window
    network = ShareNetwork(assets: collection.assets.count)
    view = AssetFeatures(window: window, assets: collection.assets.count)
    perfect = BestFixedWeights.ratio(
      Array(all[parts.test]), periodsPerYear: collection.periodsPerYear)
  }

  /// The returns of each period dealt out anew among the assets: then no asset differs from another, and nothing
  /// beats holding all alike.
  private static func shuffled(_ returns: [[Double]], seed: UInt64) -> [[Double]] {
    var generator = SeededGenerator(seed: seed, purpose: "shuffled assets")
    return returns.map { row in
      var row = row
      generator.shuffle(&row)
      return row
    }
  }

  var features: Int { assets.count * AssetFeatures.count }
  func count(_ part: ProblemPart) -> Int { blocks(part).count }
  private func blocks(_ part: ProblemPart) -> [Range<Int>] {
    parts.blocks(part, longest: Self.longestBlock)
  }
  var testPeriods: Range<Int> { parts.test }

  func fit(_ candidate: PilotCandidate, _ request: FitRequest) throws -> ProblemFit<Model> {
    switch candidate {
    case .baseline: return ProblemFit(.equal)
    case .linear, .classical, .trees: return ProblemFit(.leastVariance(window: window))
    case .smallNetwork:
      let outcome = try train(
        network.configuration, network.training(seed: request.seed), on: examples(parts.training),
        validation: examples(parts.validation), execution: request.execution,
        shouldStop: request.shouldStop, onEpoch: request.onEpoch)
      return ProblemFit(outcome) { .network($0) }
    }
  }

  private func features(_ periods: Range<Int>) -> [Float] {
    periods.flatMap { view.values(returns[$0 - window..<$0]) }
  }

  /// Returns times the aversion; a careful investor's, whatever the length of a period.
  private func examples(_ periods: Range<Int>) -> ExampleSet {
    ExampleSet(
      rows: periods.count, columns: features, features: features(periods),
      targets: periods.flatMap { returns[$0].map { Float(network.aversion * $0) } })
  }

  /// The weights held in each period, [period][asset].
  func weights(_ model: Model, _ periods: Range<Int>) throws -> [[Double]] {
    switch model {
    case .equal:
      let share = 1 / Double(assets.count)
      return periods.map { _ in assets.map { _ in share } }
    case .leastVariance(let window):
      return periods.map { ShrunkCovariance(Array(returns[$0 - window..<$0])).leastVarianceWeights() }
    case .network(let trained):
      let shares = try Predictor(trained, batchSize: 256).predict(features(periods), rows: periods.count)
      return (0..<periods.count).map { row in
        shares[row * assets.count..<(row + 1) * assets.count].map(Double.init)
      }
    }
  }

  /// What the weights earned in each period.
  func earned(_ weights: [[Double]], _ periods: Range<Int>) -> [Double] {
    zip(weights, periods).map { weights, period in
      zip(weights, returns[period]).reduce(0.0) { $0 + $1.0 * $1.1 }
    }
  }

  func evaluate(_ model: Model, on part: ProblemPart) throws -> MetricEvaluator {
    let periods = parts[part]
    let earned = earned(try weights(model, periods), periods)
    return SharpeRatio.evaluator(
      blocks: blocks(part).map { block in block.map { earned[$0 - periods.lowerBound] } },
      periodsPerYear: periodsPerYear)
  }

  func parameterCount(_ model: Model) -> Int {
    switch model {
    case .equal: 0
    case .leastVariance: assets.count * (assets.count + 1) / 2
    case .network(let network): network.parameters.count
    }
  }

  func settings(_ model: Model, epochs: Int) -> [String: String] {
    switch model {
    case .equal: ["model": "equal-weights"]
    case .leastVariance(let window): ["model": "least-variance", "window": "\(window)"]
    case .network:
      ["model": "share-network", "epochs": "\(epochs)", "window": "\(window)"]
        .merging(network.settings) { $1 }
    }
  }

  func use(_ model: Model, turn: Int) throws {
    let period = parts.test.lowerBound + turn % parts.test.count
    _ = try weights(model, period..<period + 1)
  }
}
