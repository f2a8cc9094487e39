import Networks

/// W2: two convolutions of 3 × 3 with pooling, Dense 128 – 10, on 12,000 images of 28 × 28, batch 64, 1 epoch.
func convolutionNetwork(_ arguments: Arguments) throws -> Report {
  let targets = try arguments.integers("w2_y.i32", first: arguments.rows)
  let rows = targets.count
  let examples = ExampleSet(
    rows: rows, columns: 784, features: try arguments.floats("w2_x.f32", first: rows * 784),
    targets: targets.map { Float($0) })
  let network = NetworkConfiguration(
    input: [28, 28, 1],
    [
      Convolution2D(32, kernel: 3, .relu), MaxPooling2D(2), Convolution2D(64, kernel: 3, .relu),
      MaxPooling2D(2), Reshape.flatten, Dense(128, .relu), Dense(10),
    ], loss: SoftmaxCrossEntropy())
  let training = TrainingConfiguration(batchSize: 64, epochs: 1, sampling: .inOrder)
  var report = Report(workload: "W2", threads: arguments.threads, rows: rows)
  report.arenaBytes = try network.estimate(training).trainingBytes
  let initial = try TrainedNetwork(configuration: network, parameters: arguments.floats("w2_init.f32"))
  let outcome = try report.timing {
    try train(
      network, training, on: examples, initial: initial, execution: Execution(threads: arguments.threads))
  }
  report.loss = outcome.history.last?.trainingLoss
  return report
}
