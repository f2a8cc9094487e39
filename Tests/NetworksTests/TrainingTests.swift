import Foundation
import Networks
import Synchronization
import Testing

private let network = NetworkConfiguration(
  input: [4], [Dense(8, .tanh), Dense(1)], loss: BinaryCrossEntropy())

private func rows(_ count: Int = 64) throws -> ExampleSet { try Formula.examples(for: network, rows: count) }

/// Seconds that pass only when told to.
private final class ManualClock: Sendable {
  private let seconds = Mutex(0.0)
  var now: Double { seconds.withLock { $0 } }
  func pass(_ more: Double) { seconds.withLock { $0 += more } }
}

@Suite struct TrainingTests {
  @Test func `early stopping ends after its patience and gives back the best epoch's parameters`() throws {
    // Few rows and a large rate: the validation loss soon rises.
    let all = try rows(40)
    let (training, validation) = (all.subset(Array(0..<12)), all.subset(Array(12..<40)))
    func settings(_ epochs: Int, _ stopping: EarlyStopping?) -> TrainingConfiguration {
      TrainingConfiguration(
        optimiser: Adam(learningRate: 0.05), batchSize: 4, epochs: epochs, earlyStopping: stopping)
    }
    let stopped = try train(
      network, settings(200, EarlyStopping(patience: 4)), on: training, validation: validation)
    let losses = stopped.history.map(\.watchedLoss)
    let best = stopped.bestEpoch
    #expect(stopped.stoppedEarly && !stopped.interrupted && stopped.history.count == best + 4)
    #expect(losses[best - 1] == losses.min() && losses.dropFirst(best).allSatisfy { $0 >= losses[best - 1] })
    // The same training simply ended after that epoch has the same bytes.
    let short = try train(network, settings(best, nil), on: training, validation: validation)
    #expect(stopped.network == short.network && Array(stopped.history.prefix(best)) == short.history)
  }

  @Test func `an improvement below the least that counts does not count`() throws {
    let training = TrainingConfiguration(
      epochs: 50, earlyStopping: EarlyStopping(patience: 3, minimumImprovement: 100))
    let outcome = try train(network, training, on: try rows())
    // The first epoch is always an improvement on nothing.
    #expect(outcome.bestEpoch == 1 && outcome.history.count == 4 && outcome.stoppedEarly)
  }

  @Test func `a limit of steps is kept exactly, within an epoch and at its end`() throws {
    // Eight steps an epoch.
    for (limit, epochs, interrupted) in [(1, 0, true), (7, 0, true), (8, 1, false), (19, 2, true)] {
      let training = TrainingConfiguration(batchSize: 8, epochs: 5, stepLimit: limit)
      let outcome = try train(network, training, on: try rows())
      #expect(outcome.steps == limit && outcome.history.count == epochs, "\(limit)")
      #expect(outcome.interrupted == interrupted, "\(limit)")
    }
    let unlimited = try train(
      network, TrainingConfiguration(batchSize: 8, epochs: 5, stepLimit: 1_000), on: try rows())
    #expect(unlimited.steps == 40 && !unlimited.interrupted)
  }

  @Test func `a training that is told to stop ends with what a limit of as many steps leaves`() throws {
    for count in [0, 1, 9, 23] {
      var asked = 0
      let stopped = try train(
        network, TrainingConfiguration(batchSize: 8, epochs: 5), on: try rows(),
        shouldStop: {
          asked += 1
          return asked > count
        })
      #expect(stopped.steps == count && stopped.interrupted && stopped.history.count == count / 8)
      guard count > 0 else { continue }
      let limited = try train(
        network, TrainingConfiguration(batchSize: 8, epochs: 5, stepLimit: count), on: try rows())
      #expect(stopped.network == limited.network, "\(count)")
    }
  }

  @Test(arguments: [(10.0, 9), (1.5, 1), (0.5, 0), (100, 40)])
  func `the time budget is kept by a clock of the caller's`(_ seconds: Double, _ steps: Int) throws {
    let clock = ManualClock()
    // A second passes before every step. A step is taken if it would end in time, were it as long as the
    // longest before; of the first nobody knows.
    let outcome = try train(
      network, TrainingConfiguration(batchSize: 8, epochs: 5), on: try rows(),
      budget: TimeBudget(seconds: seconds) { clock.now },
      shouldStop: {
        clock.pass(1)
        return false
      })
    #expect(outcome.steps == steps && outcome.interrupted == (steps < 40))
  }

  @Test func `every finished epoch is told once, and the caller may end the training`() throws {
    var told: [EpochRecord] = []
    let outcome = try train(
      network, TrainingConfiguration(epochs: 9), on: try rows(), validation: try rows(20),
      onEpoch: {
        told.append($0)
        return told.count == 4 ? .stop : .proceed
      })
    #expect(told == outcome.history && told.map(\.epoch) == [1, 2, 3, 4] && outcome.interrupted)
    #expect(told.allSatisfy { $0.validationLoss != nil })
    // A stop after the last epoch stops nothing.
    let last = try train(network, TrainingConfiguration(epochs: 1), on: try rows(), onEpoch: { _ in .stop })
    #expect(!last.interrupted)
    struct Refused: Error {}
    #expect(throws: Refused.self) {
      try train(network, TrainingConfiguration(), on: try rows(), onEpoch: { _ in throw Refused() })
    }
  }

  @Test func `four batches gathered are one of four times the size`() throws {
    func trained(_ batch: Int, _ accumulation: Int, rows count: Int) throws -> TrainingOutcome {
      let training = TrainingConfiguration(
        optimiser: SGD(learningRate: 0.5), batchSize: batch, accumulation: accumulation, epochs: 5,
        clipNorm: 0.05)
      return try train(network, training, on: try rows(count))
    }
    let (large, gathered) = (try trained(32, 1, rows: 64), try trained(8, 4, rows: 64))
    #expect(large.steps == 10 && gathered.steps == 10)
    for (a, b) in zip(large.network.parameters, gathered.network.parameters) { #expect(abs(a - b) < 1e-5) }
    // The last step of an epoch has what is left: 72 rows are nine batches of eight.
    #expect(try trained(8, 4, rows: 72).steps == 15)
  }

  @Test func `sampling by class shows a rare class as often as a common one`() throws {
    // The feature says nothing, so the output becomes the share of each class that training met: 10 %, or half.
    let net = NetworkConfiguration(input: [1], [Dense(2)], loss: SoftmaxCrossEntropy())
    let targets = (0..<400).map { Float($0 % 10 == 0 ? 1 : 0) }
    let examples = ExampleSet(
      rows: 400, columns: 1, features: [Float](repeating: 0, count: 400), targets: targets)
    for (sampling, share) in [(Sampling.shuffled, 0.1), (.classBalanced, 0.5)] {
      let training = TrainingConfiguration(
        optimiser: SGD(learningRate: 0.2), batchSize: 40, epochs: 100, sampling: sampling)
      let predicted = try train(net, training, on: examples).network.predict([0], rows: 1)
      // A batch of 40 leaves the running share within a few hundredths.
      #expect(abs(Double(predicted[1]) - share) < 0.06, "\(sampling)")
    }
  }

  @Test func `a loss that is no number stops the training and names where`() throws {
    // Weights of 1e20 and 1e30: the second layer's output is beyond all floats in the first step.
    let net = NetworkConfiguration(
      input: [1], [Dense(1, hasBias: false), Dense(1, hasBias: false)], loss: MeanSquaredError())
    let initial = try TrainedNetwork(configuration: net, parameters: [1e20, 1e30])
    let training = TrainingConfiguration(
      optimiser: SGD(learningRate: 0.1), schedule: Schedule(warmUpSteps: 4), batchSize: 1, epochs: 1)
    do {
      _ = try train(
        net, training, on: ExampleSet(rows: 1, columns: 1, features: [1], targets: [0]), initial: initial)
      Issue.record("the training went on")
    } catch let error as TrainingDiverged {
      #expect(error.epoch == 1 && error.step == 1 && error.layer == "dense-2")
      #expect(error.learningRate == 0.1 / 4)
      #expect(error.lastGood == initial && error.history.isEmpty)
    }
  }

  @Test func `a parameter that is no number stops the training with the last good ones`() throws {
    // One weight w, input 1, target 0, rate 1e15: w becomes about -2e15 w in every step. 1, -2e15, 4e30,
    // and then a number beyond all floats.
    let net = NetworkConfiguration(input: [1], [Dense(1, hasBias: false)], loss: MeanSquaredError())
    let initial = try TrainedNetwork(configuration: net, parameters: [1])
    let training = TrainingConfiguration(optimiser: SGD(learningRate: 1e15), batchSize: 1, epochs: 9)
    var told = 0
    do {
      _ = try train(
        net, training, on: ExampleSet(rows: 1, columns: 1, features: [1], targets: [0]), initial: initial,
        onEpoch: { _ in
          told += 1
          return .proceed
        })
      Issue.record("the training went on")
    } catch let error as TrainingDiverged {
      #expect(error.step == error.epoch && error.history.count == told && told == error.epoch - 1)
      #expect(error.learningRate == 1e15)
      let good = try #require(error.lastGood.parameters.first)
      let step = Double(told)
      #expect(abs(Double(good)) > 0.99 * pow(2e15, step) && abs(Double(good)) < 1.01 * pow(2e15, step))
    }
  }
}
