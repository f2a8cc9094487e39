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
  /// What it brings and costs; nil without prices, and in records made before there were any.
  public var worth: Worth?

  public init(
    ranked: [RankedApproach], recommended: ApproachID, target: ModelConfiguration,
    pilot: PilotConfiguration, standsFor: LocalizedText? = nil, doesNotShow: LocalizedText? = nil,
    worth: Worth? = nil
  ) {
    self.ranked = ranked
    self.recommended = recommended
    self.target = target
    self.pilot = pilot
    self.standsFor = standsFor
    self.doesNotShow = doesNotShow
    self.worth = worth
  }
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

  public init(
    id: ApproachID, rank: Int, fit: ScoreRange, residualRisk: ScoreRange, reasons: [Reason],
    lacks: [Reason], advice: LocalizedText? = nil
  ) {
    self.id = id
    self.rank = rank
    self.fit = fit
    self.residualRisk = residualRisk
    self.reasons = reasons
    self.lacks = lacks
    self.advice = advice
  }
}

/// A model one can build, with every figure's ground.
public struct ModelConfiguration: Hashable, Codable, Sendable {
  public var approach: ApproachID
  public var name: LocalizedText
  public var architecture: Architecture
  public var lines: [ConfigurationLine]
  public var estimates: [ResourceEstimate]
  public var advice: LocalizedText?
  public var basis: [Basis]
  /// The catalog's model it starts from; nil where there is none, and in records of earlier versions.
  public var baseModel: ModelID?
  /// Devices on which it can be trained or used, best first; nil in records of earlier versions.
  public var hardware: [HardwareOption]?
  /// Devices that do not come into question; nil in records of earlier versions.
  public var ruledOut: [RuledOutHardware]?

  public init(
    approach: ApproachID, name: LocalizedText, architecture: Architecture, lines: [ConfigurationLine],
    estimates: [ResourceEstimate], advice: LocalizedText? = nil, basis: [Basis] = [],
    baseModel: ModelID? = nil, hardware: [HardwareOption]? = nil, ruledOut: [RuledOutHardware]? = nil
  ) {
    self.approach = approach
    self.name = name
    self.architecture = architecture
    self.lines = lines
    self.estimates = estimates
    self.advice = advice
    self.basis = basis
    self.baseModel = baseModel
    self.hardware = hardware
    self.ruledOut = ruledOut
  }
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
    /// On hardware of the kind answered, from its stated peak.
    case trainingSeconds = "training-seconds"
    /// On this machine, from its measured speed.
    case trainingSecondsHere = "training-seconds-here"
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

  public init(
    kind: Kind, unit: Unit, low: Double, likely: Double, high: Double, how: LocalizedText,
    basis: [Basis]
  ) {
    self.kind = kind
    self.unit = unit
    self.low = low
    self.likely = likely
    self.high = high
    self.how = how
    self.basis = basis
  }
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

  public init(
    metric: String? = nil, widths: [Int] = [128, 64], dropout: Double = 0.2,
    learningRate: Double = 0.001, batchSize: Int = 32, maximumEpochs: Int = 150, patience: Int = 15,
    l2: Double = 0.0001, folds: Int = 5, heldOutShare: Double = 0.2,
    standsFor: [PilotCandidate: ApproachID] = PilotCandidate.approaches(for: .labelled),
    lines: [ConfigurationLine] = []
  ) {
    self.metric = metric
    self.widths = widths
    self.dropout = dropout
    self.learningRate = learningRate
    self.batchSize = batchSize
    self.maximumEpochs = maximumEpochs
    self.patience = patience
    self.l2 = l2
    self.folds = folds
    self.heldOutShare = heldOutShare
    self.standsFor = standsFor
    self.lines = lines
  }
}

/// The models a pilot compares, simplest first.
public enum PilotCandidate: String, Codable, CaseIterable, Hashable, Sendable {
  case baseline
  case linear
  /// What was used before there were networks, where the task has no linear model: counts, rules, search.
  case classical
  /// Gradient-boosted trees, for tables.
  case trees = "boosted-trees"
  case smallNetwork = "small-network"
}

extension PilotCandidate: CodingKeyRepresentable {}

extension PilotCandidate {
  /// The approach each candidate is the smallest honest example of.
  public static let usualApproaches: [PilotCandidate: ApproachID] = [
    .baseline: .noAI, .linear: .classical, .classical: .classical, .trees: .classical,
    .smallNetwork: .smallNetwork,
  ]

  /// The approaches that the candidates of a kind of task stand for.
  public static func approaches(for problem: ProblemKind) -> [PilotCandidate: ApproachID] {
    usualApproaches.filter { trained(for: problem).contains($0.key) }
  }

  /// Those a pilot trains for a kind of task, simplest first; trees for tables only.
  public static func trained(for problem: ProblemKind) -> [PilotCandidate] {
    problem == .labelled
      ? [.baseline, .linear, .trees, .smallNetwork] : [.baseline, .classical, .smallNetwork]
  }
}
