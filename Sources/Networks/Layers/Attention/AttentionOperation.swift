import Kernels

/// Multi-head attention at work: projections over the whole batch, and the heads example by example.
///
/// The gradients of queries, keys and values take the place of the values themselves.
struct AttentionOperation: Operation {
  let output: Value
  let mask: Value?
  let queries: Int
  let keys: Int
  let width: Int
  let heads: Int
  let isCausal: Bool
  let dropout: Double
  let salt: UInt64
  /// Queries alone, where keys and values come from a memory; otherwise all three are in `memoryPart`.
  let queryPart: Projection?
  let memoryPart: Projection
  let outputWeight: Parameter
  let outputBias: Parameter?
  /// The softmax of every head, [rows][heads][queries][keys].
  let weights: Scratch
  /// One head's weights after dropout, [rows][queries][keys], where there is dropout.
  let dropped: Scratch
  /// The gradient of one head's weights, [rows][queries][keys].
  let panel: Scratch
  /// The heads' weighted means side by side, [rows][queries][width].
  let contexts: Scratch
  /// The gradient of the contexts.
  let slopes: Scratch

  /// Columns of a head.
  private var size: Int { width / heads }
  private var scale: Double { 1 / Double(size).squareRoot() }

  func forward(_ step: Step) {
    queryPart?.forward(step)
    memoryPart.forward(step)
    step.pool.parallel(step.rows) { row in
      for head in 0..<heads { forward(view(row, head, step), step) }
    }
    step.passes.multiply(
      rows: step.rows * queries, columns: width, inner: width,
      MatrixView(step.values(contexts), rowStride: width),
      MatrixView(step.values(outputWeight), rowStride: width), into: step.values(output), stride: width,
      bias: outputBias.map { step.values($0) }, pool: step.pool)
  }

  private func forward(_ head: Head, _ step: Step) {
    let passes = step.passes
    passes.multiply(
      rows: queries, columns: keys, inner: size, head.query, head.key.transposed, into: head.weights,
      stride: keys)
    passes.maskedSoftmax(
      head.weights, mask: head.mask, queries: queries, keys: keys, scale: scale, isCausal: isCausal)
    passes.multiply(
      rows: queries, columns: size, inner: keys, MatrixView(dropped(head, step), rowStride: keys),
      head.value, into: head.context, stride: width)
  }

  /// The weights as the values met them: after dropout in a training step.
  private func dropped(_ head: Head, _ step: Step) -> Numbers {
    guard dropout > 0 && step.isTraining else { return head.weights }
    applyDropout(head, to: head.weights, into: head.dropped, step)
    return head.dropped
  }

  /// The mask is a function of the step's key and the head's place, so the same call takes gradients back.
  private func applyDropout(_ head: Head, to from: Numbers, into to: Numbers, _ step: Step) {
    let count = queries * keys
    step.passes.dropout(
      to, input: from, count: count, first: head.index * count, key: step.key &+ salt, rate: dropout)
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output) else { return }
    step.differentiate(
      delta, columns: width, from: step.values(contexts), inputs: width, rows: step.rows * queries,
      weight: outputWeight, bias: outputBias, into: step.values(slopes))
    step.pool.parallel(step.rows) { row in
      for head in 0..<heads { backward(view(row, head, step), step) }
    }
    queryPart?.backward(step)
    memoryPart.backward(step)
  }

  private func backward(_ head: Head, _ step: Step) {
    let passes = step.passes
    let slope = MatrixView(head.slope, rowStride: width)
    let panel = MatrixView(head.panel, rowStride: keys)
    // The gradient of the weights first, since that of the values takes the values' place.
    passes.multiply(
      rows: queries, columns: keys, inner: size, slope, head.value.transposed, into: head.panel,
      stride: keys)
    passes.multiply(
      rows: keys, columns: size, inner: queries,
      MatrixView(dropped(head, step), rowStride: keys).transposed, slope, into: head.value.start,
      stride: head.value.rowStride)
    if dropout > 0 && step.isTraining { applyDropout(head, to: head.panel, into: head.panel, step) }
    passes.softmaxGradient(
      head.panel, p: head.weights, rows: queries, columns: keys, scale: Float(scale))
    // Queries and keys need each other, so the queries' gradient waits in the place of the contexts'.
    passes.multiply(
      rows: queries, columns: size, inner: keys, panel, head.key, into: head.slope, stride: width)
    passes.multiply(
      rows: keys, columns: size, inner: queries, panel.transposed, head.query, into: head.key.start,
      stride: head.key.rowStride)
    for query in 0..<queries {
      passes.copy(
        passes.place(head.query.start, query * head.query.rowStride),
        passes.place(head.slope, query * width), count: size)
    }
  }
}
