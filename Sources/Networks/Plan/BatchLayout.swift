import Kernels

/// Hands out the memory of one batch: every value's place, and the places of its gradients.
///
/// A value that several nodes use gets one gradient from each of them, in places of their own, so that no
/// layer ever has to add to what another one wrote; the places are added up before the value's own node
/// runs backward.
struct BatchLayout {
  private(set) var values: [Value] = []
  private(set) var joins: [NetworkPlan.Join?] = []
  var plan = ArenaPlan()

  private let configuration: NetworkConfiguration
  private let shapes: [Shape]
  private let sources: [[Int]]
  private let rows: Int
  private let trains: Bool
  /// For every value, how many uses of it give a gradient, the loss being one.
  private var uses: [Int]
  /// For every value, the places of the gradients handed out so far beyond the first.
  private var extras: [[Int]]
  private var handedOut: [Int]

  init(
    _ configuration: NetworkConfiguration, _ shapes: [Shape], _ sources: [[Int]], rows: Int,
    purpose: NetworkPlan.Purpose
  ) {
    self.configuration = configuration
    self.shapes = shapes
    self.sources = sources
    self.rows = rows
    trains = purpose.trains
    uses = [Int](repeating: 0, count: shapes.count)
    extras = [[Int]](repeating: [], count: shapes.count)
    handedOut = uses
    uses[shapes.count - 1] = 1
    for (node, from) in zip(configuration.nodes, sources) {
      for (input, source) in from.enumerated() where node.layer.passesGradient(to: input) {
        uses[source] += 1
      }
    }
    for index in configuration.inputs.indices {
      let wanted = purpose.differentiatesInputs && uses[index] > 0
      let offset = plan.reserve(rows * shapes[index].count)
      values.append(
        Value(
          shape: shapes[index], offset: offset,
          gradientOffset: wanted ? plan.reserve(rows * shapes[index].count) : nil))
      joins.append(nil)
    }
  }

  /// The inputs and the output of a node; called once for each node in order.
  mutating func place(node index: Int) -> (inputs: [Value], output: Value) {
    let node = configuration.nodes[index]
    let inputs = sources[index].enumerated().map { place, source in
      input(source, hasGradient: node.layer.passesGradient(to: place))
    }
    let own = configuration.inputs.count + index
    let shape = shapes[own]
    let output: Value
    if node.layer.isView, let first = inputs.first {
      output = Value(shape: shape, offset: first.offset, gradientOffset: first.gradientOffset)
    } else {
      let offset = plan.reserve(rows * shape.count)
      let differentiated = trains && uses[own] > 0
      output = Value(
        shape: shape, offset: offset,
        gradientOffset: differentiated ? plan.reserve(rows * shape.count) : nil)
    }
    values.append(output)
    joins.append(nil)
    return (inputs, output)
  }

  /// A value as one of its users sees it: with that user's own place for the gradient.
  private mutating func input(_ source: Int, hasGradient: Bool) -> Value {
    let value = values[source]
    guard hasGradient, let own = value.gradientOffset else {
      return Value(shape: value.shape, offset: value.offset, gradientOffset: nil)
    }
    handedOut[source] += 1
    if handedOut[source] == 1 { return value }
    let extra = plan.reserve(rows * value.shape.count)
    extras[source].append(extra)
    joins[source] = NetworkPlan.Join(target: own, extras: extras[source], count: value.shape.count)
    return Value(shape: value.shape, offset: value.offset, gradientOffset: extra)
  }
}
