import Kernels

extension NetworkWorkspace {
  /// Turns the last layer's delta into the gradient of every parameter, layer by layer from the end.
  func backward(rows: Int) {
    for index in stride(from: plan.layers.count - 1, through: 0, by: -1) {
      let layer = plan.layers[index]
      let input = base + (index == 0 ? plan.input : plan.layers[index - 1].output)
      differentiate(layer, isLast: index == plan.layers.count - 1, rows: rows)
      weightGradient(layer, rows: rows, input: input)
      if index > 0 { inputGradient(layer, rows: rows, into: plan.layers[index - 1]) }
    }
  }

  /// From the gradient with respect to the output to that with respect to z, and the bias's from it.
  private func differentiate(_ layer: NetworkPlan.Layer, isLast: Bool, rows: Int) {
    let delta = base + layer.delta
    let sums = base + plan.gradients + layer.bias
    let lossDidIt = isLast && network.loss != .meanSquaredError
    if !lossDidIt, let activation = layer.activation.elementwise {
      passes.activationGradient(
        activation, delta, value: base + layer.activated, mask: layer.mask.map { UnsafePointer(base + $0) },
        columnSums: sums, rows: rows, columns: layer.stride, stride: layer.stride)
      return
    }
    if !lossDidIt {
      passes.softmaxGradient(
        delta, p: base + layer.activated, rows: rows, columns: layer.units, stride: layer.stride)
    }
    passes.columnSums(delta, into: sums, rows: rows, columns: layer.stride, stride: layer.stride)
  }

  /// ∂W = inputᵀ · delta.
  private func weightGradient(_ layer: NetworkPlan.Layer, rows: Int, input: UnsafePointer<Float>) {
    let gradient = base + plan.gradients + layer.weights
    if layer.isSingle {
      passes.weightedRowSum(
        input, base + layer.delta, into: gradient, rows: rows, columns: layer.inputs,
        stride: layer.inputStride)
    } else {
      MatrixProduct.multiply(
        rows: layer.inputs, columns: layer.stride, inner: rows, input, stride: layer.inputStride,
        transposingA: true, base + layer.delta, stride: layer.stride, into: gradient,
        stride: layer.stride)
    }
  }

  /// The previous layer's delta = delta · Wᵀ; only its true columns, so that its padding stays zero.
  private func inputGradient(
    _ layer: NetworkPlan.Layer, rows: Int, into previous: NetworkPlan.Layer
  ) {
    let weights = base + plan.parameters + layer.weights
    if layer.isSingle {
      passes.outerProduct(
        base + layer.delta, weights, into: base + previous.delta, rows: rows, columns: layer.inputs,
        stride: previous.stride)
    } else {
      MatrixProduct.multiply(
        rows: rows, columns: layer.inputs, inner: layer.units, base + layer.delta, stride: layer.stride,
        weights, stride: layer.stride, transposingB: true, into: base + previous.delta,
        stride: previous.stride)
    }
  }

  /// Adds the penalties' gradients and moves the parameters one step.
  ///
  /// - Parameter number: steps taken so far, this one included.
  func update(_ training: TrainingConfiguration, number: Int) {
    let parameters = base + plan.parameters
    let gradients = base + plan.gradients
    if training.l1 > 0 || training.l2 > 0 {
      for layer in plan.layers {
        passes.addPenalty(
          gradients + layer.weights, weights: parameters + layer.weights, count: layer.weightCount,
          l1: Float(training.l1), l2: Float(training.l2))
      }
    }
    switch training.optimiser {
    case .sgd(let rate, let momentum):
      if momentum == 0 {
        passes.addScaled(parameters, gradients, count: plan.parameterSpan, factor: Float(-rate))
      } else {
        passes.momentum(
          parameters, gradients: gradients, velocity: base + plan.first, count: plan.parameterSpan,
          rate: Float(rate), momentum: Float(momentum))
      }
    case .adam(let rate, let beta1, let beta2, let epsilon):
      passes.adam(
        parameters, gradients: gradients, first: base + plan.first, second: base + plan.second,
        count: plan.parameterSpan,
        step: AdamStep(
          number: number, learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon))
    }
  }
}
