import Kernels

/// The mean loss of a network on fixed examples, as a function of its parameters and features.
///
/// For gradient checks and for studying a loss; training has its own, leaner loop. In double precision
/// central differences of `loss` agree with `gradient` to about nine digits.
public final class NetworkFunction {
  /// The loss with its slopes.
  public struct Gradient: Sendable {
    public let loss: Double
    /// In the order of `parameterDefinitions()`.
    public let parameters: [Double]
    /// Row-major [rows][inputs]; 0 for inputs that take no gradient, such as token indices.
    public let features: [Double]
  }

  private let workspace: NetworkWorkspace
  private let isTraining: Bool
  private let rows: Int
  private let states: [Float]

  /// - Parameters:
  ///   - examples: all of them make one batch.
  ///   - isTraining: whether dropout acts, with the same mask each time, and normalisation uses the
  ///     batch's own statistics.
  /// - Throws: `NetworkError` for a network or examples that cannot work.
  public init(
    _ configuration: NetworkConfiguration, on examples: ExampleSet, isTraining: Bool = false,
    states: [Float]? = nil, execution: Execution = Execution(precision: .double)
  ) throws {
    try configuration.validate()
    try examples.validate(for: configuration)
    let purpose = NetworkPlan.Purpose(trains: true, differentiatesInputs: true)
    workspace = try execution.workspace(
      NetworkPlan(configuration, capacity: examples.rows, purpose: purpose))
    self.isTraining = isTraining
    rows = examples.rows
    self.states = try states ?? configuration.initialStates()
    let order = Array(0..<rows)
    order.withUnsafeBufferPointer {
      workspace.gather(examples, order: $0, start: 0, count: rows)
      workspace.gatherTargets(examples, order: $0, start: 0, count: rows, meanWeight: examples.meanWeight)
    }
  }

  /// The mean loss at these parameters, with other features where given.
  public func loss(_ parameters: [Double], features: [Double]? = nil) -> Double {
    forward(parameters, features)
    let loss = workspace.loss(step)
    return loss.sum / loss.count
  }

  /// The output before the loss's link, row-major [rows][output].
  public func output(_ parameters: [Double], features: [Double]? = nil) -> [Double] {
    forward(parameters, features)
    let output = workspace.plan.output
    let start = step.values(output)
    return (0..<rows * output.shape.count).map { workspace.passes.read(start, at: $0) }
  }

  /// The loss and its gradient at these parameters.
  public func gradient(_ parameters: [Double], features: [Double]? = nil) -> Gradient {
    forward(parameters, features)
    let loss = workspace.loss(step)
    workspace.backward(step)
    let passes = workspace.passes
    var slopes: [Double] = []
    for parameter in workspace.plan.parameters {
      let start = passes.place(workspace.gradients, parameter.offset)
      slopes += (0..<parameter.shape.count).map { passes.read(start, at: $0) }
    }
    var featureSlopes = [Double](repeating: 0, count: rows * workspace.plan.configuration.inputCount)
    forEachFeature { place, value, index in
      guard let start = step.gradient(value) else { return }
      featureSlopes[place] = passes.read(start, at: index)
    }
    return Gradient(loss: loss.sum / loss.count, parameters: slopes, features: featureSlopes)
  }

  private var step: Step { workspace.step(rows: rows, isTraining: isTraining, key: 1) }

  private func forward(_ parameters: [Double], _ features: [Double]?) {
    precondition(parameters.count == workspace.plan.parameterCount, "parameters of another network")
    let passes = workspace.passes
    workspace.load(parameters: parameters.map { Float($0) }, states: states)
    var at = 0
    for parameter in workspace.plan.parameters {
      let start = passes.place(workspace.parameters, parameter.offset)
      for index in 0..<parameter.shape.count { passes.write(parameters[at + index], to: start, at: index) }
      at += parameter.shape.count
    }
    if let features {
      forEachFeature { place, value, index in
        passes.write(features[place], to: step.values(value), at: index)
      }
    }
    workspace.forward(step)
  }

  /// Every feature's place in a row-major table, its input and its place there.
  private func forEachFeature(_ body: (Int, Value, Int) -> Void) {
    let width = workspace.plan.configuration.inputCount
    for row in 0..<rows {
      var column = 0
      for input in workspace.plan.configuration.inputs.indices {
        let value = workspace.plan.values[input]
        for index in 0..<value.shape.count {
          body(row * width + column, value, row * value.shape.count + index)
          column += 1
        }
      }
    }
  }
}
