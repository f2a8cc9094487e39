import Kernels

/// Where everything a network needs lies in its arena; known before any memory is taken.
///
/// Rows of a layer are padded to 16 values, one cache line, and the padding stays zero: padded weights
/// and biases start at zero and every gradient there is zero. A layer of one unit is not padded, since
/// dot products serve it better than a matrix product.
struct NetworkPlan {
  struct Layer {
    let inputs: Int
    let units: Int
    let activation: Activation
    let dropout: Double
    /// Floats from one row of the layer's input to the next.
    let inputStride: Int
    /// Floats from one row of the layer's output to the next, and from one row of W to the next.
    let stride: Int
    /// Offsets of W and b inside the parameters, and so inside gradients and optimiser state.
    let weights: Int
    let bias: Int
    /// f(z), the same after dropout (equal offsets without dropout), and the dropout mask.
    let activated: Int
    let output: Int
    let mask: Int?
    /// The loss's gradient with respect to the output, then to z.
    let delta: Int

    var weightCount: Int { inputs * stride }
    var isSingle: Bool { units == 1 }
  }

  let layers: [Layer]
  /// Rows that fit: a training batch, or one chunk of an evaluation.
  let capacity: Int
  /// Floats of the parameters, padding included.
  let parameterSpan: Int
  let parameters: Int
  let gradients: Int
  let first: Int
  let second: Int
  let best: Int
  let input: Int
  let inputStride: Int
  let targets: Int
  let weights: Int
  let arena: ArenaPlan

  /// Evaluations run in chunks of at least this many rows, whatever the batch size.
  private static let evaluationRows = 256

  /// - Parameter optimiser: nil plans for predictions only, without gradients.
  init(_ network: NetworkConfiguration, batchSize: Int, optimiser: Optimiser?) {
    let rows = max(batchSize, NetworkPlan.evaluationRows)
    let trains = optimiser != nil
    let strides = network.layers.map { $0.units == 1 ? 1 : ArenaPlan.padded($0.units) }
    var inner = ArenaPlan()
    let places = zip(network.shapes, strides).map { shape, stride in
      (weights: inner.reserve(shape.inputs * stride), bias: inner.reserve(stride))
    }
    var plan = ArenaPlan()
    parameterSpan = inner.count
    capacity = rows
    inputStride = ArenaPlan.padded(network.inputs)
    parameters = plan.reserve(inner.count)
    gradients = plan.reserve(trains ? inner.count : 0)
    first = plan.reserve((optimiser?.stateSize ?? 0) > 0 ? inner.count : 0)
    second = plan.reserve((optimiser?.stateSize ?? 0) > 1 ? inner.count : 0)
    best = plan.reserve(trains ? inner.count : 0)
    input = plan.reserve(rows * inputStride)
    var layers: [Layer] = []
    for (index, layer) in network.layers.enumerated() {
      let floats = rows * strides[index]
      let activated = plan.reserve(floats)
      let drops = trains && layer.dropout > 0
      layers.append(
        Layer(
          inputs: network.shapes[index].inputs, units: layer.units, activation: layer.activation,
          dropout: layer.dropout, inputStride: index == 0 ? inputStride : strides[index - 1],
          stride: strides[index], weights: places[index].weights, bias: places[index].bias,
          activated: activated, output: drops ? plan.reserve(floats) : activated,
          mask: drops ? plan.reserve(floats) : nil, delta: plan.reserve(trains ? floats : 0)))
    }
    self.layers = layers
    let outputFloats = rows * (strides.last ?? 1)
    targets = plan.reserve(trains ? outputFloats : 0)
    weights = plan.reserve(trains ? outputFloats : 0)
    arena = plan
  }
}
