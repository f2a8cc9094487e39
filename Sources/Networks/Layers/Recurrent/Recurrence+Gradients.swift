import Kernels

/// The gradients that are sums over all times, from the gradients of the gates.
extension Recurrence {
  /// Those of the input's weights and of the input, for `blocks` of the weights whose gates lie from block
  /// `source` on.
  func differentiateInput(blocks: Range<Int>, from source: Int, isFirst: Bool, _ step: Step) {
    let passes = step.passes
    let gates = MatrixView(passes.place(step.values(gates), source * units), rowStride: 4 * units)
    let start = blocks.lowerBound * units
    passes.multiply(
      rows: width, columns: blocks.count * units, inner: step.rows * time,
      MatrixView(step.values(input), rowStride: width).transposed, gates,
      into: passes.place(step.gradient(inputWeight), start), stride: columns, pool: step.pool)
    sum(gates, blocks: blocks.count, into: passes.place(step.gradient(inputBias), start), step)
    guard let gradient = step.gradient(input) else { return }
    passes.multiply(
      rows: step.rows * time, columns: width, inner: blocks.count * units, gates,
      MatrixView(passes.place(step.values(inputWeight), start), rowStride: columns).transposed,
      into: gradient, stride: width, adding: !isFirst, pool: step.pool)
  }

  /// That of the hidden weights; clears the gates of the first step, whose states before are zeros.
  func differentiateHidden(_ step: Step) {
    let (passes, start, states) = (step.passes, step.values(gates), states(step))
    let first = position(0)
    for row in 0..<step.rows {
      passes.fill(
        passes.place(start, row * gateStride + first * 4 * units), count: columns, with: 0)
    }
    // The state before each position is its neighbour in memory: one product over all rows and times,
    // shifted by one. Where it pairs two rows' ends the gates are those just cleared.
    let inner = step.rows * time - 1
    guard inner > 0 else {
      return passes.fill(step.gradient(hiddenWeight), count: units * columns, with: 0)
    }
    passes.multiply(
      rows: units, columns: columns, inner: inner,
      MatrixView(passes.place(states, isReversed ? units : 0), rowStride: units).transposed,
      MatrixView(passes.place(start, isReversed ? 0 : 4 * units), rowStride: 4 * units),
      into: step.gradient(hiddenWeight), stride: columns, pool: step.pool)
  }

  /// The sums of the gates' columns, as the gradient of a bias needs.
  func sum(_ gates: MatrixView, blocks: Int, into sums: Numbers, _ step: Step) {
    let rows = step.rows * time
    // Split by columns, so that every sum runs over the rows in one order for any number of threads.
    let grain = rows * blocks * units < 65_536 ? blocks * units : 16
    step.pool.parallel(over: blocks * units, grain: grain) { first, count in
      step.passes.columnSums(
        step.passes.place(gates.start, first), into: step.passes.place(sums, first), rows: rows,
        columns: count, stride: gates.rowStride)
    }
  }
}
