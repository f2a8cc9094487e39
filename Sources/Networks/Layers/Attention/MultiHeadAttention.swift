import Kernels

/// Attention of several heads (Vaswani et al., 2017): every query takes a weighted mean of the values of
/// all positions, the weights being a softmax over the keys.
///
/// For each head, with Q, K, V its columns of the projected inputs and d = width / heads:
/// context = softmax(Q Kᵀ / √d) V; output = contexts · output-weight + output-bias.
///
/// Inputs, in this order: the queries [positions, width]; where `attendsToMemory`, the memory
/// [memory positions, memory width] that keys and values come from, otherwise they come from the queries'
/// own input; where `hasMask`, a mask [keys], 1 for a real position and 0 for padding, which nobody looks at.
/// Output [positions, width]. A query that may look at nothing has a context of zeros.
///
/// Parameters with own keys: input-weight [width][3 width] (queries, keys, values side by side) and
/// input-bias. With a memory: query-weight [width][width], query-bias, memory-weight
/// [memory width][2 width] (keys, values), memory-bias. Then output-weight [width][width], output-bias.
public struct MultiHeadAttention: Layer {
  public static let kind = "multi-head-attention"

  /// At least 1; the width is a multiple of it.
  public var heads: Int
  public var attendsToMemory: Bool
  public var hasMask: Bool
  /// Whether a position looks at itself and at earlier ones only; not together with a memory.
  public var isCausal: Bool
  /// The share of the weights set to zero in a training step, 0 or more and below 1.
  public var dropout: Double
  public var hasBias: Bool

  public init(
    heads: Int, attendsToMemory: Bool = false, hasMask: Bool = false, isCausal: Bool = false,
    dropout: Double = 0, hasBias: Bool = true
  ) {
    self.heads = heads
    self.attendsToMemory = attendsToMemory
    self.hasMask = hasMask
    self.isCausal = isCausal
    self.dropout = dropout
    self.hasBias = hasBias
  }

  public func validate() throws {
    try NetworkError.require(heads >= 1, "heads", "≥ 1", heads)
    try NetworkError.require(dropout >= 0 && dropout < 1, "dropout", "0 ≤ dropout < 1", dropout)
    try NetworkError.require(!(isCausal && attendsToMemory), "isCausal", "false", isCausal)
  }

  public func outputShape(_ inputs: [Shape]) throws -> Shape {
    let expected = 1 + (attendsToMemory ? 1 : 0) + (hasMask ? 1 : 0)
    guard inputs.count == expected else {
      throw NetworkError.unsuitableInput(
        layer: Self.kind, expected: expected == 1 ? "1 input" : "\(expected) inputs",
        found: "\(inputs.count)")
    }
    for shape in inputs.dropLast(hasMask ? 1 : 0) {
      try requireInput(shape.rank == 2, "[positions, width]", shape)
    }
    try requireInput(inputs[0].width % heads == 0, "[positions, \(heads) × …]", inputs[0])
    if hasMask, let mask = inputs.last {
      let keys = inputs[attendsToMemory ? 1 : 0][0]
      try requireInput(mask == [keys], "[\(keys)]", mask)
    }
    return inputs[0]
  }

  public func passesGradient(to input: Int) -> Bool { !isMask(input) }

  public func indexBound(of input: Int) -> Int? { isMask(input) ? 2 : nil }

  private func isMask(_ input: Int) -> Bool { hasMask && input == (attendsToMemory ? 2 : 1) }

  public func operation(at site: inout LayerSite) -> any Operation {
    let (queries, width) = (site.input.shape[0], site.input.shape[1])
    let source = site.inputs[attendsToMemory ? 1 : 0]
    let keys = source.shape[0]
    let queryPart = attendsToMemory ? projection("query", site.input, blocks: 1, at: &site) : nil
    let memoryPart =
      attendsToMemory
      ? projection("memory", source, blocks: 2, at: &site)
      : projection("input", source, blocks: 3, at: &site)
    let weight = site.parameter(
      "output-weight", [width, width], .glorotUniform(inputs: width, outputs: width))
    let bias = hasBias ? site.parameter("output-bias", [width], .constant(0), isPenalised: false) : nil
    let own = 2 * queries * width * width
    let mixing = 4 * queries * keys * width
    site.count(forward: own + mixing, toInput: own + 2 * mixing, toParameters: own)
    let weights = site.rows * heads * queries * keys
    return AttentionOperation(
      output: site.output, mask: hasMask ? site.inputs.last : nil, queries: queries, keys: keys,
      width: width, heads: heads, isCausal: isCausal, dropout: dropout, salt: site.salt,
      queryPart: queryPart, memoryPart: memoryPart, outputWeight: weight, outputBias: bias,
      weights: site.scratch(weights),
      dropped: site.trainingScratch(dropout > 0 ? site.rows * queries * keys : 0),
      panel: site.trainingScratch(site.rows * queries * keys),
      contexts: site.scratch(site.rows * queries * width),
      slopes: site.trainingScratch(site.rows * queries * width))
  }

  /// Weights from `source` to `blocks` × width columns side by side.
  private func projection(
    _ name: String, _ source: Value, blocks: Int, at site: inout LayerSite
  ) -> Projection {
    let (inputs, width) = (source.shape[1], site.input.shape[1])
    let columns = blocks * width
    let weight = site.parameter(
      "\(name)-weight", [inputs, columns], .glorotUniform(inputs: inputs, outputs: width))
    let bias =
      hasBias ? site.parameter("\(name)-bias", [columns], .constant(0), isPenalised: false) : nil
    let products = 2 * source.shape[0] * inputs * columns
    site.count(forward: products, toInput: products, toParameters: products)
    return Projection(
      source: source, positions: source.shape[0], inputs: inputs, columns: columns, weight: weight,
      bias: bias, values: site.scratch(site.rows * source.shape[0] * columns))
  }
}
