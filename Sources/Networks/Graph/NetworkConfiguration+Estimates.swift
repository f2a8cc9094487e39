import Kernels

/// What a network needs, known before any memory is taken.
public struct NetworkEstimate: Hashable, Sendable {
  /// Trained numbers.
  public let parameters: Int
  /// Multiplications and additions of the matrix products for the output of one example.
  public let predictionOperations: Double
  /// The same for one example of a training step, forward and backward; element-wise work is left out.
  public let trainingOperations: Double
  /// Bytes that training sets aside before its first step; the examples themselves are not counted.
  ///
  /// Parameters, gradients, optimiser state, the copies kept, and one batch's activations.
  public let trainingBytes: Int
  /// Bytes that a `Predictor` of the same batch size sets aside.
  public let predictionBytes: Int
}

extension NetworkConfiguration {
  /// The trained parameters: names, shapes and how they start, in the order they are stored in.
  ///
  /// - Throws: `NetworkError` for a network that cannot work.
  public func parameterDefinitions() throws -> [ParameterDefinition] {
    try validate()
    return try NetworkPlan(self, capacity: 1, purpose: .prediction).parameters
  }

  /// The running states: names, shapes and initial values, in the order they are stored in.
  ///
  /// - Throws: `NetworkError` for a network that cannot work.
  public func stateDefinitions() throws -> [StateDefinition] {
    try validate()
    return try NetworkPlan(self, capacity: 1, purpose: .prediction).states
  }

  /// What training with these settings needs.
  ///
  /// - Throws: `NetworkError` for a network or settings that cannot work.
  public func estimate(
    _ training: TrainingConfiguration = TrainingConfiguration(), precision: Precision = .single
  ) throws -> NetworkEstimate {
    try validate()
    try training.validate(for: self)
    let plan = try NetworkPlan(self, capacity: training.batchSize, purpose: training.purpose)
    let prediction = try NetworkPlan(self, capacity: training.batchSize, purpose: .prediction)
    return NetworkEstimate(
      parameters: plan.parameterCount, predictionOperations: prediction.forwardOperations,
      trainingOperations: plan.forwardOperations + plan.backwardOperations,
      trainingBytes: plan.count * precision.bytes, predictionBytes: prediction.count * precision.bytes)
  }

  /// Fresh parameters, drawn by seed; each parameter's draws depend on its name and the seed only.
  public func initialParameters(seed: UInt64) throws -> [Float] {
    try parameterDefinitions().flatMap { definition in
      var generator = SeededGenerator(seed: seed, purpose: "parameter \(definition.name)")
      return definition.initialiser.values(definition.shape.count, using: &generator)
    }
  }

  /// Running states as they start.
  public func initialStates() throws -> [Float] {
    try stateDefinitions().flatMap { [Float](repeating: $0.value, count: $0.shape.count) }
  }
}

extension TrainingConfiguration {
  /// Throws `NetworkError` if some part is outside its range or does not suit the network's inputs.
  func validate(for network: NetworkConfiguration) throws {
    try validate()
    for augmentation in augmentations { try augmentation.validate(input: network.inputs[0].shape) }
  }

  /// What a plan must hold to train like this.
  var purpose: NetworkPlan.Purpose {
    NetworkPlan.Purpose(
      optimiserStates: optimiser.stateCount, trains: true, keepsBest: earlyStopping != nil,
      keepsLastGood: true, accumulates: accumulation > 1, mixes: mixup != nil)
  }
}
