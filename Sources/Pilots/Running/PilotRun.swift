import Datasets
import Foundation
import Kernels
import ModelMetrics
import Recommendations

/// One run of a pilot, from split to result.
final class PilotRun {
  let dataset: Dataset
  let configuration: PilotConfiguration
  let seed: UInt64
  let task: PilotTask
  let networkForm: NetworkForm
  let profile: DataProfile
  let metric: Metric
  let rows: PilotRows
  let testIsGiven: Bool
  let fingerprint: String
  let keys: UnitKeys
  let budget: Budget
  let journal: any PilotJournal
  let isCancelled: () -> Bool
  /// Folds every candidate is trained in; fewer than planned when the budget is short.
  var foldCount: Int
  var remarks: [PilotRemark] = []

  private let progress: (PilotProgress) throws -> Void
  private var fractionDone = 0.0

  init(
    dataset: Dataset, heldOut: Dataset?, configuration: PilotConfiguration, seed: UInt64, budget: Budget,
    journal: any PilotJournal, progress: @escaping (PilotProgress) throws -> Void,
    isCancelled: @escaping () -> Bool
  ) throws {
    self.dataset = dataset
    self.configuration = configuration
    self.seed = seed
    self.budget = budget
    self.journal = journal
    self.progress = progress
    self.isCancelled = isCancelled
    task = PilotTask(dataset)
    networkForm = NetworkForm(dataset)
    profile = Datasets.profile(dataset)
    let choice = MetricChoice(
      asked: configuration.metric, task: task, rarestShare: profile.rarestClassShare)
    metric = choice.metric
    rows = try PilotRows(
      dataset: dataset, heldOut: heldOut, task: task, folds: configuration.folds,
      share: configuration.heldOutShare, seed: seed)
    testIsGiven = heldOut != nil
    fingerprint = [dataset.fingerprint, heldOut?.fingerprint].compactMap { $0 }.joined(separator: "+")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    keys = UnitKeys(
      fingerprint: fingerprint, configuration: try encoder.encode(configuration), seed: seed)
    foldCount = rows.folds.count
    noteBeginning(choice)
    try tell(.preparing, fraction: 0.01)
  }

  private func noteBeginning(_ choice: MetricChoice) {
    if let refused = choice.refused { note(PilotRemark.metricChanged, refused) }
    if foldCount != configuration.folds { note(PilotRemark.foldsChanged, "\(foldCount)") }
    let rare = profile.classCounts.filter { $0.value < 2 * foldCount }.keys.sorted()
    if !rare.isEmpty { note(PilotRemark.rareClasses, rare.joined(separator: ", ")) }
    if !dataset.skipped.isEmpty {
      let named = dataset.skipped.prefix(20).map(\.path).joined(separator: ", ")
      note(PilotRemark.filesSkipped, dataset.skipped.count > 20 ? "\(named), …" : named)
    }
  }

  func note(_ kind: String, _ detail: String) {
    remarks.append(PilotRemark(kind: kind, detail: detail))
  }

  /// Says where the run is; the fraction never falls.
  func tell(
    _ phase: PilotProgress.Phase, _ candidate: PilotCandidate? = nil, fold: Int? = nil, epoch: Int? = nil,
    loss: Double? = nil, fraction: Double
  ) throws {
    fractionDone = min(max(fractionDone, fraction), 1)
    let elapsed = budget.elapsed
    try progress(
      PilotProgress(
        phase: phase, candidate: candidate, fold: fold.map { $0 + 1 }, folds: foldCount, epoch: epoch,
        loss: loss, fractionDone: fractionDone, secondsElapsed: elapsed,
        secondsExpected: fractionDone > 0.05 ? min(elapsed / fractionDone, max(budget.seconds, elapsed)) : nil
      ))
  }

  /// The unit's record: from the journal if it was finished before, else made now and written down.
  func unit(_ key: String, _ make: () throws -> UnitRecord) throws -> UnitRecord {
    if isCancelled() { throw PilotError.cancelled }
    if let payload = journal.finished(key),
      let record = try? JSONDecoder().decode(UnitRecord.self, from: payload)
    {
      return record
    }
    let record = try make()
    if isCancelled() { throw PilotError.cancelled }
    try journal.record(key, try JSONEncoder().encode(record))
    return record
  }

  /// The metric of predictions for rows of a fold.
  func score(_ predictions: [Float], _ targets: [Float], fold: Int) throws -> Double {
    guard let value = metric.value(of: task.outcomes(predictions, targets)) else {
      throw PilotError.metricUndefined(metric, .fold(fold + 1))
    }
    return value
  }

  /// A seed for one purpose, so that a draw more for one never shifts another.
  func seed(for purpose: String) -> UInt64 {
    var generator = SeededGenerator(seed: seed, purpose: purpose)
    return generator.next()
  }

  /// Seconds to keep for what follows the folds: trainings on all rows, intervals, timing.
  func reserve(after comparisons: [Comparison]) -> Double {
    let growth = Double(foldCount) / Double(max(foldCount - 1, 1))
    return comparisons.reduce(0) { $0 + $1.secondsPerFold * growth } + testingReserve
  }

  /// How much longer a training on all rows takes than a fold's, which leaves out a fold and a slice to watch.
  var finalShare: Double { 1.2 * Double(foldCount) / Double(max(foldCount - 1, 1)) }

  /// Seconds to keep for the bootstrap: about a tenth of a microsecond a row and resample.
  var testingReserve: Double {
    min(0.02 * budget.seconds, 10) + 1e-7 * Double(resamples(rows.test.count) * rows.test.count)
  }

  func choose(_ comparisons: [Comparison]) -> Winner {
    let winner = Winner(
      comparisons.map { ($0.candidate, Array($0.validation.prefix(foldCount))) }, metric: metric)
    if let other = winner.tiedWith { note(PilotRemark.simplerChosen, other.rawValue) }
    return winner
  }
}

/// The rows of a fold, encoded when first needed: a unit found in the journal needs none.
final class FoldRows {
  private let make: () throws -> (value: EncodedRows, seconds: Double)
  private var made: (value: EncodedRows, seconds: Double)?

  init(_ make: @escaping () throws -> (value: EncodedRows, seconds: Double)) {
    self.make = make
  }

  func encoded() throws -> (value: EncodedRows, seconds: Double) {
    if let made { return made }
    let new = try make()
    made = new
    return new
  }
}

extension PilotRun {
  func foldRows(_ fold: Int, for candidate: PilotCandidate) -> FoldRows {
    let split = rows.folds[fold]
    let form = EncodedRows.Form(dataset, candidate)
    return FoldRows { [dataset, budget] in
      try budget.timed {
        try EncodedRows(dataset, training: split.training, scored: split.heldOut, in: dataset, form: form)
      }
    }
  }
}
