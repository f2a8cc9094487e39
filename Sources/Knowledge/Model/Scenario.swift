/// One application in a domain, with its facts, presets and target configurations.
public struct Scenario: Hashable, Codable, Sendable {
  public var id: ScenarioID
  public var domain: Domain
  public var title: LocalizedText
  public var summary: LocalizedText
  public var inputs: LocalizedText
  public var outputs: LocalizedText
  public var users: LocalizedText
  public var modality: Modality
  public var goodResult: GoodResult
  public var presets: [Preset]
  /// The scenario's own questions.
  public var questions: [Question]
  public var failureModes: [FailureMode]
  /// The sample data set the pilot uses when a person brings none; nil for `<domain>/other`.
  public var sampleData: String?
  public var pilot: PilotNote?
  public var targets: [ApproachID: TargetConfiguration]
}

extension ScenarioID {
  /// The domain its name begins with; nil for none of the six.
  public var domain: Domain? { Domain(rawValue: String(name.prefix { $0 != "/" })) }

  /// Whether it is a domain's entry for what the catalog does not know yet.
  public var isOther: Bool { name.hasSuffix("/other") }
}

/// What form the inputs have.
public enum Modality: String, Codable, CaseIterable, Hashable, Sendable {
  case tabular, text, image, audio
}

/// What a good result looks like, with published figures.
public struct GoodResult: Hashable, Codable, Sendable {
  public struct Figure: Hashable, Codable, Sendable {
    public var value: Double
    public var what: LocalizedText
    public var basis: [Basis]
  }

  /// The metric's id, for example `area-under-roc`.
  public var metric: String
  public var text: LocalizedText
  public var figures: [Figure]
}

/// An answer the scenario gives where a sheet says nothing.
public struct Preset: Hashable, Codable, Sendable {
  public var question: QuestionID
  /// As written in the file; read like an answer.
  public var value: String
  public var why: LocalizedText
  public var basis: [Basis]
}

public struct FailureMode: Hashable, Codable, Sendable {
  public var text: LocalizedText
  public var basis: [Basis]
}

/// What a pilot on the sample data stands for, and what it cannot show.
public struct PilotNote: Hashable, Codable, Sendable {
  /// The class whose probability counts; nil when the data decide.
  public var positive: String?
  public var standsFor: LocalizedText
  public var doesNotShow: LocalizedText
}

/// The full-size configuration an approach means in a scenario.
public struct TargetConfiguration: Hashable, Codable, Sendable {
  /// A proper name such as BERT-base reads the same in every language.
  public var name: LocalizedText
  public var architecture: Architecture
  /// Tokens, patches or frames an example; nil where that has no meaning.
  public var sequence: Int?
  public var batch: Int?
  public var epochs: Double?
  public var learningRate: Double?
  /// `full`, `lora` or `none`.
  public var method: String?
  public var advice: LocalizedText
  public var basis: [Basis]
}

/// The sizes parameters and work are computed from.
public enum Architecture: Hashable, Codable, Sendable {
  case rules
  case linear(inputs: Int, outputs: Int)
  case dense(inputs: Int, widths: [Int], outputs: Int)
  case encoder(EncoderSizes)
  case decoder(DecoderSizes)
  /// Published parameter count and forward FLOPs an example.
  case convolutional(parameters: Double, forwardFLOPs: Double)
  /// A service whose size is not published.
  case hosted
}

/// BERT-style encoder sizes (Devlin et al., 2019).
public struct EncoderSizes: Hashable, Codable, Sendable {
  public var layers: Int
  public var width: Int
  public var feedForward: Int
  public var heads: Int
  public var vocabulary: Int
  public var positions: Int
  public var tokenTypes: Int
  public var pooler: Bool

  public init(
    layers: Int, width: Int, feedForward: Int, heads: Int, vocabulary: Int, positions: Int,
    tokenTypes: Int, pooler: Bool
  ) {
    self.layers = layers
    self.width = width
    self.feedForward = feedForward
    self.heads = heads
    self.vocabulary = vocabulary
    self.positions = positions
    self.tokenTypes = tokenTypes
    self.pooler = pooler
  }
}

/// Decoder sizes; `gated` means a gated feed-forward block without biases, as in Llama.
public struct DecoderSizes: Hashable, Codable, Sendable {
  public var layers: Int
  public var width: Int
  public var feedForward: Int
  public var heads: Int
  public var kvHeads: Int
  public var vocabulary: Int
  /// Learned positions; 0 when positions are computed.
  public var positions: Int
  public var tied: Bool
  public var gated: Bool

  public init(
    layers: Int, width: Int, feedForward: Int, heads: Int, kvHeads: Int, vocabulary: Int,
    positions: Int, tied: Bool, gated: Bool
  ) {
    self.layers = layers
    self.width = width
    self.feedForward = feedForward
    self.heads = heads
    self.kvHeads = kvHeads
    self.vocabulary = vocabulary
    self.positions = positions
    self.tied = tied
    self.gated = gated
  }
}
