import CKernels

/// What attention and embeddings do beside their matrix products.
extension VectorPasses {
  /// Each row of z, [queries][keys], becomes the softmax of scale × z over the keys it may look at.
  ///
  /// The others become exactly 0, and a row that may look at none becomes zeros.
  /// - Parameters:
  ///   - mask: [keys], 0 for keys that nobody looks at; nil where there are none.
  ///   - isCausal: whether row q looks at keys 0 … q only.
  public func maskedSoftmax(
    _ z: Numbers, mask: Numbers?, queries: Int, keys: Int, scale: Double, isCausal: Bool
  ) {
    ck_masked_softmax(level, z, mask, queries, keys, scale, isCausal)
  }

  /// output[p] ← the table's row that token p names; zeros for the padding token.
  ///
  /// A token that is no whole number from 0 to vocabulary − 1 gives values that are not a number.
  public func embed(
    _ output: Numbers, table: Numbers, tokens: Numbers, positions: Int, columns: Int, vocabulary: Int,
    padding: Int?
  ) {
    ck_embed(
      level, output, table, tokens, positions, columns, vocabulary, padding.map { Double($0) } ?? .nan)
  }

  /// table[token p] ← table[token p] + g[p] in the order of p, for `columns` of rows `stride` apart.
  public func embedGradient(
    _ table: Numbers, _ g: Numbers, tokens: Numbers, positions: Int, columns: Int, stride: Int,
    vocabulary: Int, padding: Int?
  ) {
    ck_embed_gradient(
      level, table, g, tokens, positions, columns, stride, vocabulary,
      padding.map { Double($0) } ?? .nan)
  }

  /// output ← scale × Σ xₚ over the rows of x whose mask is not 0; no mask counts all.
  public func maskedSum(
    _ output: Numbers, _ x: Numbers, mask: Numbers?, positions: Int, columns: Int, scale: Double
  ) {
    ck_masked_sum(level, output, x, mask, positions, columns, scale)
  }

  /// xₚ ← scale × row where the mask of p is not 0, zeros elsewhere; no mask counts all.
  public func maskedSpread(
    _ x: Numbers, _ row: Numbers, mask: Numbers?, positions: Int, columns: Int, scale: Double
  ) {
    ck_masked_spread(level, x, row, mask, positions, columns, scale)
  }
}
