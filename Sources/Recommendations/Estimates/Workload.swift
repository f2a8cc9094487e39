import Knowledge

/// What a target configuration is trained on, as far as its cost goes.
public struct Workload: Hashable, Sendable {
  /// Which parameters training changes.
  public enum Method: String, Hashable, Sendable {
    /// All of them.
    case full
    /// Low-rank adapters on frozen weights (Hu et al., 2022).
    case lora
    /// Such adapters on weights of 4 bits (Dettmers et al., 2023).
    case qlora
    /// None: the model is used as it is.
    case none
  }

  public var architecture: Architecture
  public var method: Method
  /// Training examples: lowest, likely and highest.
  public var lowExamples: Double
  public var examples: Double
  public var highExamples: Double
  /// Tokens, patches or frames an example; 1 where that has no meaning.
  public var sequence: Int
  /// Examples in memory at once.
  public var batch: Int
  public var epochs: Double
  /// Whether weights and activations are held in 16 bits while training, as graphics cards do.
  public var mixedPrecision: Bool

  public init(
    architecture: Architecture, method: Method, lowExamples: Double, examples: Double,
    highExamples: Double, sequence: Int, batch: Int, epochs: Double, mixedPrecision: Bool
  ) {
    self.architecture = architecture
    self.method = method
    self.lowExamples = lowExamples
    self.examples = examples
    self.highExamples = highExamples
    self.sequence = sequence
    self.batch = batch
    self.epochs = epochs
    self.mixedPrecision = mixedPrecision
  }

  /// Rank of low-rank adapters: 8, the middle of the ranks that did equally well (Hu et al., 2022, table 6).
  static let adapterRank = 8

  /// Parameters that training changes; nil when the size is not known.
  var trainedParameters: Double? {
    switch method {
    case .full: architecture.parameterCount
    case .lora, .qlora:
      architecture.adapterParameters(rank: Workload.adapterRank) ?? architecture.parameterCount
    case .none: nil
    }
  }

  /// Adapters need attention to sit in; other architectures train all their weights.
  var effectiveMethod: Method {
    (method == .lora || method == .qlora) && !architecture.hasAttention ? .full : method
  }

  /// Examples seen in training: examples × epochs.
  var seen: Band { epochs * Band(lowExamples, examples, highExamples) }

  /// Units of text, image or sound seen in training: examples × sequence × epochs.
  var tokens: Band { Double(sequence) * seen }
}
