import Datasets
import Kernels
import Recommendations

/// The rows a pilot trains on, holds out and folds, for whoever repeats it elsewhere.
public struct PilotSplit: Hashable, Sendable {
  /// Row numbers of the training data, from 0.
  public let training: [Int]
  /// Row numbers of the test data: the same data, or a file of its own.
  public let test: [Int]
  /// Row numbers of the training data.
  public let folds: [RowSplit]
  /// The metric the pilot is judged by; another than asked for where that does not suit the task.
  public let metric: String

  /// The split that `runPilot` makes of the same data, configuration and seed.
  ///
  /// - Throws: `PilotError` for data that cannot be split.
  public init(
    dataset: Dataset, heldOut: Dataset?, configuration: PilotConfiguration, seed: UInt64
  ) throws {
    let task = PilotTask(dataset)
    let rows = try PilotRows(
      dataset: dataset, heldOut: heldOut, task: task, folds: configuration.folds,
      share: configuration.heldOutShare, seed: seed)
    (training, test, folds) = (rows.training, rows.test, rows.folds)
    metric =
      MetricChoice(
        asked: configuration.metric, task: task,
        rarestShare: Datasets.profile(dataset).rarestClassShare
      ).metric.id
  }
}

/// The penalty a pilot's linear model tries first, by what the rows are.
public func usualLinearPenalty(modality: String) -> Double { LinearModel.penalties(modality: modality)[0] }
