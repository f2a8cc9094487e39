import Knowledge

/// An architecture's family and sizes, with the keys of the catalog.
func architectureJSON(_ architecture: Architecture) -> JSONValue {
  switch architecture {
  case .rules: family("rules", [:])
  case .hosted: family("hosted", [:])
  case .linear(let inputs, let outputs): family("linear", integers(["inputs": inputs, "outputs": outputs]))
  case .dense(let inputs, let widths, let outputs):
    family(
      "dense",
      integers(["inputs": inputs, "outputs": outputs]).merging(
        ["widths": .array(widths.map(JSONValue.integer))]
      ) { $1 })
  case .encoder(let sizes):
    family(
      "encoder",
      stack(sizes.layers, sizes.width, sizes.feedForward, sizes.heads).merging([
        "vocabulary": .integer(sizes.vocabulary), "positions": .integer(sizes.positions),
        "token-types": .integer(sizes.tokenTypes), "pooler": .bool(sizes.pooler),
      ]) { $1 })
  case .decoder(let sizes): family("decoder", members(sizes))
  case .vision(let sizes):
    family(
      "vision-transformer",
      stack(sizes.layers, sizes.width, sizes.feedForward, sizes.heads).merging(
        integers(["patch": sizes.patch, "image": sizes.image, "classes": sizes.classes])
      ) { $1 })
  case .residual(let sizes):
    family(
      "residual",
      [
        "depths": .array(sizes.depths.map(JSONValue.integer)), "bottleneck": .bool(sizes.bottleneck),
        "width": .integer(sizes.width), "classes": .integer(sizes.classes),
        "forward-flops": .number(sizes.forwardFLOPs),
      ])
  case .textToText(let sizes):
    family(
      "text-to-text",
      integers([
        "encoder-layers": sizes.encoderLayers, "decoder-layers": sizes.decoderLayers, "width": sizes.width,
        "feed-forward": sizes.feedForward, "heads": sizes.heads, "head-size": sizes.headSize,
        "vocabulary": sizes.vocabulary,
      ]).merging(["tied": .bool(sizes.tied), "gated": .bool(sizes.gated)]) { $1 })
  case .speechToText(let sizes):
    family(
      "speech-to-text",
      integers([
        "encoder-layers": sizes.encoderLayers, "decoder-layers": sizes.decoderLayers, "width": sizes.width,
        "feed-forward": sizes.feedForward, "heads": sizes.heads, "vocabulary": sizes.vocabulary,
        "mels": sizes.mels, "frames": sizes.frames, "positions": sizes.positions,
      ]))
  case .speechEncoder(let sizes):
    family(
      "speech-encoder",
      stack(sizes.layers, sizes.width, sizes.feedForward, sizes.heads).merging(
        integers(["channels": sizes.channels])
      ) { $1 })
  case .convolutional(let parameters, let forwardFLOPs):
    family("convolutional", ["parameters": .number(parameters), "forward-flops": .number(forwardFLOPs)])
  }
}

private func members(_ sizes: DecoderSizes) -> [String: JSONValue] {
  var members = stack(sizes.layers, sizes.width, sizes.feedForward, sizes.heads)
  members["kv-heads"] = .integer(sizes.kvHeads)
  members["vocabulary"] = .integer(sizes.vocabulary)
  members["positions"] = .integer(sizes.positions)
  members["tied"] = .bool(sizes.tied)
  members["gated"] = .bool(sizes.gated)
  if let size = sizes.headSize { members["head-size"] = .integer(size) }
  if let experts = sizes.experts { members["experts"] = .integer(experts) }
  if let used = sizes.expertsUsed { members["experts-used"] = .integer(used) }
  if let bias = sizes.queryBias { members["query-bias"] = .bool(bias) }
  if let norms = sizes.headNorms { members["head-norms"] = .bool(norms) }
  if let window = sizes.window { members["window"] = .integer(window) }
  return members
}

private func family(_ name: String, _ members: [String: JSONValue]) -> JSONValue {
  .object(members.merging(["family": .string(name)]) { $1 })
}

private func integers(_ members: [String: Int]) -> [String: JSONValue] {
  members.mapValues(JSONValue.integer)
}

private func stack(_ layers: Int, _ width: Int, _ forward: Int, _ heads: Int) -> [String: JSONValue] {
  integers(["layers": layers, "width": width, "feed-forward": forward, "heads": heads])
}
