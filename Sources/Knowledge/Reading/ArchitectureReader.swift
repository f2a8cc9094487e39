extension ReadingContext {
  func architecture(_ node: SourceNode) -> Architecture? {
    guard let familyNode = node["family"], let family = text(familyNode) else {
      report(.missingKey("family"), at: node.position)
      return nil
    }
    switch family {
    case "rules": return mapping(node, required: ["family"]).map { _ in .rules }
    case "hosted": return mapping(node, required: ["family"]).map { _ in .hosted }
    case "linear": return linear(node)
    case "dense": return dense(node)
    case "encoder": return encoder(node)
    case "decoder": return decoder(node)
    case "convolutional": return convolutional(node)
    case let family where Self.pretrainedFamilies.contains(family): return pretrained(family, node)
    default:
      let known =
        ["rules", "linear", "dense", "encoder", "decoder", "convolutional", "hosted"]
        + Self.pretrainedFamilies
      report(
        .unknownName(kind: "architecture family", name: family, known: known),
        at: familyNode.position)
      return nil
    }
  }

  private func linear(_ node: SourceNode) -> Architecture? {
    guard let values = mapping(node, required: ["family", "inputs", "outputs"]),
      let inputs = integer(values["inputs"]), let outputs = integer(values["outputs"])
    else { return nil }
    return .linear(inputs: inputs, outputs: outputs)
  }

  private func dense(_ node: SourceNode) -> Architecture? {
    guard let values = mapping(node, required: ["family", "inputs", "widths", "outputs"]),
      let inputs = integer(values["inputs"]), let outputs = integer(values["outputs"]),
      let widths = list(values["widths"])
    else { return nil }
    return .dense(inputs: inputs, widths: widths.compactMap { integer($0) }, outputs: outputs)
  }

  private func encoder(_ node: SourceNode) -> Architecture? {
    guard
      let values = mapping(
        node,
        required: [
          "family", "layers", "width", "feed-forward", "heads", "vocabulary", "positions",
        ], optional: ["token-types", "pooler"]),
      let layers = integer(values["layers"]), let width = integer(values["width"]),
      let feedForward = integer(values["feed-forward"]), let heads = integer(values["heads"]),
      let vocabulary = integer(values["vocabulary"]), let positions = integer(values["positions"])
    else { return nil }
    return .encoder(
      EncoderSizes(
        layers: layers, width: width, feedForward: feedForward, heads: heads,
        vocabulary: vocabulary, positions: positions,
        tokenTypes: integer(values["token-types"]) ?? 0, pooler: boolean(values["pooler"]) ?? false)
    )
  }

  private func decoder(_ node: SourceNode) -> Architecture? {
    guard
      let values = mapping(
        node, required: ["family", "layers", "width", "feed-forward", "heads", "vocabulary"],
        optional: ["kv-heads", "positions", "tied", "gated", "head-size", "experts", "experts-used"]
          + ["query-bias", "head-norms", "window"]),
      let layers = integer(values["layers"]), let width = integer(values["width"]),
      let feedForward = integer(values["feed-forward"]), let heads = integer(values["heads"]),
      let vocabulary = integer(values["vocabulary"])
    else { return nil }
    return .decoder(
      DecoderSizes(
        layers: layers, width: width, feedForward: feedForward, heads: heads,
        kvHeads: integer(values["kv-heads"]) ?? heads, vocabulary: vocabulary,
        positions: integer(values["positions"]) ?? 0, tied: boolean(values["tied"]) ?? false,
        gated: boolean(values["gated"]) ?? false, headSize: integer(values["head-size"]),
        experts: integer(values["experts"]), expertsUsed: integer(values["experts-used"]),
        queryBias: boolean(values["query-bias"]), headNorms: boolean(values["head-norms"]),
        window: integer(values["window"])))
  }

  private func convolutional(_ node: SourceNode) -> Architecture? {
    guard let values = mapping(node, required: ["family", "parameters", "forward-flops"]),
      let parameters = number(values["parameters"]),
      let forwardFLOPs = number(values["forward-flops"])
    else { return nil }
    return .convolutional(parameters: parameters, forwardFLOPs: forwardFLOPs)
  }
}
