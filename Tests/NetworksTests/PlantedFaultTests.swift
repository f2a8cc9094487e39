import Kernels
import Networks
import Testing

/// One factor for each value, as a layer written outside the engine: output = input × factor.
///
/// It can be told to be wrong in the ways a new layer is, to show that the checks notice.
private struct Factors: Layer {
  enum Fault: String, Codable, CaseIterable {
    case none, signOfParameters, signOfInput, missingRow, addsToWhatIsThere
  }

  static let kind = "factors"
  var fault = Fault.none

  func outputShape(_ inputs: [Shape]) throws -> Shape { try only(inputs) }

  func operation(at site: inout LayerSite) -> any Networks.Operation {
    FactorsOperation(
      input: site.input, output: site.output,
      factors: site.parameter("weight", site.output.shape, .uniform(limit: 1)), fault: fault)
  }
}

private struct FactorsOperation: Networks.Operation {
  let input: Value
  let output: Value
  let factors: Parameter
  let fault: Factors.Fault

  func forward(_ step: Step) {
    let width = factors.count
    for row in 0..<step.rows {
      step.passes.multiplyEach(
        step.passes.place(step.values(output), row * width),
        step.passes.place(step.values(input), row * width), step.values(factors), count: width)
    }
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output) else { return }
    let (passes, width) = (step.passes, factors.count)
    let slopes = step.gradient(factors)
    if fault != .addsToWhatIsThere { passes.fill(slopes, count: width, with: 0) }
    let sign: Double = fault == .signOfParameters ? -1 : 1
    for row in 0..<step.rows - (fault == .missingRow ? 1 : 0) {
      for index in 0..<width {
        let at = row * width + index
        let slope = sign * passes.read(delta, at: at) * passes.read(step.values(input), at: at)
        passes.write(passes.read(slopes, at: index) + slope, to: slopes, at: index)
      }
    }
    guard let gradient = step.gradient(input) else { return }
    for row in 0..<step.rows {
      let place = passes.place(gradient, row * width)
      passes.multiplyEach(place, passes.place(delta, row * width), step.values(factors), count: width)
      if fault == .signOfInput { passes.scale(place, count: width, by: -1) }
    }
  }
}

private func network(_ fault: Factors.Fault) -> NetworkConfiguration {
  NetworkConfiguration(
    input: [3], [Dense(4, .tanh), Factors(fault: fault), Dense(1)], loss: MeanSquaredError())
}

/// The gap that the contract's gradient check finds, as it looks at every layer.
private func gap(_ fault: Factors.Fault) throws -> Double {
  let network = network(fault)
  let function = try NetworkFunction(network, on: Formula.examples(for: network, rows: 5))
  let parameters = try Formula.parameters(network).map { Double($0) }
  _ = function.gradient(parameters)
  return largestGap(function.gradient(parameters).parameters, at: parameters) { function.loss($0) }
}

@Test func `a layer from outside the engine passes the gradient check and trains`() throws {
  #expect(try gap(.none) < 1e-6)
  let network = network(.none)
  let examples = try Formula.examples(for: network, rows: 20)
  let outcome = try train(
    network, TrainingConfiguration(optimiser: Adam(learningRate: 0.02), epochs: 50), on: examples)
  #expect(outcome.history[49].trainingLoss < 0.8 * outcome.history[0].trainingLoss)
}

@Test(arguments: [
  Factors.Fault.signOfParameters, .signOfInput, .missingRow, .addsToWhatIsThere,
])
private func `a planted fault in a layer's gradient is found`(_ fault: Factors.Fault) throws {
  #expect(try gap(fault) > 0.01)
}

/// Gradient descent up the hill.
private struct Ascent: Optimiser {
  static let kind = "ascent"
  var learningRate = 0.05
  var stateCount: Int { 0 }
  func validate() throws {}
  func step(_ range: ParameterRange, number: Int, learningRate: Double, factor: Double) {
    range.passes.addScaled(
      range.parameters, range.gradients, count: range.count, factor: learningRate * factor)
  }
}

/// What every optimiser must do: a small step lowers the loss.
private func firstStepLowersLoss(_ optimiser: any Optimiser) throws -> Bool {
  let network = network(.none)
  let examples = try Formula.examples(for: network, rows: 20)
  let training = TrainingConfiguration(optimiser: optimiser, batchSize: 20, epochs: 2)
  let history = try train(network, training, on: examples).history
  return history[1].trainingLoss < history[0].trainingLoss
}

@Test func `a step of any optimiser lowers the loss, and one with the wrong sign is found`() throws {
  let all: [any Optimiser] = [
    SGD(), SGD(momentum: 0.9), SGD(momentum: 0.9, nesterov: true), RMSProp(), Adam(), AdamW(),
  ]
  #expect(Set(all.map { type(of: $0).kind }) == Set(OptimiserRegistry.all.map { $0.kind }))
  for optimiser in all { #expect(try firstStepLowersLoss(optimiser), "\(optimiser)") }
  #expect(try !firstStepLowersLoss(Ascent()))
}
