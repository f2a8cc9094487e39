import Datasets
import Foundation
import Kernels
import ModelMetrics
import Networks
import Recommendations

/// One run of a problem's pilot: every candidate trained once, chosen by the validation part, and scored on
/// the test part.
final class ProblemRun<Problem: PilotProblem> {
  /// A candidate with what its training left and cost.
  struct Trained {
    let candidate: PilotCandidate
    let record: Record
    let validation: MetricEvaluator
  }

  /// What the journal keeps of one finished training.
  struct Record: Codable {
    var fit: ProblemFit<Problem.Model>
    var seconds: Double
  }

  let problem: Problem
  let seed: UInt64
  let budget: Budget
  private let threads: Int
  private let keys: UnitKeys
  private let journal: any PilotJournal
  private let isCancelled: () -> Bool
  private let progress: (PilotProgress) throws -> Void
  private(set) var remarks: [PilotRemark] = []
  private var fractionDone = 0.0

  init(
    _ problem: Problem, configuration: PilotConfiguration, seed: UInt64, budget: Budget, threads: Int,
    journal: any PilotJournal, progress: @escaping (PilotProgress) throws -> Void,
    isCancelled: @escaping () -> Bool
  ) throws {
    self.problem = problem
    self.seed = seed
    self.budget = budget
    self.threads = threads
    self.journal = journal
    self.progress = progress
    self.isCancelled = isCancelled
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    keys = UnitKeys(
      fingerprint: problem.facts.fingerprint,
      configuration: try encoder.encode(configuration) + Data(problem.kind.rawValue.utf8), seed: seed)
    if !problem.facts.skipped.isEmpty {
      let named = problem.facts.skipped.prefix(20).map(\.path).joined(separator: ", ")
      note(PilotRemark.filesSkipped, problem.facts.skipped.count > 20 ? "\(named), …" : named)
    }
    try tell(.preparing, fraction: 0.01)
  }

  func note(_ kind: String, _ detail: String) {
    remarks.append(PilotRemark(kind: kind, detail: detail))
  }

  /// Trains the candidates one after another; one that diverges is left out.
  func trainAll() throws -> [Trained] {
    var trained: [Trained] = []
    let candidates = problem.candidates
    for (place, candidate) in candidates.enumerated() {
      if isCancelled() { throw PilotError.cancelled }
      // A tenth is kept for scoring and samples; a network may have all the rest, others are quick.
      let allowed = max(budget.remaining - 0.1 * budget.seconds, 0.05 * budget.seconds)
      do {
        let record = try record(candidate, seconds: allowed, place: place, of: candidates.count)
        if record.fit.cut { note(PilotRemark.epochsCut, "\(record.fit.history.count)") }
        let validation = try problem.evaluate(record.fit.model, on: .validation)
        trained.append(Trained(candidate: candidate, record: record, validation: validation))
      } catch let error as TrainingDiverged {
        note(PilotRemark.diverged, "\(error.learningRate)")
      }
      try tell(.training, candidate, fraction: share(place + 1, of: candidates.count))
    }
    return trained
  }

  private func share(_ done: Int, of count: Int) -> Double { 0.05 + 0.85 * Double(done) / Double(count) }

  private func record(
    _ candidate: PilotCandidate, seconds: Double, place: Int, of count: Int
  ) throws -> Record {
    let key = keys.final(candidate.rawValue)
    if let payload = journal.finished(key), let record = try? JSONDecoder().decode(Record.self, from: payload)
    {
      return record
    }
    try tell(.training, candidate, fraction: share(place, of: count))
    let began = budget.now
    let (fit, spent) = try budget.timed {
      try problem.fit(
        candidate,
        FitRequest(
          seed: seed(for: candidate.rawValue), seconds: seconds,
          shouldStop: { [budget, isCancelled] in isCancelled() || budget.now - began > seconds },
          onEpoch: { [self] epoch in
            try journal.epoch(key, PilotDiagnostics.EpochLoss(epoch))
            let within = min(1, (budget.now - began) / max(seconds, 1e-3))
            try tell(
              .training, candidate, epoch: epoch.epoch, loss: epoch.watchedLoss,
              fraction: share(place, of: count) + within * 0.85 / Double(count))
            return isCancelled() ? .stop : .proceed
          }, execution: Execution(threads: threads)))
    }
    if isCancelled() { throw PilotError.cancelled }
    let record = Record(fit: fit, seconds: spent)
    try journal.record(key, try JSONEncoder().encode(record))
    return record
  }

  /// Says where the run is; the fraction never falls.
  func tell(
    _ phase: PilotProgress.Phase, _ candidate: PilotCandidate? = nil, epoch: Int? = nil, loss: Double? = nil,
    fraction: Double
  ) throws {
    fractionDone = min(max(fractionDone, fraction), 1)
    let elapsed = budget.elapsed
    try progress(
      PilotProgress(
        phase: phase, candidate: candidate, folds: 1, epoch: epoch, loss: loss, fractionDone: fractionDone,
        secondsElapsed: elapsed,
        secondsExpected: fractionDone > 0.05 ? min(elapsed / fractionDone, max(budget.seconds, elapsed)) : nil
      ))
  }

  /// A seed for one purpose, so that a draw more for one never shifts another.
  func seed(for purpose: String) -> UInt64 {
    var generator = SeededGenerator(seed: seed, purpose: purpose)
    return generator.next()
  }
}
