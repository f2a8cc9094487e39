import Foundation
import Kernels
import Networks

/// W1: Dense 128 – 64 – 1 on 16,000 rows of 30, batch 32, 10 epochs.
func referenceNetwork(_ arguments: Arguments) throws -> Report {
  let (features, targets) = (try arguments.floats("w1_x.f32"), try arguments.floats("w1_y.f32"))
  let orders = try arguments.integers("w1_perm.i32")
  let rows = 16_000
  let examples = ExampleSet(
    rows: rows, columns: 30, features: Array(features[..<(rows * 30)]), targets: Array(targets[..<rows]))
  let network = NetworkConfiguration(
    input: [30], [Dense(128, .relu), Dense(64, .relu), Dense(1)], loss: BinaryCrossEntropy())
  let training = TrainingConfiguration(batchSize: 32, epochs: 10)
  var report = Report(workload: "W1", threads: arguments.threads, rows: rows * 10)
  report.arenaBytes = try network.estimate(training).trainingBytes
  let initial = try TrainedNetwork(configuration: network, parameters: arguments.floats("w1_init.f32"))
  let outcome = try report.timing {
    try train(
      network, training, on: examples, initial: initial,
      batchOrder: { epoch in orders[(epoch - 1) * rows..<epoch * rows].map { Int($0) } },
      execution: Execution(threads: arguments.threads))
  }
  report.loss = outcome.history.last?.trainingLoss
  let test = features.count / 30 - rows
  let predicted = outcome.network.predict(Array(features[(rows * 30)...]), rows: test)
  report.accuracy = share(
    predicted.indices.count { (predicted[$0] > 0.5) == (targets[rows + $0] > 0.5) }, test)
  return report
}

/// W4: Dense 1024 – 1024 – 10 on 60,000 rows of 784, batch 256, 1 epoch.
func wideNetwork(_ arguments: Arguments) throws -> Report {
  let targets = try arguments.integers("w4_y.i32", first: arguments.rows)
  let rows = targets.count
  let examples = ExampleSet(
    rows: rows, columns: 784, features: try arguments.floats("w4_x.f32", first: rows * 784),
    targets: targets.map { Float($0) })
  let network = NetworkConfiguration(
    input: [784], [Dense(1024, .relu), Dense(1024, .relu), Dense(10)], loss: SoftmaxCrossEntropy())
  let training = TrainingConfiguration(batchSize: 256, epochs: 1, sampling: .inOrder)
  var report = Report(workload: "W4", threads: arguments.threads, rows: rows)
  report.arenaBytes = try network.estimate(training).trainingBytes
  let initial = try TrainedNetwork(configuration: network, parameters: arguments.floats("w4_init.f32"))
  let outcome = try report.timing {
    try train(
      network, training, on: examples, initial: initial, execution: Execution(threads: arguments.threads))
  }
  report.loss = outcome.history.last?.trainingLoss
  return report
}

/// The rate of the largest product of W4, 256 × 1024 × 1024, in billions of operations a second.
func matrixProductRate(_ arguments: Arguments) throws -> Report {
  let (rows, inner, columns) = (256, 1024, 1024)
  let passes = VectorPasses()
  let pool = WorkerPool(threads: arguments.threads)
  let arena = Arena(numbers: rows * inner + inner * columns + rows * columns)
  let a = arena.base
  let b = passes.place(a, rows * inner)
  let c = passes.place(b, inner * columns)
  passes.fill(a, count: rows * inner + inner * columns, with: 0.5)
  var rates: [Double] = []
  for _ in 0..<9 {
    var report = Report(workload: "gemm", threads: arguments.threads)
    report.timing {
      for _ in 0..<20 {
        passes.multiply(
          rows: rows, columns: columns, inner: inner, MatrixView(a, rowStride: inner),
          MatrixView(b, rowStride: columns), into: c, stride: columns, pool: pool)
      }
    }
    rates.append(20 * 2 * Double(rows * inner * columns) / report.seconds / 1e9)
  }
  var report = Report(workload: "gemm", threads: arguments.threads)
  report.gigaflops = rates.sorted()[4]
  return report
}

func share(_ count: Int, _ whole: Int) -> Double { Double(count) / Double(max(whole, 1)) }
