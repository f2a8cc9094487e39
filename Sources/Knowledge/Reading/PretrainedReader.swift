extension ReadingContext {
  /// Families of published models that have more than one part.
  func pretrained(_ family: String, _ node: SourceNode) -> Architecture? {
    switch family {
    case "vision-transformer": vision(node)
    case "residual": residual(node)
    case "text-to-text": textToText(node)
    case "speech-to-text": speechToText(node)
    default: speechEncoder(node)
    }
  }

  static let pretrainedFamilies = [
    "vision-transformer", "residual", "text-to-text", "speech-to-text", "speech-encoder",
  ]

  private func vision(_ node: SourceNode) -> Architecture? {
    let keys = ["layers", "width", "feed-forward", "heads", "patch", "image", "classes"]
    guard let size = sizes(node, keys) else { return nil }
    return .vision(
      VisionSizes(
        layers: size("layers"), width: size("width"), feedForward: size("feed-forward"),
        heads: size("heads"), patch: size("patch"), image: size("image"), classes: size("classes")))
  }

  private func residual(_ node: SourceNode) -> Architecture? {
    guard
      let values = mapping(
        node, required: ["family", "depths", "bottleneck", "width", "classes", "forward-flops"]),
      let depths = list(values["depths"])?.compactMap({ integer($0) }),
      let bottleneck = boolean(values["bottleneck"]), let width = integer(values["width"]),
      let classes = integer(values["classes"]), let forward = number(values["forward-flops"])
    else { return nil }
    return .residual(
      ResidualSizes(
        depths: depths, bottleneck: bottleneck, width: width, classes: classes, forwardFLOPs: forward))
  }

  private func textToText(_ node: SourceNode) -> Architecture? {
    let keys = [
      "encoder-layers", "decoder-layers", "width", "feed-forward", "heads", "head-size", "vocabulary",
    ]
    guard let size = sizes(node, keys, flags: ["tied", "gated"]) else { return nil }
    return .textToText(
      TextToTextSizes(
        encoderLayers: size("encoder-layers"), decoderLayers: size("decoder-layers"),
        width: size("width"), feedForward: size("feed-forward"), heads: size("heads"),
        headSize: size("head-size"), vocabulary: size("vocabulary"),
        tied: boolean(node["tied"]) ?? true, gated: boolean(node["gated"]) ?? false))
  }

  private func speechToText(_ node: SourceNode) -> Architecture? {
    let keys = [
      "encoder-layers", "decoder-layers", "width", "feed-forward", "heads", "vocabulary", "mels", "frames",
      "positions",
    ]
    guard let size = sizes(node, keys) else { return nil }
    return .speechToText(
      SpeechToTextSizes(
        encoderLayers: size("encoder-layers"), decoderLayers: size("decoder-layers"),
        width: size("width"), feedForward: size("feed-forward"), heads: size("heads"),
        vocabulary: size("vocabulary"), mels: size("mels"), frames: size("frames"),
        positions: size("positions")))
  }

  private func speechEncoder(_ node: SourceNode) -> Architecture? {
    guard let size = sizes(node, ["layers", "width", "feed-forward", "heads", "channels"]) else { return nil }
    return .speechEncoder(
      SpeechEncoderSizes(
        layers: size("layers"), width: size("width"), feedForward: size("feed-forward"),
        heads: size("heads"), channels: size("channels")))
  }

  /// Whole numbers by key; nil where one is missing or no whole number.
  private func sizes(
    _ node: SourceNode, _ keys: [String], flags: [String] = []
  ) -> ((String) -> Int)? {
    guard let values = mapping(node, required: ["family"] + keys, optional: flags) else { return nil }
    var numbers: [String: Int] = [:]
    for key in keys { numbers[key] = integer(values[key]) }
    guard numbers.count == keys.count else { return nil }
    return { numbers[$0] ?? 0 }
  }
}
