/// The sizes parameters and work are computed from.
public enum Architecture: Hashable, Codable, Sendable {
  case rules
  case linear(inputs: Int, outputs: Int)
  case dense(inputs: Int, widths: [Int], outputs: Int)
  case encoder(EncoderSizes)
  case decoder(DecoderSizes)
  case vision(VisionSizes)
  case residual(ResidualSizes)
  case textToText(TextToTextSizes)
  case speechToText(SpeechToTextSizes)
  case speechEncoder(SpeechEncoderSizes)
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
///
/// The optional sizes are those that records of earlier versions do not hold; nil means the usual one.
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
  /// The size of one head; nil for width ÷ heads.
  public var headSize: Int?
  /// Feed-forward blocks of a layer, of which each token uses `expertsUsed`; nil for one block.
  public var experts: Int?
  public var expertsUsed: Int?
  /// Whether queries, keys and values have biases in a block that has none otherwise, as in Qwen2.
  public var queryBias: Bool?
  /// Whether queries and keys are normalised head by head, as in Qwen3.
  public var headNorms: Bool?
  /// Tokens that a layer with a sliding window looks back on; nil without one.
  public var window: Int?

  public init(
    layers: Int, width: Int, feedForward: Int, heads: Int, kvHeads: Int, vocabulary: Int,
    positions: Int, tied: Bool, gated: Bool, headSize: Int? = nil, experts: Int? = nil,
    expertsUsed: Int? = nil, queryBias: Bool? = nil, headNorms: Bool? = nil, window: Int? = nil
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
    self.headSize = headSize
    self.experts = experts
    self.expertsUsed = expertsUsed
    self.queryBias = queryBias
    self.headNorms = headNorms
    self.window = window
  }
}
