import Kernels

/// A trained vector for each token: output[p] = table[token p].
///
/// Input: token indices [positions], whole numbers from 0 to vocabulary − 1; examples with others are
/// refused before training, and in use such a token gives values that are not a number. Output
/// [positions, width]. Parameter: table [vocabulary][width].
public struct Embedding: Layer {
  public static let kind = "embedding"

  /// How many tokens there are, at least 1.
  public var vocabulary: Int
  /// Numbers of a token's vector, at least 1.
  public var width: Int
  /// A token whose positions give zeros and train nothing; nil where there is none.
  public var paddingIndex: Int?

  public init(vocabulary: Int, width: Int, paddingIndex: Int? = nil) {
    self.vocabulary = vocabulary
    self.width = width
    self.paddingIndex = paddingIndex
  }

  public func validate() throws {
    // A float counts whole numbers up to here without a gap.
    try NetworkError.require(
      vocabulary >= 1 && vocabulary <= 1 << 24, "vocabulary", "1 ≤ vocabulary ≤ 2²⁴", vocabulary)
    try NetworkError.require(width >= 1, "width", "≥ 1", width)
    if let paddingIndex {
      try NetworkError.require(
        paddingIndex >= 0 && paddingIndex < vocabulary, "paddingIndex", "0, 1, …, \(vocabulary - 1)",
        paddingIndex)
    }
  }

  public func outputShape(_ inputs: [Shape]) throws -> Shape {
    let input = try only(inputs)
    return Shape(input.sizes + [width])
  }

  public func passesGradient(to input: Int) -> Bool { false }

  public func indexBound(of input: Int) -> Int? { vocabulary }

  public func operation(at site: inout LayerSite) -> any Operation {
    EmbeddingOperation(
      tokens: site.input, output: site.output, vocabulary: vocabulary, width: width, padding: paddingIndex,
      table: site.parameter("table", [vocabulary, width], .uniform(limit: 0.05)))
  }
}

struct EmbeddingOperation: Operation {
  let tokens: Value
  let output: Value
  let vocabulary: Int
  let width: Int
  let padding: Int?
  let table: Parameter

  func forward(_ step: Step) {
    let (passes, table) = (step.passes, step.values(table))
    step.pool.parallel(over: step.rows * tokens.shape.count, grain: 128) { start, count in
      passes.embed(
        passes.place(step.values(output), start * width), table: table,
        tokens: passes.place(step.values(tokens), start), positions: count, columns: width,
        vocabulary: vocabulary, padding: padding)
    }
  }

  func backward(_ step: Step) {
    guard let delta = step.gradient(output) else { return }
    let (passes, slopes) = (step.passes, step.gradient(table))
    step.pool.parallel(over: vocabulary * width, grain: 65_536) { start, count in
      passes.fill(passes.place(slopes, start), count: count, with: 0)
    }
    // Split by columns: a token's row adds up its positions in the same order for any number of threads.
    step.pool.parallel(over: width, grain: 32) { first, columns in
      passes.embedGradient(
        passes.place(slopes, first), passes.place(delta, first), tokens: step.values(tokens),
        positions: step.rows * tokens.shape.count, columns: columns, stride: width,
        vocabulary: vocabulary, padding: padding)
    }
  }
}
