import Kernels

/// How to train a generator against a discriminator (Goodfellow et al., 2014).
///
/// Every step first moves the discriminator D, then the generator G, on one batch of real rows x and one of
/// noise z. The discriminator's loss says which game is played:
/// - `BinaryCrossEntropy`: D lowers −ln D(x) − ln(1 − D(G(z))), G lowers −ln D(G(z)), the form whose
///   gradient does not vanish where D is sure (section 3 there).
/// - `MeanSquaredError`: D lowers ½ (D(x) − 1)² + ½ D(G(z))², G lowers ½ (D(G(z)) − 1)² (least squares,
///   Mao et al., 2017).
public struct AdversarialTraining: Sendable {
  public var generatorOptimiser: any Optimiser
  public var discriminatorOptimiser: any Optimiser
  /// Real rows, and as many made ones, of one step; at least 1.
  ///
  /// Rows left over at the end of a pass over the data wait for another one's order.
  public var batchSize: Int
  /// At least 1.
  public var steps: Int
  /// Starts the random numbers for initial parameters, row order, noise and dropout.
  public var seed: UInt64

  /// The optimisers' defaults are those of Radford et al., 2016.
  public init(
    generatorOptimiser: any Optimiser = Adam(learningRate: 0.0002, beta1: 0.5),
    discriminatorOptimiser: any Optimiser = Adam(learningRate: 0.0002, beta1: 0.5), batchSize: Int = 64,
    steps: Int = 1000, seed: UInt64 = 42
  ) {
    self.generatorOptimiser = generatorOptimiser
    self.discriminatorOptimiser = discriminatorOptimiser
    self.batchSize = batchSize
    self.steps = steps
    self.seed = seed
  }

  /// Throws `NetworkError.illegalParameter` if some part is outside its legal range.
  public func validate() throws {
    try generatorOptimiser.validate()
    try discriminatorOptimiser.validate()
    try NetworkError.require(batchSize >= 1, "batchSize", "≥ 1", batchSize)
    try NetworkError.require(steps >= 1, "steps", "≥ 1", steps)
  }

  /// Throws `NetworkError` if the two networks do not fit each other.
  func validate(generator: NetworkConfiguration, discriminator: NetworkConfiguration) throws {
    try validate()
    try generator.validate()
    try discriminator.validate()
    try NetworkError.require(
      generator.loss.link == .identity, "generator.loss.link", "\(Link.identity)",
      "\(generator.loss.link)")
    try NetworkError.require(
      discriminator.loss is BinaryCrossEntropy || discriminator.loss is MeanSquaredError,
      "discriminator.loss", "\(BinaryCrossEntropy.kind), \(MeanSquaredError.kind)",
      type(of: discriminator.loss).kind)
    try NetworkError.require(
      discriminator.inputs.count == 1, "discriminator.inputs", "1", discriminator.inputs.count)
    let made = try generator.outputShape()
    guard made.count == discriminator.inputCount else {
      throw NetworkError.unsuitableInput(
        layer: "discriminator", expected: "\(discriminator.inputs[0].shape)", found: "\(made)")
    }
  }
}

/// The losses of one step, means over its rows; neither alone says how good the generator is.
public struct AdversarialRecord: Codable, Hashable, Sendable {
  /// Counted from 1.
  public let step: Int
  /// Before the discriminator's move.
  public let discriminatorLoss: Double
  /// After the discriminator's move and before the generator's.
  public let generatorLoss: Double
}

/// What adversarial training left.
public struct AdversarialOutcome: Sendable {
  public let generator: TrainedNetwork
  public let discriminator: TrainedNetwork
  /// One record a step.
  public let records: [AdversarialRecord]
  /// Whether the caller ended the training.
  public let interrupted: Bool
}
