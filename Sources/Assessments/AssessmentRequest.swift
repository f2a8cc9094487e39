import Datasets
import Foundation
import Knowledge
import Questionnaires
import Recommendations
import Scoring

/// What a person asks to have assessed.
public struct AssessmentRequest: Sendable {
  public var sheet: AnswerSheet
  public var pilot: PilotChoice
  public var seed: UInt64
  /// Seconds the pilot keeps within.
  public var budgetSeconds: Double
  /// Whether to work out how firmly the scorecard stands, which takes many times longer than the scorecard.
  public var wantsSensitivity: Bool
  /// The control the pilot is run as; nil for the sheet's own.
  public var control: PilotControl?

  public init(
    sheet: AnswerSheet, pilot: PilotChoice, seed: UInt64 = 42, budgetSeconds: Double = 60,
    wantsSensitivity: Bool = true, control: PilotControl? = nil
  ) {
    self.sheet = sheet
    self.pilot = pilot
    self.seed = seed
    self.budgetSeconds = budgetSeconds
    self.wantsSensitivity = wantsSensitivity
    self.control = control ?? sheet.control
  }
}

/// Whether a pilot is trained, and on which data.
public enum PilotChoice: Sendable {
  case none
  /// The scenario's sample data; no pilot where the scenario has none.
  case sample
  case files(PilotFiles)
}

/// The person's own data.
public struct PilotFiles: Sendable {
  public var data: DatasetRequest
  /// Rows to score on, in a file of their own; nil holds a share of the data out.
  public var heldOut: URL?

  public init(data: DatasetRequest, heldOut: URL? = nil) {
    self.data = data
    self.heldOut = heldOut
  }
}

/// What comes in from the edge: knowledge, clocks and machine, so that the pipeline itself has no hidden inputs.
public struct Surroundings: Sendable {
  public var scorer: Scorer
  /// The folder that holds `samples/`.
  public var samples: URL
  /// A clock that never goes back, in seconds.
  public var monotonicSeconds: @Sendable () -> Double
  /// The process's highest memory use so far, in bytes.
  public var peakMemoryBytes: @Sendable () -> Double
  /// The time to record, ISO 8601; nil leaves times out.
  public var now: String?
  /// How fast this machine multiplies matrices; nil leaves the time on it out of the estimates.
  public var machine: MachineSpeed?
  public var engineVersion: String

  public init(
    scorer: Scorer, samples: URL, monotonicSeconds: @escaping @Sendable () -> Double,
    peakMemoryBytes: @escaping @Sendable () -> Double, now: String?, machine: MachineSpeed?,
    engineVersion: String
  ) {
    self.scorer = scorer
    self.samples = samples
    self.monotonicSeconds = monotonicSeconds
    self.peakMemoryBytes = peakMemoryBytes
    self.now = now
    self.machine = machine
    self.engineVersion = engineVersion
  }
}
