import Networks

extension LayerSamples {
  /// Every setting of attention once, the means over positions, and both blocks.
  static func attention() throws -> [(kind: String, sample: Sample)] {
    let kind = "multi-head-attention"
    return [
      (kind, try selfAttention("attention", MultiHeadAttention(heads: 2))),
      (
        kind,
        try selfAttention("attention without bias, one head", MultiHeadAttention(heads: 1, hasBias: false))
      ),
      (kind, try selfAttention("causal attention", MultiHeadAttention(heads: 3, isCausal: true))),
      (kind, try selfAttention("attention with a mask", MultiHeadAttention(heads: 2, hasMask: true))),
      (
        kind,
        try selfAttention(
          "causal attention with a mask", MultiHeadAttention(heads: 2, hasMask: true, isCausal: true))
      ),
      (
        kind,
        try selfAttention(
          "attention with dropout", MultiHeadAttention(heads: 2, isCausal: true, dropout: 0.3),
          isRandom: true)
      ),
      (kind, try crossAttention("attention to a memory", hasMask: false)),
      (kind, try crossAttention("attention to a memory with a mask", hasMask: true)),
      ("first-against-rest", try firstAgainstRest()),
      ("mean-over-positions", try mean(hasMask: false)), ("mean-over-positions", try mean(hasMask: true)),
      (kind, try encoder(.after)), (kind, try encoder(.before)),
      (kind, try decoder(.after)), (kind, try decoder(.before)),
    ]
  }

  /// Masks of five rows: all, some at either end and between, and none.
  private static func masks(_ count: Int) -> [[Float]] {
    let ones = [Float](repeating: 1, count: count)
    var masks = [ones, ones, ones, ones, [Float](repeating: 0, count: count)]
    masks[1][count - 1] = 0
    masks[2][0] = 0
    masks[3][1] = 0
    return masks
  }

  /// Rows of `columns` numbers and then a mask.
  private static func masked(_ columns: Int, _ masks: [[Float]]) -> [Float] {
    masks.enumerated().flatMap { row, mask in
      Formula.features(rows: 1, columns: columns, start: columns * row) + mask
    }
  }

  private static func selfAttention(
    _ name: String, _ layer: MultiHeadAttention, isRandom: Bool = false
  ) throws -> Sample {
    var builder = NetworkBuilder()
    let x = builder.input("x", [4, 3])
    let wide = builder.add(Dense(6, .tanh), to: x)
    let sources = layer.hasMask ? [wide, builder.input("mask", [4])] : [wide]
    let mixed = builder.add(layer, to: sources)
    let flat = builder.add(Reshape.flatten, to: mixed)
    _ = builder.add(Dense(2), to: flat)
    return try Sample(
      name, builder.network(loss: MeanSquaredError()), features: layer.hasMask ? masked(12, masks(4)) : nil,
      isRandom: isRandom)
  }

  private static func crossAttention(_ name: String, hasMask: Bool) throws -> Sample {
    var builder = NetworkBuilder()
    let x = builder.input("x", [2, 4])
    let memory = builder.input("memory", [5, 3])
    let queries = builder.add(Dense(6, .tanh), to: x)
    let states = builder.add(Dense(5, .tanh), to: memory)
    let layer = MultiHeadAttention(heads: 2, attendsToMemory: true, hasMask: hasMask)
    let sources = [queries, states] + (hasMask ? [builder.input("mask", [5])] : [])
    let mixed = builder.add(layer, to: sources)
    let flat = builder.add(Reshape.flatten, to: mixed)
    _ = builder.add(Dense(2), to: flat)
    return try Sample(
      name, builder.network(loss: MeanSquaredError()), features: hasMask ? masked(23, masks(5)) : nil)
  }

  private static func mean(hasMask: Bool) throws -> Sample {
    var builder = NetworkBuilder()
    let x = builder.input("x", [4, 3])
    let wide = builder.add(Dense(5, .tanh), to: x)
    let sources = hasMask ? [wide, builder.input("mask", [4])] : [wide]
    let mean = builder.add(MeanOverPositions(hasMask: hasMask), to: sources)
    _ = builder.add(Dense(2), to: mean)
    return try Sample(
      "mean over positions\(hasMask ? " with a mask" : "")", builder.network(loss: MeanSquaredError()),
      features: hasMask ? masked(12, masks(4)) : nil)
  }

  private static func firstAgainstRest() throws -> Sample {
    var builder = NetworkBuilder()
    let wide = builder.add(Dense(5, .tanh), to: builder.input("x", [4, 3]))
    _ = builder.add(FirstAgainstRest(), to: wide)
    return try Sample("first position against three", builder.network(loss: SoftmaxCrossEntropy()))
  }

  private static func block(_ normalisation: TransformerBlock.Normalisation) -> TransformerBlock {
    TransformerBlock(heads: 2, feedForward: 7, dropout: 0.1, normalisation: normalisation)
  }

  private static func encoder(_ normalisation: TransformerBlock.Normalisation) throws -> Sample {
    var builder = NetworkBuilder()
    let x = builder.input("x", [4, 6])
    let mask = builder.input("mask", [4])
    let last = builder.transformerEncoder(block(normalisation), to: x, width: 6, mask: mask)
    let flat = builder.add(Reshape.flatten, to: last)
    _ = builder.add(Dense(2), to: flat)
    return try Sample(
      "encoder's block, normalised \(normalisation)", builder.network(loss: MeanSquaredError()),
      features: masked(24, masks(4)), isRandom: true)
  }

  private static func decoder(_ normalisation: TransformerBlock.Normalisation) throws -> Sample {
    var builder = NetworkBuilder()
    let x = builder.input("x", [3, 6])
    let memory = builder.input("memory", [4, 5])
    let mask = builder.input("mask", [4])
    let last = builder.transformerDecoder(
      block(normalisation), to: x, width: 6, memory: memory, memoryMask: mask)
    let flat = builder.add(Reshape.flatten, to: last)
    _ = builder.add(Dense(2), to: flat)
    return try Sample(
      "decoder's block, normalised \(normalisation)", builder.network(loss: MeanSquaredError()),
      features: masked(38, masks(4)), isRandom: true)
  }
}
