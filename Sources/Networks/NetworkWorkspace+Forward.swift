import Kernels

/// What a forward pass is for.
enum ForwardPurpose {
  /// Dropout acts; the last layer keeps its sums z where the loss computes the activation itself.
  case training
  /// No dropout; the last layer as in training.
  case evaluation
  /// No dropout; the last layer's activation is applied.
  case prediction
}

extension NetworkWorkspace {
  /// Runs the first `rows` rows of the batch through all layers.
  ///
  /// - Parameter dropoutKey: starts the masks of this step; used in training only.
  func forward(rows: Int, for purpose: ForwardPurpose, dropoutKey: UInt64 = 0) {
    var input = base + plan.input
    for (index, layer) in plan.layers.enumerated() {
      let isLast = index == plan.layers.count - 1
      let output = base + layer.activated
      multiply(layer, rows: rows, input: input, into: output)
      let leavesSums = isLast && purpose != .prediction && network.loss != .meanSquaredError
      let activation = leavesSums ? .identity : layer.activation.elementwise
      passes.biasActivate(
        activation ?? .identity, output, bias: base + plan.parameters + layer.bias, rows: rows,
        columns: layer.stride, stride: layer.stride)
      if activation == nil {
        passes.softmax(output, rows: rows, columns: layer.units, stride: layer.stride)
      }
      if purpose == .training, let mask = layer.mask {
        passes.dropout(
          base + layer.output, input: output, mask: base + mask, count: rows * layer.stride,
          key: dropoutKey &+ UInt64(index) &* 0x9e37_79b9_7f4a_7c15, rate: layer.dropout)
        input = base + layer.output
      } else {
        input = output
      }
    }
  }

  /// The loss of the batch after a forward pass; leaves the loss's gradient in the last layer's delta.
  ///
  /// - Returns: the weighted sum over the rows; the gradient is that of the mean over the rows.
  func loss(rows: Int) -> Double {
    let layer = plan.layers[plan.layers.count - 1]
    let output = base + layer.activated
    let (targets, weights, delta) = (base + plan.targets, base + plan.weights, base + layer.delta)
    let scale = Float(1 / Double(rows))
    switch network.loss {
    case .meanSquaredError:
      return passes.squaredError(
        output, targets: targets, weights: weights, delta: delta, count: rows * layer.stride, scale: scale)
    case .binaryCrossEntropy:
      return passes.sigmoidCrossEntropy(
        output, targets: targets, weights: weights, delta: delta, count: rows * layer.stride, scale: scale)
    case .softmaxCrossEntropy:
      return passes.softmaxCrossEntropy(
        output, classes: targets, weights: weights, delta: delta, rows: rows, columns: layer.units,
        stride: layer.stride, scale: scale)
    }
  }

  /// z = input · W, without the bias.
  private func multiply(
    _ layer: NetworkPlan.Layer, rows: Int, input: UnsafePointer<Float>,
    into output: UnsafeMutablePointer<Float>
  ) {
    let weights = base + plan.parameters + layer.weights
    if layer.isSingle {
      passes.rowDots(
        input, weights, into: output, rows: rows, columns: layer.inputs, stride: layer.inputStride)
    } else {
      MatrixProduct.multiply(
        rows: rows, columns: layer.stride, inner: layer.inputs, input, stride: layer.inputStride,
        weights, stride: layer.stride, into: output, stride: layer.stride)
    }
  }
}
