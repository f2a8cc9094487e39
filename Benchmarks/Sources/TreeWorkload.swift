import Foundation
import Kernels
import Trees

/// W5: 100 rounds of 31 leaves on 80,000 rows of 30, learning rate 0.1, 255 bins, binning included.
func boostedTrees(_ arguments: Arguments) throws -> Report {
  let (features, targets) = (try arguments.floats("w5_x.f32"), try arguments.floats("w5_y.f32"))
  let rows = min(arguments.rows ?? 80_000, targets.count)
  let table = TreeTable(
    rows: rows, columns: Array(repeating: .numeric(), count: 30),
    features: Array(features[..<(rows * 30)]), targets: Array(targets[..<rows]))
  let pool = WorkerPool(threads: arguments.threads)
  var report = Report(workload: "W5", threads: arguments.threads, rows: rows)
  let outcome = try report.timing {
    try boostTrees(BoostingConfiguration(objective: .binary), on: table, pool: pool)
  }
  report.loss = outcome.history.last?.trainingLoss
  let test = targets.count - rows
  let predicted = outcome.model.predict(Array(features[(rows * 30)...]), rows: test, pool: pool)
  report.accuracy = share(
    predicted.indices.count { (predicted[$0] > 0.5) == (targets[rows + $0] > 0.5) }, test)
  return report
}

/// What trees_against_lightgbm.py asks for.
private struct FitRequest: Decodable {
  let objective: String
  let classes: Int
  let columns: Int
  let categorical: [Int]
}

/// `fit`: trains on the tables that trees_against_lightgbm.py wrote and writes its predictions beside them.
func fittedTrees(_ arguments: Arguments) throws -> Report {
  let request = try JSONDecoder().decode(
    FitRequest.self, from: Data(contentsOf: URL(fileURLWithPath: arguments.folder + "/request.json")))
  let objective: BoostingObjective =
    switch request.objective {
    case "regression": .squaredError
    case "binary": .binary
    case "multiclass": .softmax(classes: request.classes)
    default: throw BenchmarkError("no objective \(request.objective)")
    }
  let targets = try arguments.floats("train_y.f32")
  let table = TreeTable(
    rows: targets.count,
    columns: (0..<request.columns).map { request.categorical.contains($0) ? .categorical : .numeric() },
    features: try arguments.floats("train_x.f32"), targets: targets)
  var report = Report(workload: "fit", threads: arguments.threads, rows: table.rows)
  let pool = WorkerPool(threads: arguments.threads)
  let outcome = try report.timing {
    try boostTrees(BoostingConfiguration(objective: objective), on: table, pool: pool)
  }
  let test = try arguments.floats("test_x.f32")
  let predicted = outcome.model.predict(test, rows: test.count / request.columns, pool: pool)
  try predicted.withUnsafeBytes { Data($0) }.write(
    to: URL(fileURLWithPath: arguments.folder + "/prediction.f32"))
  report.loss = outcome.history.last?.trainingLoss
  return report
}
