import Kernels

extension NetworkWorkspace {
  /// Runs the batch through all layers, from the first to the last.
  func forward(_ step: Step) {
    for operation in plan.operations { operation.forward(step) }
  }

  /// Turns the output's gradient into the gradient of every parameter, from the last layer to the first.
  func backward(_ step: Step) {
    let inputs = plan.configuration.inputs.count
    for index in stride(from: plan.operations.count - 1, through: 0, by: -1) {
      let value = inputs + index
      guard plan.values[value].hasGradient else { continue }
      addUp(value, step)
      plan.operations[index].backward(step)
    }
    for value in 0..<inputs where plan.values[value].hasGradient { addUp(value, step) }
  }

  /// The loss of the batch after a forward pass, and its gradient in the output's place.
  ///
  /// - Returns: the weighted sum of the losses, and what it is divided by for the mean; the gradient is
  ///   that of the mean.
  func loss(_ step: Step) -> (sum: Double, count: Double) {
    let output = plan.output
    let count = plan.configuration.loss.spreadWeights(
      LossWeights(
        passes: passes, rows: step.rows, output: output.shape, targets: targets, rowWeights: rowWeights,
        weights: weights))
    let values = passes.place(batch, output.offset)
    let sum = plan.configuration.loss.evaluate(
      LossBatch(
        passes: passes, rows: step.rows, output: output.shape, values: values, targets: targets,
        weights: weights, delta: output.gradientOffset.map { passes.place(batch, $0) } ?? values,
        scratch: passes.place(batch, plan.lossScratch), scale: count > 0 ? 1 / count : 0))
    return (sum, count)
  }

  private func addUp(_ value: Int, _ step: Step) {
    guard let join = plan.joins[value] else { return }
    let target = passes.place(batch, join.target)
    for extra in join.extras {
      let other = passes.place(batch, extra)
      pool.parallel(over: step.rows * join.count, grain: 16_384) { start, count in
        passes.add(
          passes.place(target, start), passes.place(target, start), passes.place(other, start),
          count: count)
      }
    }
  }
}
