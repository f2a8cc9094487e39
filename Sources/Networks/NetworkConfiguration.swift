/// A fully connected layer: activation(input · W + b), then dropout while training.
public struct DenseLayer: Codable, Hashable, Sendable {
  /// Outputs of the layer, at least 1.
  public var units: Int
  public var activation: Activation
  /// The share of outputs set to zero in a training step, 0 or more and below 1; nothing in use.
  public var dropout: Double

  public init(units: Int, activation: Activation, dropout: Double = 0) {
    self.units = units
    self.activation = activation
    self.dropout = dropout
  }
}

/// A dense network as asked for: its shape and its loss, before any training.
public struct NetworkConfiguration: Codable, Hashable, Sendable {
  /// Values in one row of input, at least 1.
  public var inputs: Int
  /// The layers from the input on, at least one; the last one gives the output.
  public var layers: [DenseLayer]
  public var loss: Loss

  public init(inputs: Int, layers: [DenseLayer], loss: Loss) {
    self.inputs = inputs
    self.layers = layers
    self.loss = loss
  }

  /// Values in one row of output.
  public var outputs: Int { layers.last?.units ?? inputs }

  /// Each layer's number of inputs and units.
  public var shapes: [(inputs: Int, units: Int)] {
    zip([inputs] + layers.map(\.units), layers).map { (inputs: $0, units: $1.units) }
  }

  /// Trained numbers: weights and biases of all layers.
  public var parameterCount: Int { shapes.reduce(0) { $0 + ($1.inputs + 1) * $1.units } }

  /// Target values that belong to one row.
  public var targetColumns: Int { loss == .softmaxCrossEntropy ? 1 : outputs }

  /// Throws if some part is outside its legal range.
  ///
  /// - Throws: `NetworkError`, naming the parameter or the pairing that cannot work.
  public func validate() throws {
    try NetworkError.require(inputs >= 1, "inputs", "≥ 1", inputs)
    try NetworkError.require(!layers.isEmpty, "layers", "≥ 1", layers.count)
    for (index, layer) in layers.enumerated() {
      let isLast = index == layers.count - 1
      let least = layer.activation == .softmax ? 2 : 1
      try NetworkError.require(
        layer.units >= least, "layers[\(index)].units", "≥ \(least)", layer.units)
      try NetworkError.require(
        layer.dropout >= 0 && layer.dropout < 1, "layers[\(index)].dropout", "0 ≤ dropout < 1",
        layer.dropout)
      if isLast {
        guard layer.dropout == 0 else { throw NetworkError.dropoutInLastLayer(rate: layer.dropout) }
        guard loss.outputActivations.contains(layer.activation) else {
          throw NetworkError.unsupportedPairing(loss: loss, activation: layer.activation)
        }
      } else {
        guard layer.activation != .softmax else { throw NetworkError.softmaxBeforeLastLayer(layer: index) }
      }
    }
  }
}
