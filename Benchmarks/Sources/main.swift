import Foundation
import Kernels
import ModelMetrics
import Networks

// Usage: surefoot-benchmark FOLDER [baseline|avx2|avx512]. Trains the reference network on the files that
// make_data.py wrote, and prints one line of JSON as the peers do.

func run(_ arguments: [String]) throws {
  guard arguments.count >= 2 else {
    throw UnreadableFile(path: "surefoot-benchmark", line: 0, reason: "give the folder of the data")
  }
  let folder = arguments[1]
  let levels = ["baseline": InstructionSet.baseline, "avx2": .avx2, "avx512": .avx512]
  let instructionSet = arguments.count > 2 ? levels[arguments[2]] ?? .best : .best
  let all = try examples(NumberFile(path: folder + "/data.csv", separator: ",", skipping: 1))
  let lines = try NumberFile(path: folder + "/rows.txt", separator: " ").rows.map { $0.map { Int($0) } }
  let initial = try NumberFile(path: folder + "/initial.txt", separator: " ").rows.joined().map { Float($0) }

  let rows = lines[1].sorted()
  var (training, test) = (all.subset(rows), all.subset(lines[0]))
  let standardiser = Standardiser(fitting: training)
  standardiser.apply(to: &training)
  standardiser.apply(to: &test)
  var place = [Int](repeating: 0, count: all.rows)
  for (index, row) in rows.enumerated() { place[row] = index }
  let orders = lines.dropFirst().map { $0.map { place[$0] } }

  let network = NetworkConfiguration(
    inputs: 30,
    layers: [
      DenseLayer(units: 128, activation: .relu), DenseLayer(units: 64, activation: .relu),
      DenseLayer(units: 1, activation: .sigmoid),
    ], loss: .binaryCrossEntropy)
  let wall = ContinuousClock()
  let (start, processorStart) = (wall.now, processorSeconds())
  let outcome = try train(
    network, TrainingConfiguration(optimiser: .adam(), batchSize: 32, epochs: orders.count), on: training,
    initialParameters: initial, batchOrder: { orders[$0 - 1] }, instructionSet: instructionSet)
  let (seconds, processor) = ((wall.now - start) / .seconds(1), processorSeconds() - processorStart)
  let accuracy = Metric.accuracy.value(
    of: .binary(
      probabilities: outcome.network.predict(test.features, rows: test.rows),
      labels: test.targets.map { Int($0) }))
  print(
    "{\"peer\": \"Surefoot\", \"seconds\": \(seconds), \"cpu\": \(processor), "
      + "\"loss\": \(outcome.history.last?.trainingLoss ?? 0), \"accuracy\": \(accuracy ?? 0)}")
}

/// Processor time that this process has used so far.
func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

/// Every column but the last is a feature, the last one the target.
func examples(_ file: NumberFile) -> ExampleSet {
  let columns = (file.rows.first?.count ?? 1) - 1
  return ExampleSet(
    rows: file.rows.count, columns: columns,
    features: file.rows.flatMap { $0.prefix(columns).map { Float($0) } },
    targets: file.rows.map { Float($0[columns]) })
}

do {
  try run(CommandLine.arguments)
} catch {
  FileHandle.standardError.write(Data("surefoot-benchmark: \(error)\n".utf8))
  exit(1)
}
