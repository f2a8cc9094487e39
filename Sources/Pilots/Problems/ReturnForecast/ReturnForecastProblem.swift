import Datasets
import Kernels
import Knowledge
import ModelMetrics
import Networks
import Recommendations

/// The next return of a price series, against the random walk that forecasts none.
///
/// The classical method is an autoregression, the network a causal convolution over scaled returns. The parts
/// follow each other in time; their errors are resampled in blocks of up to ten neighbouring periods.
struct ReturnForecastProblem: PilotProblem {
  enum Model: Hashable, Codable, Sendable {
    /// A return of 0: the random walk.
    case zero
    case autoregression(RidgeRegression, l2: Double)
    case network(TrainedNetwork)
  }

  let kind = ProblemKind.returnForecast
  /// In squared per cent.
  let metric = Metric.meanSquaredError
  let facts: CollectionFacts
  let periods: [String]
  let windows: ReturnWindows
  private let parts: TimeParts
  private let network = ReturnNetwork()

  private static let longestBlock = 10

  /// - Throws: `PilotError.tooFewRows` for a series too short to train on.
  init(_ series: PriceSeries, seed: UInt64, control: PilotControl?) throws {
    facts = series.facts
    periods = series.periods
    var returns = series.returns
    if control == .shuffledLabels {
      // Dealt out anew in time: what came before then says nothing about what follows.
      var generator = SeededGenerator(seed: seed, purpose: "shuffled returns")
      generator.shuffle(&returns)
    }
    let length = ReturnWindows.length
    parts = try TimeParts(
      min(length, returns.count)..<returns.count, gap: length, validationShare: 0.15, testShare: 0.2)
    windows = ReturnWindows(returns, training: parts.training)
  }

  var features: Int { ReturnWindows.length }
  func count(_ part: ProblemPart) -> Int { blocks(part).count }
  private func blocks(_ part: ProblemPart) -> [Range<Int>] {
    parts.blocks(part, longest: Self.longestBlock)
  }
  var testPeriods: Range<Int> { parts.test }

  func fit(_ candidate: PilotCandidate, _ request: FitRequest) throws -> ProblemFit<Model> {
    switch candidate {
    case .baseline: return ProblemFit(.zero)
    case .linear, .classical, .trees: return ProblemFit(try autoregression())
    case .smallNetwork:
      let outcome = try train(
        network.configuration, network.training(seed: request.seed),
        on: windows.networkExamples(parts.training, weighted: false),
        validation: windows.networkExamples(parts.validation, weighted: true),
        execution: request.execution, shouldStop: request.shouldStop, onEpoch: request.onEpoch)
      return ProblemFit(outcome) { .network($0) }
    }
  }

  /// The penalty that forecasts the validation part best.
  private func autoregression() throws -> Model {
    let examples = windows.linearExamples(parts.training)
    let penalties = [1.0, 10, 100, 1_000, 10_000]
    var best: (model: Model, error: Double)?
    for penalty in penalties {
      let model = Model.autoregression(try RidgeRegression.fit(examples, l2: penalty), l2: penalty)
      let error = try evaluate(model, on: .validation).value ?? .infinity
      if best.map({ error < $0.error }) ?? true { best = (model, error) }
    }
    return best?.model ?? .zero
  }

  /// The forecast of every period, in per cent.
  func forecasts(_ model: Model, _ periods: Range<Int>) throws -> [Double] {
    switch model {
    case .zero: return periods.map { _ in 0 }
    case .autoregression(let ridge, _):
      return ridge.predict(periods.flatMap { windows.linear(before: $0) }, rows: periods.count)
        .map(Double.init)
    case .network(let network):
      let outputs = try Predictor(network, batchSize: 256).predict(
        periods.flatMap { windows.scaled(before: $0) }, rows: periods.count)
      return zip(periods, outputs).map { Double($1) * windows.volatility(before: $0) }
    }
  }

  func evaluate(_ model: Model, on part: ProblemPart) throws -> MetricEvaluator {
    let periods = parts[part]
    let errors = zip(periods, try forecasts(model, periods)).map { period, forecast in
      (windows.returns[period] - forecast) * (windows.returns[period] - forecast)
    }
    let blocks = blocks(part)
    return MetricEvaluator(
      metric,
      sumOf: blocks.map { block in block.reduce(0.0) { $0 + errors[$1 - periods.lowerBound] } },
      over: blocks.map { Double($0.count) })
  }

  func parameterCount(_ model: Model) -> Int {
    switch model {
    case .zero: 0
    case .autoregression(let ridge, _): ridge.weights.count + 1
    case .network(let network): network.parameters.count
    }
  }

  func settings(_ model: Model, epochs: Int) -> [String: String] {
    switch model {
    case .zero: ["model": "random-walk"]
    case .autoregression(_, let penalty):
      ["model": "autoregression", "lags": "10", "window": "\(ReturnWindows.length)", "l2": "\(penalty)"]
    case .network:
      ["model": "causal-convolution", "epochs": "\(epochs)"].merging(network.settings) { $1 }
    }
  }

  func use(_ model: Model, turn: Int) throws {
    let period = parts.test.lowerBound + turn % parts.test.count
    _ = try forecasts(model, period..<period + 1)
  }
}
