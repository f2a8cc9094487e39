import Kernels

/// A network with its parameters, ready for use.
public struct TrainedNetwork: Codable, Hashable, Sendable {
  public let configuration: NetworkConfiguration
  /// Layer by layer W, row-major [inputs][units], then b, shape [units].
  public let parameters: [Float]

  public init(configuration: NetworkConfiguration, parameters: [Float]) {
    precondition(
      parameters.count == configuration.parameterCount,
      "\(configuration.parameterCount) parameters expected, not \(parameters.count)")
    self.configuration = configuration
    self.parameters = parameters
  }

  /// The last layer's output, without dropout.
  ///
  /// - Parameter features: row-major [rows][inputs].
  /// - Returns: row-major [rows][outputs]; empty for no rows.
  public func predict(
    _ features: [Float], rows: Int, instructionSet: InstructionSet = .best
  ) -> [Float] {
    precondition(features.count == rows * configuration.inputs, "features of another network")
    guard rows > 0, let last = configuration.layers.last else { return [] }
    let plan = NetworkPlan(configuration, batchSize: 1, optimiser: nil)
    let workspace = NetworkWorkspace(configuration, plan: plan, instructionSet: instructionSet)
    workspace.load(parameters)
    let examples = ExampleSet(
      rows: rows, columns: configuration.inputs, features: features,
      targets: [Float](repeating: 0, count: rows))
    let order = Array(0..<rows)
    let stride = last.units == 1 ? 1 : ArenaPlan.padded(last.units)
    var outputs: [Float] = []
    outputs.reserveCapacity(rows * last.units)
    for start in Swift.stride(from: 0, to: rows, by: plan.capacity) {
      let count = min(plan.capacity, rows - start)
      order.withUnsafeBufferPointer {
        workspace.gather(examples, order: $0, start: start, count: count)
      }
      workspace.forward(rows: count, for: .prediction)
      let result = workspace.base + plan.layers[plan.layers.count - 1].activated
      for row in 0..<count {
        outputs.append(
          contentsOf: UnsafeBufferPointer(start: result + row * stride, count: last.units))
      }
    }
    return outputs
  }
}
