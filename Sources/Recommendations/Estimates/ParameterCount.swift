import Knowledge

extension Architecture {
  /// The number of trained numbers in the model, computed exactly from its sizes; nil for rules and hosted
  /// services, which have none or keep it to themselves.
  ///
  /// The counts equal those published with BERT, GPT-2 and Llama 3.1 to the last digit.
  public var parameterCount: Double? {
    switch self {
    case .rules, .hosted: nil
    case .linear(let inputs, let outputs): Double(inputs * outputs + outputs)
    case .dense(let inputs, let widths, let outputs):
      Double(denseParameters([inputs] + widths + [outputs]))
    case .encoder(let sizes):
      Double(sizes.embeddingParameters + sizes.blockParameters + sizes.poolerParameters)
    case .decoder(let sizes):
      Double(
        sizes.embeddingParameters + sizes.outputParameters + sizes.layers * sizes.layerParameters
          + sizes.finalNormParameters)
    case .convolutional(let parameters, _): parameters
    }
  }

  /// Parameters that are only looked up by row and so cost no multiplications.
  ///
  /// A tied token table is also the output product, so it counts as work there.
  var lookedUpParameters: Double {
    switch self {
    case .encoder(let sizes): Double(sizes.embeddingParameters)
    case .decoder(let sizes):
      Double((sizes.tied ? 0 : sizes.vocabulary * sizes.width) + sizes.positions * sizes.width)
    default: 0
    }
  }

  /// Parameters that low-rank adapters of `rank` on the query and value products would train; nil where
  /// there is no attention to adapt.
  ///
  /// rank × (inputs + outputs) for every adapted product (Hu et al., 2022).
  func adapterParameters(rank: Int) -> Double? {
    switch self {
    case .encoder(let sizes): Double(sizes.layers * 2 * rank * (sizes.width + sizes.width))
    case .decoder(let sizes):
      Double(sizes.layers * rank * (2 * sizes.width + sizes.width + sizes.keyWidth))
    default: nil
    }
  }
}

/// Weights and biases of fully connected layers between the given sizes.
private func denseParameters(_ sizes: [Int]) -> Int {
  zip(sizes, sizes.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
}

extension EncoderSizes {
  /// Token, position and segment tables with their normalisation.
  var embeddingParameters: Int { (vocabulary + positions + tokenTypes + 2) * width }

  /// All layers: four attention products, the feed-forward block and two normalisations each, with biases.
  var blockParameters: Int {
    let attention = 4 * width * width + 4 * width
    let forward = 2 * width * feedForward + feedForward + width
    return layers * (attention + forward + 4 * width)
  }

  var poolerParameters: Int { pooler ? width * width + width : 0 }
}

extension DecoderSizes {
  /// The width of all keys of one token: key heads × (width ÷ heads).
  var keyWidth: Int { kvHeads * (width / max(heads, 1)) }

  var embeddingParameters: Int { (vocabulary + positions) * width }

  /// The output product; nothing when it shares the token table.
  var outputParameters: Int { tied ? 0 : vocabulary * width }

  /// One layer: gated blocks have three products and no biases, plain ones two products with biases.
  var layerParameters: Int {
    let attention = 2 * width * width + 2 * width * keyWidth
    if gated { return attention + 3 * width * feedForward + 2 * width }
    let attentionBiases = 2 * width + 2 * keyWidth
    let forward = 2 * width * feedForward + feedForward + width
    return attention + attentionBiases + forward + 4 * width
  }

  /// The normalisation before the output: a scale, and a shift in plain decoders.
  var finalNormParameters: Int { gated ? width : 2 * width }
}
