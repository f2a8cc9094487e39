import ModelMetrics
import Recommendations

/// What one pilot measured.
public struct PilotResult: Hashable, Codable, Sendable {
  public var data: PilotData
  /// Metric id, for example `area-under-roc`.
  public var metric: String
  public var higherIsBetter: Bool
  public var folds: Int
  public var trainingRows: Int
  public var testRows: Int
  /// Whether the test rows came from a file of their own.
  public var testGiven: Bool
  /// Baseline first, then in the order they were trained.
  public var candidates: [CandidateResult]
  /// Chosen by validation alone, never by test rows.
  public var winner: PilotCandidate
  /// The naive baseline's metric on the test rows.
  public var baseline: MeasuredScore
  /// The winner's metric on the test rows.
  public var score: MeasuredScore
  /// Winner minus baseline on the same test rows, paired; positive is better whatever the metric.
  public var gain: MeasuredScore
  /// Gain as a share of what was left to gain, (model − baseline) ÷ (perfect − baseline).
  public var relativeGain: MeasuredScore
  /// False when the gain is no more than noise; see `Gain.isReal`.
  public var gainIsReal: Bool
  /// Share of the metric lost from training rows to validation rows, with its spread over folds.
  public var trainValidationGap: MeasuredScore
  public var diagnostics: PilotDiagnostics
  public var cost: PilotCost
  public var seed: UInt64
  /// Typed remarks: what was inferred, left out or cut short.
  public var notes: [PilotRemark]
  /// What a person can look at or listen to; nil in records of earlier versions.
  public var samples: [PilotSample]?

  /// Whether the metric is a share from 0 to 1, higher being better, so that it can be held against a target score.
  public var isShare: Bool { higherIsBetter && Metric(rawValue: metric)?.isUnbounded != true }

  public init(
    data: PilotData, metric: String, higherIsBetter: Bool, folds: Int, trainingRows: Int,
    testRows: Int, testGiven: Bool, candidates: [CandidateResult], winner: PilotCandidate,
    baseline: MeasuredScore, score: MeasuredScore, gain: MeasuredScore, relativeGain: MeasuredScore,
    gainIsReal: Bool, trainValidationGap: MeasuredScore, diagnostics: PilotDiagnostics,
    cost: PilotCost, seed: UInt64, notes: [PilotRemark],
    samples: [PilotSample]? = nil
  ) {
    self.data = data
    self.metric = metric
    self.higherIsBetter = higherIsBetter
    self.folds = folds
    self.trainingRows = trainingRows
    self.testRows = testRows
    self.testGiven = testGiven
    self.candidates = candidates
    self.winner = winner
    self.baseline = baseline
    self.score = score
    self.gain = gain
    self.relativeGain = relativeGain
    self.gainIsReal = gainIsReal
    self.trainValidationGap = trainValidationGap
    self.diagnostics = diagnostics
    self.cost = cost
    self.seed = seed
    self.notes = notes
    self.samples = samples
  }
}

/// A metric with its confidence interval.
public struct MeasuredScore: Hashable, Codable, Sendable {
  public var value: Double
  public var low: Double
  public var high: Double

  public init(value: Double, low: Double, high: Double) {
    self.value = value
    self.low = low
    self.high = high
  }
}
