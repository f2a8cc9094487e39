import Knowledge

/// Bytes kept between forward and backward for one batch on one device.
struct TrainingActivations {
  /// Of all layers.
  var layers: Band
  /// Scores over the vocabulary.
  var logits: Band
  var how: LocalizedText
  var basis: [Basis]

  /// Policies: `ckpt=1` keeps each layer's input and computes the rest again; `ckpt=0` keeps
  /// `34 + 5·seq ÷ head size` bytes a number of state, or `34` where attention is fused.
  init(_ settings: EstimateSettings, shape: TypicalShape) throws(EstimateError) {
    let tokens = try Self.tokens(settings)
    let types = [
      try settings.word("precision", among: TrainingState.precisions),
      try settings.word("dtype", among: numberTypes),
    ]
    let isSingle = types.contains("fp32")
    let width: Double = isSingle ? 2 : 1
    let kept = try Self.kept(settings, shape)
    layers = width * (tokens * shape.states * kept)
    logits = tokens * shape.vocabulary * Band(4, 6, 8)
    let assumed = settings.has("seq") ? "" : ", 512 tokens assumed (128–1,024)"
    let assumedChinese = settings.has("seq") ? "" : "（假设 512 个词元，128–1,024）"
    how = LocalizedText(
      en: "activations of \(plain(tokens.likely)) tokens\(assumed), \(plain(width * kept.low))–"
        + "\(plain(width * kept.high)) bytes for each of \(plain(shape.states.likely.rounded())) states",
      zh: "\(plain(tokens.likely)) 个词元的激活值\(assumedChinese)，每个状态（共 "
        + "\(plain(shape.states.likely.rounded())) 个）\(plain(width * kept.low))–"
        + "\(plain(width * kept.high)) 字节")
    basis = [.source(EstimateSources.korthikanti2022, place: "sec. 4.1 and 5", note: nil)]
  }

  /// A short fine-tuning text, half a page, and a whole one.
  static let usualSequence = Band(128, 512, 1_024)

  static func tokens(_ settings: EstimateSettings) throws(EstimateError) -> Band {
    let sequence = try settings.has("seq") ? Band(settings.count("seq")) : usualSequence
    return Band(try settings.count("batch", or: 1)) * sequence
  }

  /// Bytes in 16 bits for each number of one token's state in one layer.
  private static func kept(
    _ settings: EstimateSettings, _ shape: TypicalShape
  ) throws(EstimateError) -> Band {
    if settings.has("copies") { return Band(2 * (try settings.required("copies"))) }
    if try settings.flag("ckpt", or: false) { return Band(2, 2, 3) }
    // Attention's scores are kept where it is not fused; at an assumed length it is taken as fused.
    let scores = try settings.has("seq") ? 34 + 5 * settings.count("seq") / shape.headWidth.high : 34
    if settings.has("ckpt") { return Band(34, 34, scores) }
    // Adapters on few bits are trained with recomputation as a rule.
    let quantised = try settings.word("method", among: TrainingState.methods) == "qlora"
    return Band(2, quantised ? 3 : 34, quantised ? 34 : scores)
  }
}
