extension NetworkBuilder {
  /// Adds an encoder's block (Vaswani et al., 2017): self-attention, then two maps at every position, each
  /// part added to what it took.
  ///
  /// - Parameters:
  ///   - source: a sequence [positions, width].
  ///   - width: the sequence's last size, a multiple of the heads.
  ///   - mask: a value [positions], 1 for a real position and 0 for padding; nil where all are real.
  /// - Returns: the node of shape [positions, width].
  public mutating func transformerEncoder(
    _ block: TransformerBlock, to source: String, width: Int, mask: String? = nil
  ) -> String {
    let attended = residual(block, source) { builder, x in
      builder.attention(block, to: x, mask: mask)
    }
    return feedForward(block, to: attended, width: width)
  }

  /// Adds a decoder's block: causal self-attention, attention to a memory where there is one, then two maps
  /// at every position, each part added to what it took.
  ///
  /// - Parameters:
  ///   - source: a sequence [positions, width].
  ///   - width: the sequence's last size, a multiple of the heads.
  ///   - memory: an encoder's output [memory positions, memory width]; nil for a decoder by itself.
  ///   - mask, memoryMask: values [positions] and [memory positions], 1 for a real position and 0 for padding.
  /// - Returns: the node of shape [positions, width].
  public mutating func transformerDecoder(
    _ block: TransformerBlock, to source: String, width: Int, memory: String? = nil,
    mask: String? = nil, memoryMask: String? = nil
  ) -> String {
    var last = residual(block, source) { builder, x in
      builder.attention(block, to: x, mask: mask, isCausal: true)
    }
    if let memory {
      last = residual(block, last) { builder, x in
        builder.attention(block, to: x, memory: memory, mask: memoryMask)
      }
    }
    return feedForward(block, to: last, width: width)
  }

  private mutating func feedForward(
    _ block: TransformerBlock, to source: String, width: Int
  ) -> String {
    residual(block, source) { builder, x in
      let inner = builder.add(Dense(block.feedForward, block.activation), to: x)
      return builder.add(Dense(width), to: builder.dropout(block, inner))
    }
  }

  private mutating func attention(
    _ block: TransformerBlock, to source: String, memory: String? = nil, mask: String?,
    isCausal: Bool = false
  ) -> String {
    let layer = MultiHeadAttention(
      heads: block.heads, attendsToMemory: memory != nil, hasMask: mask != nil, isCausal: isCausal,
      dropout: block.dropout)
    return add(layer, to: [source, memory, mask].compactMap { $0 })
  }

  /// A part with what it took added to it, normalised before or after.
  private mutating func residual(
    _ block: TransformerBlock, _ source: String, _ part: (inout NetworkBuilder, String) -> String
  ) -> String {
    switch block.normalisation {
    case .after:
      let change = dropout(block, part(&self, source))
      return add(LayerNormalisation(), to: source, change)
    case .before:
      let change = dropout(block, part(&self, add(LayerNormalisation(), to: source)))
      return add(Add(), to: source, change)
    }
  }

  private mutating func dropout(_ block: TransformerBlock, _ source: String) -> String {
    block.dropout > 0 ? add(Dropout(block.dropout), to: source) : source
  }
}
