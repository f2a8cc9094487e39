import Knowledge

/// The parameters of the architecture that the settings describe, or of low-rank adapters on it.
func parameterFigure(_ settings: EstimateSettings) throws(EstimateError) -> Estimate {
  if try settings.word("method", among: ["lora", "full"]) == "lora" { return try adapterFigure(settings) }
  let count = try architectureCount(settings)
  return Estimate(Band(count.parameters), .parameters, count.how, count.basis)
}

/// An exact count with its formula.
struct ArchitectureCount {
  var parameters: Double
  var how: LocalizedText
  var basis: [Basis]
}

/// Counts what `arch` names from its sizes.
func architectureCount(_ settings: EstimateSettings) throws(EstimateError) -> ArchitectureCount {
  let known = [
    "encoder", "decoder", "llama", "llama-moe", "vit", "encdec-t5", "encdec-whisper", "wav2vec", "resnet",
    "cnn", "dense",
  ]
  guard let architecture = try settings.word("arch", among: known) else { throw .missing(["arch"]) }
  switch architecture {
  case "encoder": return try encoderCount(settings)
  case "decoder": return try decoderCount(settings, gated: false)
  case "vit": return try visionTransformerCount(settings)
  case "encdec-t5": return try textToTextCount(settings)
  case "encdec-whisper": return try speechCount(settings)
  case "wav2vec": return try speechEncoderCount(settings)
  case "dense": return try denseCount(settings)
  case "resnet", "cnn": return try residualCount(settings)
  default: return try decoderCount(settings, gated: true)
  }
}

/// BERT-style: `(V + positions + types + 2)·d + L·(4d² + 4d + 2df + f + d + 4d)`, and a pooler of `d² + d`.
private func encoderCount(_ settings: EstimateSettings) throws(EstimateError) -> ArchitectureCount {
  try settings.require("L", "d", "vocab", "pos")
  let layers = try settings.count("L")
  let width = try settings.count("d")
  let forward = try settings.count("ffn", or: 4 * width)
  let rows =
    try settings.count("vocab") + settings.count("pos", or: 0, least: 0)
    + settings.count("types", or: 0, least: 0) + 2
  let layer = 4 * width * width + 4 * width + 2 * width * forward + forward + width + 4 * width
  let pooler = try settings.flag("pooler", or: false) ? width * width + width : 0
  return ArchitectureCount(
    parameters: rows * width + layers * layer + pooler,
    how: LocalizedText(
      en: "tables of tokens, positions and types, \(plain(layers)) layers of \(plain(layer))"
        + (pooler > 0 ? ", and the pooler" : ""),
      zh: "词元、位置和类型表，\(plain(layers)) 层、每层 \(plain(layer)) 个" + (pooler > 0 ? "，以及池化层" : "")),
    basis: [.source(EstimateSources.devlin2019, place: "sec. 3", note: "layer sizes")])
}

/// Decoders with plain blocks (GPT-2) or gated ones (Llama), and with experts.
///
/// A layer has `2·d·q + 2·d·kv` for attention, `2·d·f` or, gated, `3·d·f` for each expert, `d` a router row
/// for each expert, and two normalisations; biases where `bias=1`.
private func decoderCount(
  _ settings: EstimateSettings, gated: Bool
) throws(EstimateError) -> ArchitectureCount {
  try settings.require("L", "d", "vocab")
  let layers = try settings.count("L")
  let width = try settings.count("d")
  let isGated = try settings.flag("glu", or: gated)
  let biased = try settings.flag("bias", or: !gated)
  let heads = try AttentionWidths(settings)
  let forward = try settings.count("ffn", or: 4 * width)
  let bias: Double = biased ? 1 : 0
  let block: Double = (isGated ? 3 : 2) * width * forward
  var layer = heads.products + block + 2 * width * (1 + bias)
  layer += bias * (heads.query + 2 * heads.keyValue + width + forward + width)
  if !biased, try settings.flag("qkv_bias", or: false) { layer += heads.query + 2 * heads.keyValue }
  if try settings.flag("qk_norm", or: false) { layer += 2 * heads.headWidth }
  let active = try settings.flag("active", or: false)
  let experts = try settings.count("experts", or: 1)
  if settings.has("experts") {
    let used = try active ? settings.count("topk") : experts
    layer += (used - 1) * block + experts * width
  }
  let tables: Double = try settings.flag("tied", or: !gated) ? 1 : 2
  let rows = try tables * settings.count("vocab") + settings.count("pos", or: 0, least: 0)
  let part = active ? (en: "used for a token ", zh: "（每个词元用到的部分）") : (en: "", zh: "")
  var basis: [Basis] = [.source(EstimateSources.brown2020, place: "sec. 2.1", note: "decoder sizes")]
  if settings.has("experts") {
    basis.append(
      .source(EstimateSources.jiang2024, place: "sec. 2", note: "experts, of which each token uses a few"))
  }
  return ArchitectureCount(
    parameters: rows * width + layers * layer + width * (1 + bias),
    how: LocalizedText(
      en: "\(tables == 1 ? "one table" : "two tables") of tokens, \(plain(layers)) layers of \(plain(layer)) "
        + "\(part.en)and the last normalisation",
      zh: "\(tables == 1 ? "一张" : "两张")词元表，\(plain(layers)) 层、每层 \(plain(layer)) 个\(part.zh)，以及最后的归一化"),
    basis: basis)
}

/// Widths of queries and of keys, from heads and their size; without heads both are the model's width.
struct AttentionWidths {
  var headWidth: Double
  var query: Double
  var keyValue: Double
  /// Weights of the four products of one layer.
  var products: Double

  init(_ settings: EstimateSettings) throws(EstimateError) {
    let width = try settings.count("d")
    let heads = try settings.count("heads", or: 1)
    let keyHeads = try settings.count("kv_heads", or: heads)
    let named = settings.has("d_kv") ? "d_kv" : "head_dim"
    headWidth = try settings.count(named, or: (width / heads).rounded(.down))
    query = heads * headWidth
    keyValue = keyHeads * headWidth
    products = 2 * width * query + 2 * width * keyValue
  }
}
