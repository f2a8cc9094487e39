import Kernels

extension NetworkConfiguration {
  /// Multiplications and additions of the matrix products that training takes.
  ///
  /// 2 · inputs · units a row and layer in the forward pass, as much again for the weights' gradient, and
  /// once more for the gradient handed to the layer before, which the first layer does not need.
  /// Element-wise work is left out.
  public func trainingFLOPs(rows: Int, epochs: Int) -> Double {
    let products = shapes.enumerated().reduce(0.0) { sum, layer in
      sum + Double(layer.element.inputs * layer.element.units) * (layer.offset == 0 ? 4 : 6)
    }
    return products * Double(rows) * Double(epochs)
  }

  /// Multiplications and additions of the matrix products for the output of `rows` rows.
  public func predictionFLOPs(rows: Int) -> Double {
    shapes.reduce(0.0) { $0 + Double($1.inputs * $1.units) * 2 } * Double(rows)
  }

  /// Bytes that training sets aside before its first step, known without taking any.
  ///
  /// Parameters, gradients, optimiser state, the best parameters so far, and one batch's activations; the
  /// examples themselves are not counted.
  public func plannedBytes(batchSize: Int, optimiser: Optimiser) -> Int {
    NetworkPlan(self, batchSize: batchSize, optimiser: optimiser).arena.bytes
  }
}
