/// How to train a network, whatever its shape.
public struct TrainingConfiguration: Sendable {
  public var optimiser: any Optimiser
  /// How the learning rate changes from step to step.
  public var schedule: Schedule
  /// Rows of one batch, at least 1; the last batch of an epoch takes what is left.
  public var batchSize: Int
  /// Batches whose gradients are averaged into one step, at least 1; the last step of an epoch may have
  /// fewer.
  public var accumulation: Int
  /// Passes over the training rows, at least 1.
  public var epochs: Int
  /// Steps after which training ends even within an epoch; nil for no such limit.
  public var stepLimit: Int?
  /// Adds l1 · Σ|w| over the weights, never the biases, to the loss that is lowered; 0 or more.
  public var l1: Double
  /// Adds l2 / 2 · Σw² over the weights, never the biases, to the loss that is lowered; 0 or more.
  public var l2: Double
  /// Gradients whose Euclidean norm over all parameters is larger are shortened to it (Pascanu et al.,
  /// 2013); nil leaves them alone.
  public var clipNorm: Double?
  public var earlyStopping: EarlyStopping?
  public var sampling: Sampling
  /// Changes of the first input, drawn anew in every step.
  public var augmentations: [Augmentation]
  /// Mixes rows and their targets in pairs (mixup, Zhang et al., 2018): one share a batch is drawn from the
  /// beta distribution with both parameters this, more than 0; nil mixes nothing.
  public var mixup: Double?
  /// Starts the random numbers for initial parameters, batch order and dropout.
  public var seed: UInt64

  public init(
    optimiser: any Optimiser = Adam(), schedule: Schedule = .constant, batchSize: Int = 32,
    accumulation: Int = 1, epochs: Int = 10, stepLimit: Int? = nil, l1: Double = 0, l2: Double = 0,
    clipNorm: Double? = nil, earlyStopping: EarlyStopping? = nil, sampling: Sampling = .shuffled,
    augmentations: [Augmentation] = [], mixup: Double? = nil, seed: UInt64 = 42
  ) {
    self.optimiser = optimiser
    self.schedule = schedule
    self.batchSize = batchSize
    self.accumulation = accumulation
    self.epochs = epochs
    self.stepLimit = stepLimit
    self.l1 = l1
    self.l2 = l2
    self.clipNorm = clipNorm
    self.earlyStopping = earlyStopping
    self.sampling = sampling
    self.augmentations = augmentations
    self.mixup = mixup
    self.seed = seed
  }

  /// Throws `NetworkError.illegalParameter` if some part is outside its legal range.
  public func validate() throws {
    try optimiser.validate()
    try schedule.validate()
    try NetworkError.require(batchSize >= 1, "batchSize", "≥ 1", batchSize)
    try NetworkError.require(batchSize <= 1 << 28, "batchSize", "≤ 2²⁸", batchSize)
    try NetworkError.require(accumulation >= 1, "accumulation", "≥ 1", accumulation)
    try NetworkError.require(epochs >= 1, "epochs", "≥ 1", epochs)
    if let stepLimit { try NetworkError.require(stepLimit >= 1, "stepLimit", "≥ 1", stepLimit) }
    try NetworkError.require(l1 >= 0 && l1.isFinite, "l1", "0 ≤ l1 < ∞", l1)
    try NetworkError.require(l2 >= 0 && l2.isFinite, "l2", "0 ≤ l2 < ∞", l2)
    if let clipNorm {
      try NetworkError.require(
        clipNorm > 0 && clipNorm.isFinite, "clipNorm", "0 < clipNorm < ∞", clipNorm)
    }
    if let mixup { try NetworkError.require(mixup > 0 && mixup.isFinite, "mixup", "0 < mixup < ∞", mixup) }
    try earlyStopping?.validate()
  }
}

extension TrainingConfiguration: Hashable {
  public static func == (left: TrainingConfiguration, right: TrainingConfiguration) -> Bool {
    left.settings == right.settings && isEqual(left.optimiser, right.optimiser)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(settings)
    hasher.combine(AnyHashable(optimiser))
  }
}

extension TrainingConfiguration: Codable {
  /// Everything but the optimiser, whose type only its kind tells.
  private struct Settings: Codable, Hashable {
    let schedule: Schedule
    let batchSize: Int
    let accumulation: Int
    let epochs: Int
    let stepLimit: Int?
    let l1: Double
    let l2: Double
    let clipNorm: Double?
    let earlyStopping: EarlyStopping?
    let sampling: Sampling
    let augmentations: [Augmentation]
    let mixup: Double?
    let seed: UInt64
  }

  private enum Key: String, CodingKey { case optimiser }

  private var settings: Settings {
    Settings(
      schedule: schedule, batchSize: batchSize, accumulation: accumulation, epochs: epochs,
      stepLimit: stepLimit, l1: l1, l2: l2, clipNorm: clipNorm, earlyStopping: earlyStopping,
      sampling: sampling, augmentations: augmentations, mixup: mixup, seed: seed)
  }

  public init(from decoder: Decoder) throws {
    let settings = try Settings(from: decoder)
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      optimiser: try OptimiserRegistry.family.decode(from: container.superDecoder(forKey: .optimiser)),
      schedule: settings.schedule, batchSize: settings.batchSize, accumulation: settings.accumulation,
      epochs: settings.epochs, stepLimit: settings.stepLimit, l1: settings.l1, l2: settings.l2,
      clipNorm: settings.clipNorm, earlyStopping: settings.earlyStopping, sampling: settings.sampling,
      augmentations: settings.augmentations, mixup: settings.mixup, seed: settings.seed)
  }

  public func encode(to encoder: Encoder) throws {
    try settings.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try encodeWithKind(
      optimiser, type(of: optimiser).kind, to: container.superEncoder(forKey: .optimiser))
  }
}
