import Networks

/// Encoded rows with their targets, dense or sparse.
enum EncodedExamples: Sendable {
  case dense(ExampleSet)
  case sparse(SparseExampleSet)

  /// Rows of which only the targets are known, for the baseline.
  static func withoutFeatures(_ targets: [Float]) -> EncodedExamples {
    .dense(ExampleSet(rows: targets.count, columns: 0, features: [], targets: targets))
  }

  var rows: Int {
    switch self {
    case .dense(let examples): examples.rows
    case .sparse(let examples): examples.rows
    }
  }

  var columns: Int {
    switch self {
    case .dense(let examples): examples.columns
    case .sparse(let examples): examples.columns
    }
  }

  /// One value a row.
  var targets: [Float] {
    switch self {
    case .dense(let examples): examples.targets
    case .sparse(let examples): examples.targets
    }
  }

  /// The given rows, in the given order.
  func subset(_ chosen: [Int]) -> EncodedExamples {
    switch self {
    case .dense(let examples): .dense(examples.subset(chosen))
    case .sparse(let examples): .sparse(examples.subset(chosen))
    }
  }

  /// The rows for a model that reads dense ones only; sparse rows are written out for it.
  var dense: ExampleSet {
    switch self {
    case .dense(let examples): examples
    case .sparse(let examples):
      ExampleSet(
        rows: examples.rows, columns: examples.columns, features: examples.features.dense(),
        targets: examples.targets, weights: examples.weights)
    }
  }
}
