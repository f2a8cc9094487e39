import Datasets
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
  /// False when the gain's interval touches zero: no gain.
  public var gainIsReal: Bool
  /// Share of the metric lost from training rows to validation rows, with its spread over folds.
  public var trainValidationGap: MeasuredScore
  public var diagnostics: PilotDiagnostics
  public var cost: PilotCost
  public var seed: UInt64
  /// Typed remarks: what was inferred, left out or cut short.
  public var notes: [PilotRemark]
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

/// Which data the pilot ran on.
public struct PilotData: Hashable, Codable, Sendable {
  public enum Origin: String, Codable, CaseIterable, Hashable, Sendable {
    case user
    case sampleReal = "sample-real"
    case sampleComputed = "sample-computed"
    case sampleSynthetic = "sample-synthetic"
  }

  public var name: String
  public var origin: Origin
  public var modality: String
  /// `binary`, `multiclass` or `regression`.
  public var task: String
  public var classes: [String]
  public var rows: Int
  /// Columns of the encoded feature matrix.
  public var features: Int
  public var profile: DataProfile
  public var fingerprint: String
}

public struct CandidateResult: Hashable, Codable, Sendable {
  public var candidate: PilotCandidate
  /// Mean over folds, with the interval from the folds.
  public var validation: MeasuredScore
  /// One value a fold.
  public var foldScores: [Double]
  /// Mean over folds on the rows trained on.
  public var training: Double
  public var parameters: Int
  /// The settings it was trained with, for the reader: name and value.
  public var settings: [String: String]
  public var test: MeasuredScore
}

/// Numbers behind the pilot's charts, for the winner on the test rows unless said otherwise.
public struct PilotDiagnostics: Hashable, Codable, Sendable {
  public struct EpochLoss: Hashable, Codable, Sendable {
    public var epoch: Int
    public var training: Double
    public var validation: Double?
  }

  public struct CurvePoint: Hashable, Codable, Sendable {
    public var x: Double
    public var y: Double
  }

  /// The small network's losses in its first fold.
  public var losses: [EpochLoss]
  /// False-positive rate against true-positive rate; binary only.
  public var roc: [CurvePoint]
  /// Mean predicted probability against observed share; binary only.
  public var calibration: [CurvePoint]
  /// Rows are actual, columns predicted classes, in the data's class order; empty for regression.
  public var confusion: [[Int]]
  /// Actual (x) against predicted (y), at most 500 rows; regression only.
  public var predictions: [CurvePoint]
}

/// What the pilot cost here; left out where times are left out.
public struct PilotCost: Hashable, Codable, Sendable {
  public var seconds: Double
  public var budgetSeconds: Double
  public var budgetExhausted: Bool
  /// Training the winner once on all training rows.
  public var trainingSeconds: Double
  /// Median seconds for one prediction of the winner.
  public var predictionSeconds: Double
  public var peakMemoryBytes: Double
}

/// A typed remark worded in the report.
public struct PilotRemark: Hashable, Codable, Sendable {
  public var kind: String
  public var detail: String

  public init(kind: String, detail: String) {
    self.kind = kind
    self.detail = detail
  }
}
