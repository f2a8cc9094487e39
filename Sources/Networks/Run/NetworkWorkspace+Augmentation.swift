import Kernels

extension NetworkWorkspace {
  /// Changes every row of the batch's first input; a function of the key and the row's place alone.
  func augment(_ augmentations: [Augmentation], rows: Int, key: UInt64) {
    if augmentations.isEmpty { return }
    let value = plan.values[0]
    let start = passes.place(batch, value.offset)
    pool.parallel(rows) { row in
      var generator = SeededGenerator(seed: key &+ UInt64(row) &* 0x9e37_79b9_7f4a_7c15)
      for augmentation in augmentations {
        augmentation.apply(
          to: passes.place(start, row * value.shape.count), shape: value.shape, passes: passes,
          using: &generator)
      }
    }
  }

  /// Mixup (Zhang et al., 2018): each row's inputs become share × its own + (1 − share) × those of the row
  /// that is as far from the end of the batch as it is from the start.
  func mixInputs(rows: Int, share: Double) {
    for index in plan.configuration.inputs.indices {
      let value = plan.values[index]
      let start = passes.place(batch, value.offset)
      for row in 0..<rows / 2 {
        passes.mix(
          passes.place(start, row * value.shape.count),
          passes.place(start, (rows - 1 - row) * value.shape.count), count: value.shape.count,
          share: share)
      }
    }
  }

  /// The loss of mixed rows: share × that with their own targets + (1 − share) × that with their partners'.
  func mixedLoss(_ step: Step, share: Double) -> (sum: Double, count: Double) {
    let own = loss(step)
    guard let offset = plan.output.gradientOffset else { return own }
    let delta = passes.place(batch, offset)
    let kept = passes.place(batch, plan.mixedDelta)
    let count = step.rows * plan.output.shape.count
    passes.copy(kept, delta, count: count)
    for row in 0..<step.rows / 2 {
      let other = step.rows - 1 - row
      exchange(targets, row, other, plan.targetCount)
      exchange(rowWeights, row, other, 1)
    }
    let partners = loss(step)
    passes.scale(delta, count: count, by: 1 - share)
    passes.addScaled(delta, kept, count: count, factor: share)
    let mean = share * own.sum / own.count + (1 - share) * partners.sum / partners.count
    return (mean * own.count, own.count)
  }

  private func exchange(_ start: Numbers, _ row: Int, _ other: Int, _ width: Int) {
    for index in 0..<width {
      let (a, b) = (row * width + index, other * width + index)
      let value = passes.read(start, at: a)
      passes.write(passes.read(start, at: b), to: start, at: a)
      passes.write(value, to: start, at: b)
    }
  }
}
