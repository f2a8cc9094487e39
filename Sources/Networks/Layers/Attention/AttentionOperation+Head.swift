import Kernels

extension AttentionOperation {
  /// Where the numbers of one head of one example lie.
  struct Head {
    /// Its number among all heads of the batch.
    let index: Int
    let query: MatrixView
    let key: MatrixView
    let value: MatrixView
    /// [keys], or nil.
    let mask: Numbers?
    /// [queries][keys], side by side; so are `dropped` and `panel`, which the heads of an example share.
    let weights: Numbers
    let dropped: Numbers
    let panel: Numbers
    /// [queries][head width], rows the width of all heads apart; so is `slope`, its gradient.
    let context: Numbers
    let slope: Numbers
  }

  func view(_ row: Int, _ head: Int, _ step: Step) -> Head {
    let passes = step.passes
    let first = head * width / heads
    let stride = memoryPart.columns
    let memory = passes.place(step.values(memoryPart.values), row * keys * stride + first)
    // Blocks side by side: queries, keys, values, or keys and values alone.
    let block = queryPart == nil ? 1 : 0
    let query =
      queryPart.map {
        MatrixView(passes.place(step.values($0.values), row * queries * width + first), rowStride: width)
      } ?? MatrixView(memory, rowStride: stride)
    let index = row * heads + head
    let (shared, context) = (row * queries * keys, row * queries * width + first)
    return Head(
      index: index, query: query,
      key: MatrixView(passes.place(memory, block * width), rowStride: stride),
      value: MatrixView(passes.place(memory, (block + 1) * width), rowStride: stride),
      mask: mask.map { passes.place(step.values($0), row * keys) },
      weights: passes.place(step.values(weights), index * queries * keys),
      dropped: passes.place(step.values(dropped), dropout > 0 ? shared : 0),
      panel: passes.place(step.values(panel), shared),
      context: passes.place(step.values(contexts), context),
      slope: passes.place(step.values(slopes), context))
  }
}
