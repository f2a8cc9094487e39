import Datasets
import Foundation
import ModelMetrics
import Networks

/// W6: from a CSV file on disk to test accuracy, through the readers and encoders of the product.
func tableFile(_ arguments: Arguments) throws -> Report {
  let training = 16_000
  var report = Report(workload: "W6", threads: arguments.threads, rows: training * 10)
  let (loss, accuracy) = try report.timing {
    let dataset = try load(
      DatasetRequest(location: URL(fileURLWithPath: arguments.folder + "/w6.csv"), target: "y"))
    let encoder = FeatureEncoder.fit(dataset, rows: Array(0..<training))
    func examples(_ rows: Range<Int>) -> ExampleSet {
      ExampleSet(
        rows: rows.count, columns: encoder.columns, features: encoder.encode(dataset, rows: Array(rows)),
        targets: rows.map { Float(dataset.targets[$0]) })
    }
    let network = NetworkConfiguration(
      input: [encoder.columns], [Dense(128, .relu), Dense(64, .relu), Dense(1)],
      loss: BinaryCrossEntropy())
    let outcome = try train(
      network, TrainingConfiguration(batchSize: 32, epochs: 10), on: examples(0..<training),
      execution: Execution(threads: arguments.threads))
    let test = examples(training..<dataset.rows)
    let accuracy = Metric.accuracy.value(
      of: .binary(
        probabilities: outcome.network.predict(test.features, rows: test.rows),
        labels: test.targets.map { Int($0) }))
    return (outcome.history.last?.trainingLoss, accuracy)
  }
  (report.loss, report.accuracy) = (loss, accuracy)
  return report
}
