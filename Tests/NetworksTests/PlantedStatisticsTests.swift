import Kernels
import Networks
import Testing

/// Normalises a value over the batch without trained parameters, and can be told to be wrong in the two ways
/// that running statistics go wrong.
private struct Standardised: Layer {
  enum Fault: String, Codable, CaseIterable {
    case none, neverMovesRunningStatistics, usesBatchStatisticsInUse
  }

  static let kind = "standardised"
  var fault = Fault.none

  func outputShape(_ inputs: [Shape]) throws -> Shape { try only(inputs) }

  func operation(at site: inout LayerSite) -> any Networks.Operation {
    StandardisedOperation(
      input: site.input, output: site.output, mean: site.state("mean", [1], value: 0),
      variance: site.state("variance", [1], value: 1), fault: fault)
  }
}

private struct StandardisedOperation: Networks.Operation {
  let input: Value
  let output: Value
  let mean: RunningState
  let variance: RunningState
  let fault: Standardised.Fault

  func forward(_ step: Step) {
    let passes = step.passes
    var middle = passes.read(step.values(mean), at: 0)
    var square = passes.read(step.values(variance), at: 0)
    if step.isTraining || fault == .usesBatchStatisticsInUse {
      let rows = Double(step.rows)
      let x = step.values(input)
      let own = (0..<step.rows).reduce(0) { $0 + passes.read(x, at: $1) } / rows
      let spread =
        (0..<step.rows).reduce(0) { sum, row in
          let distance = passes.read(x, at: row) - own
          return sum + distance * distance
        } / rows
      if step.isTraining && fault != .neverMovesRunningStatistics {
        passes.write((middle + own) / 2, to: step.values(mean), at: 0)
        passes.write((square + spread) / 2, to: step.values(variance), at: 0)
      }
      (middle, square) = (own, spread)
    }
    for row in 0..<step.rows {
      let value = (passes.read(step.values(input), at: row) - middle) / (square + 1e-5).squareRoot()
      passes.write(value, to: step.values(output), at: row)
    }
  }

  func backward(_ step: Step) {
    guard let gradient = step.gradient(input) else { return }
    step.passes.fill(gradient, count: step.rows, with: 0)
  }
}

/// How far a normalisation over the batch is from what it must do in use, after many steps on one batch:
/// give that batch mean 0 and variance 1, and every row the same alone as in company.
private func gap(_ layer: any Layer) throws -> Double {
  let network = NetworkConfiguration(input: [1], [layer], loss: MeanSquaredError())
  let rows = 20
  let features = Formula.features(rows: rows, columns: 1).map { 5 + 2 * $0 }
  let examples = ExampleSet(
    rows: rows, columns: 1, features: features, targets: [Float](repeating: 0, count: rows))
  let trained = try train(
    network,
    TrainingConfiguration(optimiser: SGD(learningRate: 1e-9), batchSize: rows, epochs: 60), on: examples
  ).network
  let together = trained.predict(features, rows: rows).map { Double($0) }
  let alone = features.map { Double(trained.predict([$0], rows: 1)[0]) }
  let mean = together.reduce(0, +) / Double(rows)
  let variance = together.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rows)
  let difference = zip(together, alone).map { abs($0 - $1) }.max() ?? 0
  return max(abs(mean), abs(variance - 1), difference)
}

@Test func `batch normalisation in use gives what it gave in training, alone or in company`() throws {
  // The running variance is divided by 19 rather than by 20.
  #expect(try gap(BatchNormalisation(momentum: 0.5)) < 1.0 / 19)
  #expect(try gap(Standardised()) < 1e-4)
}

@Test(arguments: [
  Standardised.Fault.neverMovesRunningStatistics, .usesBatchStatisticsInUse,
])
private func `a planted fault in running statistics is found`(_ fault: Standardised.Fault) throws {
  #expect(try gap(Standardised(fault: fault)) > 0.5)
}
