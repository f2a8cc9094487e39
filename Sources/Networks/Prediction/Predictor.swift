import Kernels

/// A trained network ready to predict again and again without taking memory each time.
public final class Predictor {
  private let workspace: NetworkWorkspace

  /// - Parameter batchSize: rows that run together, at least 1; more use more memory.
  /// - Throws: `NetworkError.exceedsMemory` if it may not set aside what it needs.
  public init(_ network: TrainedNetwork, batchSize: Int = 256, execution: Execution = Execution()) throws {
    try NetworkError.require(batchSize >= 1, "batchSize", "≥ 1", batchSize)
    try NetworkError.require(batchSize <= 1 << 28, "batchSize", "≤ 2²⁸", batchSize)
    let plan = try NetworkPlan(network.configuration, capacity: batchSize, purpose: .prediction)
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
