import Kernels

extension NetworkConfiguration {
  /// Fresh parameters, drawn by seed: even draws for the weights, zero for the biases.
  ///
  /// Weights lie within ±√(6 / inputs) before a ReLU (He et al., 2015) and within
  /// ±√(6 / (inputs + units)) otherwise (Glorot and Bengio, 2010).
  /// - Returns: layer by layer W, row-major [inputs][units], then b, shape [units].
  public func initialParameters(seed: UInt64) -> [Float] {
    var generator = SeededGenerator(seed: seed, purpose: "initial parameters")
    var parameters: [Float] = []
    parameters.reserveCapacity(parameterCount)
    for (layer, shape) in zip(layers, shapes) {
      let fan = layer.activation == .relu ? shape.inputs : shape.inputs + shape.units
      let limit = (6 / Double(fan)).squareRoot()
      for _ in 0..<shape.inputs * shape.units { parameters.append(Float(generator.uniform(-limit, limit))) }
      parameters += [Float](repeating: 0, count: shape.units)
    }
    return parameters
  }
}
