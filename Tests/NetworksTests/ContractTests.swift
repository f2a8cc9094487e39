import Foundation
import Kernels
import Networks
import Testing

/// What holds for every kind of layer and loss, over the whole registry.
struct ContractTests {
  @Test func `every registered kind has a sample`() throws {
    let layers = Set(try LayerSamples.all().map(\.kind))
    #expect(layers == Set(LayerRegistry.all.map { $0.kind }))
    let losses = Set(try LossSamples.all().map(\.kind))
    #expect(losses == Set(LossRegistry.all.map { $0.kind }))
  }

  @Test(arguments: try LayerSamples.all().map(\.sample) + LossSamples.all().map(\.sample))
  func `gradients are central differences in double precision`(_ sample: Sample) throws {
    let modes = [false, true]
    for isTraining in modes {
      let function = try NetworkFunction(sample.network, on: sample.examples, isTraining: isTraining)
      let parameters = try Formula.parameters(sample.network).map { Double($0) }
      let features = sample.examples.features.map { Double($0) }
      let stated = function.gradient(parameters)
      #expect(stated.loss == function.loss(parameters))
      #expect(stated.parameters.contains { $0 != 0 } || parameters.isEmpty)
      // A kink within the step of a difference makes it wrong there; few of many values may lie so near.
      let tolerance = sample.isSmooth ? 1e-6 : 1e-4
      let gap = largestGap(stated.parameters, at: parameters) { function.loss($0) }
      #expect(gap < tolerance, "parameters, training \(isTraining)")
      let isIndexed = stated.features.allSatisfy { $0 == 0 }
      if !isIndexed {
        let inputGap = largestGap(stated.features, at: features) {
          function.loss(parameters, features: $0)
        }
        #expect(inputGap < tolerance, "features, training \(isTraining)")
      }
    }
  }

  @Test(arguments: try LayerSamples.all().map(\.sample) + LossSamples.all().map(\.sample))
  func `shapes, counts and files agree, and threads and instruction sets do not matter`(
    _ sample: Sample
  ) throws {
    let network = sample.network
    try network.validate()
    let estimate = try network.estimate(TrainingConfiguration(batchSize: 3))
    #expect(try network.initialParameters(seed: 1).count == estimate.parameters)
    let copy = try JSONDecoder().decode(
      NetworkConfiguration.self, from: JSONEncoder().encode(network))
    #expect(copy == network)

    let training = TrainingConfiguration(optimiser: Adam(learningRate: 0.01), batchSize: 3, epochs: 3)
    func run(_ execution: Execution) throws -> TrainingOutcome {
      try train(network, training, on: sample.examples, validation: sample.examples, execution: execution)
    }
    let one = try run(Execution())
    for threads in [2, 3] {
      let several = try run(Execution(threads: threads))
      #expect(several.network == one.network && several.history == one.history, "\(threads) threads")
    }
    for set in InstructionSet.available {
      let other = try run(Execution(instructionSet: set))
      for (a, b) in zip(one.history, other.history) {
        #expect(abs(a.trainingLoss / b.trainingLoss - 1) < 1e-3, "\(set)")
      }
    }
    let rows = sample.examples.rows
    let predictions = one.network.predict(sample.examples.features, rows: rows)
    #expect(predictions.count == rows * (try network.outputShape().count))
    #expect(predictions.allSatisfy { $0.isFinite })
    let trained = try JSONDecoder().decode(
      TrainedNetwork.self, from: JSONEncoder().encode(one.network))
    #expect(trained.predict(sample.examples.features, rows: rows) == predictions)
    // Row by row as all at once.
    let first = Array(sample.examples.features.prefix(network.inputCount))
    for (alone, together) in zip(one.network.predict(first, rows: 1), predictions) {
      #expect(abs(alone - together) < 1e-5)
    }
  }
}

/// The largest gap between stated slopes and central differences, relative to the larger of the two and to
/// a hundredth of the largest slope.
func largestGap(_ stated: [Double], at point: [Double], _ function: ([Double]) -> Double) -> Double {
  let step = 1e-5
  let scale = stated.reduce(0) { max($0, abs($1)) }
  var worst = 0.0
  for index in point.indices {
    var (above, below) = (point, point)
    above[index] += step
    below[index] -= step
    let difference = (function(above) - function(below)) / (2 * step)
    let size = max(abs(difference), abs(stated[index]), 0.01 * scale, 1e-12)
    worst = max(worst, abs(difference - stated[index]) / size)
  }
  return worst
}
