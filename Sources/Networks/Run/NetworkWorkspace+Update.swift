import Kernels

extension NetworkWorkspace {
  /// How the gradients of one step become a change of the parameters.
  struct Update {
    let optimiser: any Optimiser
    let learningRate: Double
    /// Steps taken so far, this one included.
    let number: Int
    var l1 = 0.0
    var l2 = 0.0
    /// The largest Euclidean norm that all gradients together may have.
    var clipNorm: Double?
    /// Multiplies the gradients first; 1 / batches where the gradients of several were added.
    var scale = 1.0
  }

  /// Adds the penalties' gradients, clips, and moves the parameters one step.
  func update(_ update: Update, gradients: Numbers) {
    if update.l1 > 0 || update.l2 > 0 {
      for parameter in plan.parameters where parameter.isPenalised {
        passes.addPenalty(
          passes.place(gradients, parameter.offset), weights: passes.place(parameters, parameter.offset),
          count: parameter.shape.count, l1: update.l1 / update.scale, l2: update.l2 / update.scale)
      }
    }
    var factor = update.scale
    if let limit = update.clipNorm {
      let norm = factor * passes.sumOfSquares(gradients, count: plan.parameterSpan).squareRoot()
      if norm > limit { factor *= limit / norm }
    }
    // A parameter's change depends on its own numbers only, so any cut gives the same bytes.
    pool.parallel(over: plan.parameterSpan, grain: 32_768) { start, count in
      update.optimiser.step(
        ParameterRange(
          passes: passes, parameters: passes.place(parameters, start),
          gradients: passes.place(gradients, start), states: passes.place(optimiserState(0), start),
          stateStride: plan.parameterSpan, count: count),
        number: update.number, learningRate: update.learningRate, factor: factor)
    }
  }

  /// Adds this batch's gradients to those of the batches before.
  func accumulate(isFirst: Bool) {
    let sums = section(plan.accumulated)
    if isFirst {
      passes.copy(sums, gradients, count: plan.parameterSpan)
    } else {
      passes.add(sums, sums, gradients, count: plan.parameterSpan)
    }
  }

  /// Whether every parameter is a number.
  var hasFiniteParameters: Bool { passes.allFinite(parameters, count: plan.parameterSpan) }
}
