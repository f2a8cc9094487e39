/// The settings that the blocks of a Transformer have in common.
public struct TransformerBlock: Hashable, Codable, Sendable {
  /// Where a block normalises.
  public enum Normalisation: String, Codable, CaseIterable, Sendable {
    /// After each sum: x ← norm(x + part(x)) (Vaswani et al., 2017).
    case after
    /// Before each part: x ← x + part(norm(x)) (Xiong et al., 2020); a stack of these ends with one more.
    case before
  }

  public var heads: Int
  /// Units between the feed-forward part's two maps, at least 1.
  public var feedForward: Int
  public var activation: Activation
  /// The share set to zero in a training step: of the attention's weights, of the units between, and of
  /// what each part adds.
  public var dropout: Double
  public var normalisation: Normalisation

  public init(
    heads: Int, feedForward: Int, activation: Activation = .gelu, dropout: Double = 0,
    normalisation: Normalisation = .after
  ) {
    self.heads = heads
    self.feedForward = feedForward
    self.activation = activation
    self.dropout = dropout
    self.normalisation = normalisation
  }
}
