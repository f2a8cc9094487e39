import Kernels

/// A layer's place in a network: its inputs and output, and the memory that it asks for.
public struct LayerSite {
  /// The node's name.
  public let name: String
  /// The most rows (examples) a batch has.
  public let rows: Int
  /// Whether there will be backward passes.
  public let trains: Bool
  public let inputs: [Value]
  public let output: Value
  /// Starts the layer's random numbers of each step; differs from layer to layer.
  public let salt: UInt64

  private(set) var parameters: [ParameterDefinition] = []
  private(set) var states: [StateDefinition] = []
  var parameterPlan: ArenaPlan
  var statePlan: ArenaPlan
  var batchPlan: ArenaPlan
  private(set) var forwardOperations = 0.0
  private(set) var backwardOperations = 0.0

  init(
    name: String, rows: Int, trains: Bool, inputs: [Value], output: Value, salt: UInt64,
    parameterPlan: ArenaPlan, statePlan: ArenaPlan, batchPlan: ArenaPlan
  ) {
    self.name = name
    self.rows = rows
    self.trains = trains
    self.inputs = inputs
    self.output = output
    self.salt = salt
    self.parameterPlan = parameterPlan
    self.statePlan = statePlan
    self.batchPlan = batchPlan
  }

  /// The first input.
  public var input: Value { inputs[0] }

  /// Asks for trained numbers.
  public mutating func parameter(
    _ name: String, _ shape: Shape, _ initialiser: Initialiser, isPenalised: Bool = true
  ) -> Parameter {
    let offset = parameterPlan.reserve(shape.count)
    parameters.append(
      ParameterDefinition(
        name: "\(self.name).\(name)", shape: shape, initialiser: initialiser, isPenalised: isPenalised,
        offset: offset))
    return Parameter(count: shape.count, offset: offset)
  }

  /// Asks for numbers that are kept and saved but not trained, all starting with `value`.
  public mutating func state(_ name: String, _ shape: Shape, value: Float) -> RunningState {
    let offset = statePlan.reserve(shape.count)
    states.append(
      StateDefinition(name: "\(self.name).\(name)", shape: shape, value: value, offset: offset))
    return RunningState(count: shape.count, offset: offset)
  }

  /// Asks for memory from a forward pass to its backward pass: so many numbers for a whole batch.
  public mutating func scratch(_ count: Int) -> Scratch {
    Scratch(count: count, offset: batchPlan.reserve(count))
  }

  /// The same, needed for backward passes only; of no length where there are none.
  public mutating func trainingScratch(_ count: Int) -> Scratch { scratch(trains ? count : 0) }

  /// Counts multiplications and additions of matrix products, for one example.
  ///
  /// - Parameters:
  ///   - forward: of a forward pass.
  ///   - toInput, toParameters: of a backward pass; the former only counts where an input has a gradient.
  public mutating func count(forward: Int, toInput: Int, toParameters: Int) {
    forwardOperations += Double(forward)
    let reaches = inputs.contains(where: \.hasGradient)
    backwardOperations += Double(toParameters) + (reaches ? Double(toInput) : 0)
  }
}
