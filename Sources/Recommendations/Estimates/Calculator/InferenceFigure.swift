import Knowledge

/// Memory to use a model, of its weights alone, or of an adapter's file.
///
/// `what`: `total` and `peak` have weights, a fifth on top for activations and caches, and the runtime;
/// `required_vram` also a second copy of the weights while they are loaded; `weights` nothing else.
func inferenceFigure(_ settings: EstimateSettings) throws(EstimateError) -> Estimate {
  if !settings.has("N"), settings.has("r") {
    return try adapterFile(settings)
  }
  guard let size = try modelSize(settings) else { throw .missing(["N"]) }
  let what = try settings.word("what", among: ["total", "peak", "weights", "required_vram"]) ?? "total"
  let weights = try size * weightBytes(settings)
  let each = plain((weights.likely / size * 1_000).rounded() / 1_000)
  let cache = try settings.has("L") && settings.has("tokens") ? Band(cacheBytes(settings).bytes) : Band(0)
  let (bytes, extra): (Band, LocalizedText) =
    switch what {
    case "weights": (weights, LocalizedText(en: "", zh: ""))
    case "peak":
      (
        weights * Band(1, 1.05, 1.2) + cache,
        LocalizedText(
          en: ", and 5 % for activations and caches (0–20 %)", zh: "，激活值与缓存另加 5 %（0–20 %）")
      )
    case "required_vram":
      (
        weights * Band(1, 1.2, 2) + cache + Band(0.5e9, 0.8e9, 1.5e9),
        LocalizedText(
          en: " × 1.2 and 0.8 GB for the runtime (0.5–1.5); high: two copies while loading",
          zh: " × 1.2，运行环境 0.8 GB（0.5–1.5）；上限按加载时同时有两份权重计")
      )
    default:
      (
        weights * Band(1, 1.2, 1.2) + cache + Band(0, 0.5e9, 1e9),
        LocalizedText(en: " × 1.2 and 0.5 GB for the runtime", zh: " × 1.2，运行环境 0.5 GB")
      )
    }
  return Estimate(
    bytes, .bytes,
    LocalizedText(
      en: "\(each) bytes × \(plain(size)) parameters" + extra.en
        + (cache.likely > 0 ? ", and \(plain(cache.likely)) bytes of keys and values" : ""),
      zh: "\(each) 字节 × \(plain(size)) 个参数" + extra.zh
        + (cache.likely > 0 ? "，键值缓存 \(plain(cache.likely)) 字节" : "")),
    (cache.likely > 0
      ? [.source(EstimateSources.kwon2023, place: "sec. 3", note: "keys and values of a sequence")] : [])
      + [.judgement])
}

/// Bytes of a stored weight; whole models in 4 bits come to 0.5–0.77, since scales and tables are kept wider.
func weightBytes(_ settings: EstimateSettings) throws(EstimateError) -> Band {
  if let bits = try settings.word("bits", among: ["32", "16", "8", "4", "3", "2"]) {
    return bits == "4" ? Band(0.5, 0.62, 0.77) : Band(typeBytes(bits) ?? 2)
  }
  let each = try numberBytes(settings)
  return each == 0.5 ? Band(0.5, 0.62, 0.77) : Band(each)
}

/// An adapter's file: its parameters × bytes of a number.
private func adapterFile(_ settings: EstimateSettings) throws(EstimateError) -> Estimate {
  let adapters = try adapterFigure(settings)
  let each = try numberBytes(settings)
  return Estimate(
    Band(each * adapters.likely), .bytes,
    LocalizedText(
      en: "\(plain(each)) bytes × \(plain(adapters.likely)) (\(adapters.how.en))",
      zh: "\(plain(each)) 字节 × \(plain(adapters.likely))（\(adapters.how.zh)）"), adapters.basis)
}
