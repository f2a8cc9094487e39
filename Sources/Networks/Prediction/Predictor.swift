import Kernels

/// A trained network ready to predict again and again without taking memory each time.
public final class Predictor {
  private let workspace: NetworkWorkspace
  private let network: TrainedNetwork

  /// - Parameter batchSize: rows that run together; more use more memory.
  public init(_ network: TrainedNetwork, batchSize: Int = 256, execution: Execution = Execution()) throws {
    try network.configuration.validate()
    self.network = network
    let plan = try NetworkPlan(network.configuration, capacity: batchSize, purpose: .prediction)
    guard network.parameters.count == plan.parameterCount, network.states.count == plan.stateCount else {
      throw NetworkError.shapeMismatch(
        what: "parameters", expected: plan.parameterCount, found: network.parameters.count)
    }
    workspace = try execution.workspace(plan)
    workspace.load(parameters: network.parameters, states: network.states)
  }

  /// Predictions for row-major [rows][inputs] features, row-major [rows][output].
  public func predict(_ features: [Float], rows: Int) -> [Float] {
    let plan = workspace.plan
    let inputs = plan.configuration.inputCount
    precondition(features.count == rows * inputs, "features of another network")
    let width = plan.output.shape.count
    return [Float](unsafeUninitializedCapacity: rows * width) { buffer, filled in
      filled = rows * width
      guard let result = buffer.baseAddress else { return }
      for start in stride(from: 0, to: rows, by: plan.capacity) {
        let count = min(plan.capacity, rows - start)
        features.withUnsafeBufferPointer { workspace.fill($0, start: start, count: count) }
        workspace.forward(workspace.step(rows: count, isTraining: false))
        let output = workspace.step(rows: count, isTraining: false).values(plan.output)
        workspace.link(output, rows: count)
        workspace.passes.unload(result + start * width, from: output, count: count * width)
      }
    }
  }
}

extension NetworkWorkspace {
  /// Turns the output into predictions in place.
  func link(_ output: Numbers, rows: Int) {
    let shape = plan.output.shape
    switch plan.configuration.loss.link {
    case .identity: break
    case .sigmoid:
      passes.biasActivate(.sigmoid, output, bias: nil, rows: rows * shape.count, columns: 1)
    case .softmax: passes.softmax(output, rows: rows * shape.positions, columns: shape.width)
    }
  }
}
