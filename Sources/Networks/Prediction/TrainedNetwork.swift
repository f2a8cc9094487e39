import Kernels

/// A network with the numbers that training found.
public struct TrainedNetwork: Codable, Hashable, Sendable {
  public let configuration: NetworkConfiguration
  /// The layers' parameters in the order of `configuration.parameterDefinitions()`.
  public let parameters: [Float]
  /// What layers keep without training it, such as the averages of batch normalisation; often none.
  public let states: [Float]

  public init(configuration: NetworkConfiguration, parameters: [Float], states: [Float] = []) {
    self.configuration = configuration
    self.parameters = parameters
    self.states = states
  }

  /// Predictions: the output through the loss's link, without dropout.
  ///
  /// - Parameter features: row-major [rows][inputs].
  /// - Returns: row-major [rows][output]; empty for no rows.
  /// - Throws: `NetworkError` for a network that does not fit together or into the memory allowed.
  public func predict(_ features: [Float], rows: Int, execution: Execution = Execution()) throws -> [Float] {
    try Predictor(self, execution: execution).predict(features, rows: rows)
  }
}
