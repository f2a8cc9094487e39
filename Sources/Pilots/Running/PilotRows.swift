import Datasets
import Kernels

/// Which rows are trained on, held out and folded; the test rows are looked at only after the choice.
struct PilotRows {
  /// Row numbers of the training data set.
  let training: [Int]
  /// Row numbers of `testSource`.
  let test: [Int]
  /// The data set the test rows are in: the same one, or the given file's.
  let testSource: Dataset
  /// Row numbers of the training data set, not places in `training`.
  let folds: [RowSplit]

  /// - Throws: `PilotError.tooFewRows`, `.otherTask`.
  init(dataset: Dataset, heldOut: Dataset?, task: PilotTask, folds wanted: Int, share: Double, seed: UInt64)
    throws
  {
    if let heldOut {
      let found = PilotTask(heldOut)
      guard found == task else {
        throw PilotError.otherTask(expected: task.name, found: found.name)
      }
      training = Array(0..<dataset.rows)
      test = Array(0..<heldOut.rows)
      testSource = heldOut
    } else {
      let split =
        task == .regression
        ? randomSplit(rows: dataset.rows, testShare: share, seed: seed)
        : stratifiedSplit(labels: dataset.targets.map { Int($0) }, testShare: share, seed: seed)
      training = split.training
      test = split.heldOut
      testSource = dataset
    }
    guard training.count >= 4, !test.isEmpty else {
      throw PilotError.tooFewRows(training: training.count, needed: 4)
    }
    let rows = training
    let count = Self.foldCount(wanted, dataset: dataset, rows: rows, task: task)
    let places =
      task == .regression
      ? kFold(rows: rows.count, folds: count, seed: seed)
      : stratifiedKFold(labels: rows.map { Int(dataset.targets[$0]) }, folds: count, seed: seed)
    folds = places.map { split in
      RowSplit(training: split.training.map { rows[$0] }, heldOut: split.heldOut.map { rows[$0] })
    }
  }

  /// As many as wanted, at most 3 for more than 5,000 rows, and no more than the rarest class has rows.
  private static func foldCount(_ wanted: Int, dataset: Dataset, rows: [Int], task: PilotTask) -> Int {
    var count = rows.count > 5_000 ? min(wanted, 3) : wanted
    if task != .regression {
      let counts = rows.reduce(into: [Int: Int]()) { $0[Int(dataset.targets[$1]), default: 0] += 1 }
      count = min(count, counts.values.min() ?? count)
    }
    return max(2, min(count, rows.count / 2))
  }
}
