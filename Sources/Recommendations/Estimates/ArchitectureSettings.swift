import Knowledge

extension Architecture {
  /// The sizes as the calculator takes them, for example `arch=vit`, `L=12`; empty where nothing is counted.
  var settings: [String] {
    switch self {
    case .rules, .hosted: []
    case .linear(let inputs, let outputs): ["arch=dense", "sizes=\(inputs),\(outputs)"]
    case .dense(let inputs, let widths, let outputs):
      ["arch=dense", "sizes=" + ([inputs] + widths + [outputs]).map(String.init).joined(separator: ",")]
    case .encoder(let sizes): sizes.settings
    case .decoder(let sizes): sizes.settings
    case .vision(let sizes):
      stack("vit", sizes.layers, sizes.width, sizes.feedForward, sizes.heads)
        + ["patch=\(sizes.patch)", "img=\(sizes.image)", "classes=\(sizes.classes)"]
    case .residual(let sizes):
      [
        "arch=resnet", "depths=" + sizes.depths.map(String.init).joined(separator: ","),
        "bottleneck=\(sizes.bottleneck ? 1 : 0)", "width=\(sizes.width)", "classes=\(sizes.classes)",
      ]
    case .textToText(let sizes):
      [
        "arch=encdec-t5", "enc_L=\(sizes.encoderLayers)", "dec_L=\(sizes.decoderLayers)", "d=\(sizes.width)",
        "ffn=\(sizes.feedForward)", "heads=\(sizes.heads)", "d_kv=\(sizes.headSize)",
        "vocab=\(sizes.vocabulary)", "tied=\(sizes.tied ? 1 : 0)",
      ] + (sizes.gated ? ["glu=1"] : [])
    case .speechToText(let sizes):
      [
        "arch=encdec-whisper", "enc_L=\(sizes.encoderLayers)", "dec_L=\(sizes.decoderLayers)",
        "d=\(sizes.width)", "ffn=\(sizes.feedForward)", "heads=\(sizes.heads)", "vocab=\(sizes.vocabulary)",
        "mels=\(sizes.mels)", "enc_ctx=\(sizes.frames)", "dec_ctx=\(sizes.positions)",
      ]
    case .speechEncoder(let sizes):
      stack("wav2vec", sizes.layers, sizes.width, sizes.feedForward, sizes.heads)
        + ["channels=\(sizes.channels)"]
    case .convolutional(let parameters, let forward):
      ["N=\(bareNumber(parameters))", "forward=\(bareNumber(forward))"]
    }
  }

  /// Operations of one forward pass over one token, patch, frame or image, where it is not twice the
  /// parameters.
  ///
  /// Of an encoder–decoder each position passes one half. Of a mixture of experts a token uses a few.
  var forwardOperations: Double? {
    switch self {
    case .convolutional(_, let forward): forward
    case .residual(let sizes): sizes.forwardFLOPs
    case .textToText, .speechToText: parameterCount
    case .speechEncoder(let sizes): parameterCount.map { 2 * $0 + sizes.waveformOperations }
    case .decoder(let sizes) where sizes.experts != nil:
      (try? EstimateSettings(pairs: settings + ["active=1"])).flatMap { try? architectureCount($0) }
        .map { 2 * $0.parameters }
    default: nil
    }
  }
}

private func stack(_ name: String, _ layers: Int, _ width: Int, _ forward: Int, _ heads: Int) -> [String] {
  ["arch=\(name)", "L=\(layers)", "d=\(width)", "ffn=\(forward)", "heads=\(heads)"]
}

extension EncoderSizes {
  fileprivate var settings: [String] {
    stack("encoder", layers, width, feedForward, heads)
      + ["vocab=\(vocabulary)", "pos=\(positions)", "types=\(tokenTypes)", "pooler=\(pooler ? 1 : 0)"]
  }
}

extension DecoderSizes {
  fileprivate var settings: [String] {
    var pairs = stack(
      gated ? (experts == nil ? "llama" : "llama-moe") : "decoder", layers, width, feedForward, heads)
    pairs += ["kv_heads=\(kvHeads)"]
    if let headSize { pairs += ["head_dim=\(headSize)"] }
    pairs += ["vocab=\(vocabulary)"]
    if positions > 0 { pairs += ["pos=\(positions)"] }
    pairs += ["tied=\(tied ? 1 : 0)"]
    if let experts { pairs += ["experts=\(experts)", "topk=\(expertsUsed ?? 1)"] }
    if queryBias == true { pairs += ["qkv_bias=1"] }
    if headNorms == true { pairs += ["qk_norm=1"] }
    return pairs
  }
}

extension SpeechEncoderSizes {
  /// What the convolutions on the waveform cost a frame beyond twice their parameters: all but the last
  /// slide over it more than once, 64, 32, 16, 8, 4 and 2 times.
  fileprivate var waveformOperations: Double {
    let square = Double(channels * channels)
    let products = 64 * 10 * Double(channels) + square * (3 * (32 + 16 + 8 + 4) + 2 * (2 + 1))
    return 2 * products - 2 * (10 * Double(channels) + 16 * square)
  }
}
