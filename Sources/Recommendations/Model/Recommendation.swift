import Knowledge
import Scoring

/// Which approach to take, in which configuration, and what was set aside.
public struct Recommendation: Hashable, Codable, Sendable {
  /// All seven, best first.
  public var ranked: [RankedApproach]
  public var recommended: ApproachID
  /// The full-size configuration.
  public var target: ModelConfiguration
  /// The small one that is trained here to stand for it.
  public var pilot: PilotConfiguration
  /// Why what the pilot shows carries over; nil where the scenario has no such note.
  public var standsFor: LocalizedText?
  public var doesNotShow: LocalizedText?
}

public struct RankedApproach: Hashable, Codable, Sendable {
  public var id: ApproachID
  /// 1 for the first.
  public var rank: Int
  public var fit: ScoreRange
  public var residualRisk: ScoreRange
  public var reasons: [Reason]
  /// What it lacks against the demands; empty for the recommended one when nothing is lacking.
  public var lacks: [Reason]
  public var advice: LocalizedText?
}

/// A model one can build, with every figure's ground.
public struct ModelConfiguration: Hashable, Codable, Sendable {
  public var approach: ApproachID
  public var name: String
  public var architecture: Architecture
  public var lines: [ConfigurationLine]
  public var estimates: [ResourceEstimate]
  public var advice: LocalizedText?
  public var basis: [Basis]
}

/// One setting and the answers that caused it.
public struct ConfigurationLine: Hashable, Codable, Sendable {
  /// Stable id, for example `learning-rate`; worded in the report.
  public var key: String
  public var label: LocalizedText
  public var value: LocalizedText
  /// The answers that caused it; empty when the scenario's entry did.
  public var causedBy: [QuestionID]

  public init(key: String, label: LocalizedText, value: LocalizedText, causedBy: [QuestionID] = []) {
    self.key = key
    self.label = label
    self.value = value
    self.causedBy = causedBy
  }
}

/// A resource figure as low, likely and high, with how it was computed.
public struct ResourceEstimate: Hashable, Codable, Sendable {
  public enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    case parameters
    case trainingFLOPs = "training-flops"
    case trainingMemory = "training-memory"
    case inferenceMemory = "inference-memory"
    case trainingSeconds = "training-seconds"
  }

  public enum Unit: String, Codable, CaseIterable, Hashable, Sendable {
    case count, flops = "FLOP", bytes, seconds
  }

  public var kind: Kind
  public var unit: Unit
  public var low: Double
  public var likely: Double
  public var high: Double
  /// The formula and its inputs, in words.
  public var how: LocalizedText
  public var basis: [Basis]
}

/// What the pilot trains and how it is judged.
public struct PilotConfiguration: Hashable, Codable, Sendable {
  /// Metric id; nil lets the data's task decide.
  public var metric: String?
  /// Hidden widths of the small network.
  public var widths: [Int]
  public var dropout: Double
  public var learningRate: Double
  public var batchSize: Int
  public var maximumEpochs: Int
  public var patience: Int
  public var l2: Double
  public var folds: Int
  /// Share of rows held out and never used for choosing, 0–1.
  public var heldOutShare: Double
  /// The scenario approaches each candidate stands for.
  public var standsFor: [PilotCandidate: ApproachID]
  public var lines: [ConfigurationLine]
}

/// The models a pilot compares, simplest first.
public enum PilotCandidate: String, Codable, CaseIterable, Hashable, Sendable {
  case baseline
  case linear
  case smallNetwork = "small-network"
}

extension PilotCandidate: CodingKeyRepresentable {}
