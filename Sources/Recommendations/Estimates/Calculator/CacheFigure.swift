import Knowledge

/// Keys and values of a sequence: `2 × layers × key heads × head size × tokens × bytes`.
///
/// With `window`, layers hold no more tokens than that, apart from `full_layers`. With `kv_rank`, a layer
/// holds one compressed row of `kv_rank + rope_dim` numbers a token instead.
func cacheFigure(_ settings: EstimateSettings) throws(EstimateError) -> Estimate {
  let cache = try cacheBytes(settings)
  return Estimate(
    Band(cache.bytes), .bytes, cache.how,
    [.source(EstimateSources.kwon2023, place: "sec. 3", note: "keys and values of a sequence")])
}

/// The cache's bytes with the formula.
func cacheBytes(_ settings: EstimateSettings) throws(EstimateError) -> (bytes: Double, how: LocalizedText) {
  try settings.require("L")
  guard settings.has("tokens") || settings.has("seq") else { throw .missing(["tokens"]) }
  let layers = try settings.count("L")
  let tokens = try settings.count(settings.has("tokens") ? "tokens" : "seq")
  let batch = try settings.count("batch", or: 1)
  let each = try numberBytes(settings)
  let row = try numbersInARow(settings)
  let held = min(tokens, try settings.count("window", or: tokens))
  let full = min(layers, try settings.count("full_layers", or: 0, least: 0))
  let rows = full * tokens + (layers - full) * held
  return (
    row * rows * batch * each,
    LocalizedText(
      en: "\(plain(row)) numbers × \(plain(rows)) tokens in all layers × \(plain(batch)) sequences × "
        + "\(plain(each)) bytes",
      zh: "\(plain(row)) 个数 × 各层共 \(plain(rows)) 个词元 × \(plain(batch)) 个序列 × \(plain(each)) 字节")
  )
}

/// Numbers one layer keeps for one token; the head size is the model's own where given, not width ÷ heads.
private func numbersInARow(_ settings: EstimateSettings) throws(EstimateError) -> Double {
  if settings.has("kv_rank") {
    return try settings.count("kv_rank") + settings.count("rope_dim", or: 0, least: 0)
  }
  guard settings.has("kv_heads") || settings.has("heads") else { throw .missing(["kv_heads"]) }
  let heads = try settings.count(settings.has("kv_heads") ? "kv_heads" : "heads")
  if settings.has("head_dim") { return try 2 * heads * settings.count("head_dim") }
  guard settings.has("d"), settings.has("heads") else { throw .missing(["head_dim"]) }
  return 2 * heads * (try settings.count("d") / settings.count("heads")).rounded(.down)
}
