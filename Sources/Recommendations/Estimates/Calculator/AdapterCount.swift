import Knowledge

/// Parameters of low-rank adapters: `r·(inputs + outputs)` for every adapted product (Hu et al., 2022).
struct AdapterCount {
  /// Of one layer's products, by name: the sum of inputs and outputs.
  private let sides: [String: Double]
  /// Attention blocks; an encoder–decoder's decoder has two a layer.
  private let attentionBlocks: Double
  private let forwardBlocks: Double
  let rank: Double
  let targets: [String]

  static let forward: Set = ["gate", "up", "down"]
  static let known = ["q", "k", "v", "o", "qkv", "gate", "up", "down", "all"]
  /// Every product of a gated layer.
  static let all = ["q", "k", "v", "o", "gate", "up", "down"]

  /// - Parameters rank, targets: what to take where the settings name neither.
  init(_ settings: EstimateSettings, rank: Double, targets: [String]) throws(EstimateError) {
    let heads = try AttentionWidths(settings)
    let width = try settings.count("d")
    let forward = try settings.count("ffn", or: 4 * width)
    sides = [
      "q": width + heads.query, "k": width + heads.keyValue, "v": width + heads.keyValue,
      "o": heads.query + width, "qkv": width + heads.query + 2 * heads.keyValue,
      "gate": width + forward, "up": width + forward, "down": forward + width,
    ]
    if settings.has("enc_L") || settings.has("dec_L") {
      let encoder = try settings.count("enc_L")
      let decoder = try settings.count("dec_L")
      attentionBlocks = encoder + 2 * decoder
      forwardBlocks = encoder + decoder
    } else {
      attentionBlocks = try settings.count("L")
      forwardBlocks = attentionBlocks
    }
    self.rank = try settings.count("r", or: rank)
    self.targets = try Self.named(settings) ?? targets
  }

  var parameters: Double {
    targets.reduce(0) { sum, name in
      sum + rank * (sides[name] ?? 0) * (Self.forward.contains(name) ? forwardBlocks : attentionBlocks)
    }
  }

  /// The products `targets` names, each once.
  static func named(_ settings: EstimateSettings) throws(EstimateError) -> [String]? {
    guard let text = settings.text("targets") else { return nil }
    var names: [String] = []
    for part in text.split(separator: ",") {
      var name = trimmed(part).lowercased()
      for ending in ["_proj", "-linear"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
      guard known.contains(name) else { throw .unknownWord(key: "targets", word: name, known: known) }
      names += name == "all" ? all : [name]
    }
    return Set(names).sorted()
  }
}

/// The adapters' own count; `L` or `enc_L` and `dec_L`, `d`, `r` and `targets` say where they sit.
func adapterFigure(_ settings: EstimateSettings) throws(EstimateError) -> Estimate {
  if !settings.has("enc_L"), !settings.has("dec_L") { try settings.require("L", "d", "r", "targets") }
  try settings.require("d", "r", "targets")
  let adapters = try AdapterCount(settings, rank: 1, targets: [])
  return Estimate(Band(adapters.parameters), .trainableParameters, adapters.how, AdapterCount.basis)
}

extension AdapterCount {
  var how: LocalizedText {
    let list = targets.joined(separator: ", ")
    return LocalizedText(
      en: "rank \(plain(rank)) × (inputs + outputs) of \(list) in every layer",
      zh: "秩 \(plain(rank)) ×（输入 + 输出），作用于每层的 \(list)")
  }

  static let basis: [Basis] = [
    .source(EstimateSources.hu2022, place: "sec. 4.1", note: "rank × (inputs + outputs)")
  ]
}
