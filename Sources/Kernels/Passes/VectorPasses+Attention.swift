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

  /// output ← scale × Σ weightₚ xₚ over `positions` rows of x; no weights count every row once.
  public func weightedSum(
    _ output: Numbers, _ x: Numbers, weights: Numbers?, positions: Int, columns: Int, scale: Double
  ) {
    ck_weighted_sum(level, output, x, weights, positions, columns, scale)
  }

  /// xₚ ← scale × weightₚ × row, for each of `positions` rows of x.
  public func spreadRow(
    _ x: Numbers, _ row: Numbers, weights: Numbers?, positions: Int, columns: Int, scale: Double
  ) {
    ck_spread_row(level, x, row, weights, positions, columns, scale)
  }
}
