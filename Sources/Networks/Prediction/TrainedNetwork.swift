import Kernels

/// A network with the numbers that training found.
public struct TrainedNetwork: Hashable, Sendable {
  public let configuration: NetworkConfiguration
  /// The layers' parameters, one after another in the order of `configuration.parameterDefinitions()`.
  public let parameters: [Float]
  /// What layers keep without training it, such as the averages of batch normalisation; often none.
  public let states: [Float]

  /// - Parameter states: nil takes those that the layers start with.
  /// - Throws: `NetworkError` if the configuration cannot work or the numbers are not as many as it has.
  public init(configuration: NetworkConfiguration, parameters: [Float], states: [Float]? = nil) throws {
    try configuration.validate()
    let plan = try NetworkPlan(configuration, capacity: 1, purpose: .prediction)
    let states = try states ?? configuration.initialStates()
    for (what, expected, found) in [
      ("parameters", plan.parameterCount, parameters.count), ("states", plan.stateCount, states.count),
    ] where expected != found {
      throw NetworkError.shapeMismatch(what: what, expected: expected, found: found)
    }
    self.init(checked: configuration, parameters: parameters, states: states)
  }

  /// Takes numbers that a plan of this configuration gave.
  init(checked configuration: NetworkConfiguration, parameters: [Float], states: [Float]) {
    self.configuration = configuration
    self.parameters = parameters
    self.states = states
  }

  /// Predictions: the output through the loss's link, without dropout.
  ///
  /// - Parameter features: row-major [rows][inputs].
  /// - Returns: row-major [rows][output]; empty for no rows.
  public func predict(_ features: [Float], rows: Int, execution: Execution = Execution()) -> [Float] {
    guard let predictor = try? Predictor(self, batchSize: min(max(rows, 1), 256), execution: execution)
    else { preconditionFailure("the network was checked when it was made") }
    return predictor.predict(features, rows: rows)
  }
}

extension TrainedNetwork: Codable {
  private enum Key: String, CodingKey { case configuration, parameters, states }

  public init(from decoder: Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    try self.init(
      configuration: container.decode(NetworkConfiguration.self, forKey: .configuration),
      parameters: container.decode([Float].self, forKey: .parameters),
      states: container.decode([Float].self, forKey: .states))
  }

  public func encode(to encoder: Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(configuration, forKey: .configuration)
    try container.encode(parameters, forKey: .parameters)
    try container.encode(states, forKey: .states)
  }
}
