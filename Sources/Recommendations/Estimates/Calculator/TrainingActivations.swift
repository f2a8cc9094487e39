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
  static func of(
    _ settings: EstimateSettings, shape: TypicalShape
  ) throws(EstimateError) -> TrainingActivations {
    let architecture = settings.text("arch")?.lowercased()
    if architecture == "dense" { return try dense(settings) }
    if settings.has("forward"), architecture.map({ ["resnet", "cnn"].contains($0) }) ?? true {
      return try convolutional(settings)
    }
    let tokens = try tokens(settings)
    let types = [
      try settings.word("precision", among: TrainingState.precisions),
      try settings.word("dtype", among: numberTypes),
    ]
    let isSingle = types.contains("fp32")
    let width: Double = isSingle ? 2 : 1
    let kept = try kept(settings, shape)
    let layers = width * (tokens * shape.states * kept)
    // These give labels or states, and no score for each word of a vocabulary.
    let isSilent = architecture.map { ["encoder", "vit", "wav2vec"].contains($0) } ?? false
    let logits = isSilent ? Band(0) : tokens * shape.vocabulary * Band(4, 6, 8)
    let assumed = settings.has("seq") ? "" : ", 512 tokens assumed (128–1,024)"
    let assumedChinese = settings.has("seq") ? "" : "（假设 512 个词元，128–1,024）"
    let how = LocalizedText(
      en: "activations of \(plain(tokens.likely)) tokens\(assumed), \(plain(width * kept.low))–"
        + "\(plain(width * kept.high)) bytes for each of \(plain(shape.states.likely.rounded())) states",
      zh: "\(plain(tokens.likely)) 个词元的激活值\(assumedChinese)，每个状态（共 "
        + "\(plain(shape.states.likely.rounded())) 个）\(plain(width * kept.low))–"
        + "\(plain(width * kept.high)) 字节")
    return TrainingActivations(
      layers: layers, logits: logits, how: how,
      basis: [.source(EstimateSources.korthikanti2022, place: "sec. 4.1 and 5", note: nil)])
  }

  /// Kept values for each operation of a forward pass in published networks: residual ones 0.0014, mobile
  /// ones 0.011.
  private static func convolutional(_ settings: EstimateSettings) throws(EstimateError) -> TrainingActivations
  {
    let forward = try settings.required("forward")
    let batch = try settings.count("batch", or: 1)
    let isSingle = try settings.word("precision", among: TrainingState.precisions) == "fp32"
    let layers = (batch * forward * (isSingle ? 8 : 4)) * Band(0.0014, 0.004, 0.011)
    let how = LocalizedText(
      en: "activations of \(plain(batch)) examples, 0.0014 to 0.011 kept values for each forward operation",
      zh: "\(plain(batch)) 条样本的激活值，每次前向运算约保留 0.0014 至 0.011 个数")
    return TrainingActivations(layers: layers, logits: Band(0), how: how, basis: [.judgement])
  }

  private static func dense(_ settings: EstimateSettings) throws(EstimateError) -> TrainingActivations {
    let sizes = try layerSizes(settings)
    let batch = try settings.count("batch", or: 1)
    let rows = try settings.span("rows") ?? Band(batch)
    let layers = Band(4 * batch * (try denseActivations(settings))) + (4 * (sizes.first ?? 0)) * rows
    let how = LocalizedText(
      en: "activations of \(plain(batch)) examples and all training data as 4-byte numbers",
      zh: "\(plain(batch)) 条样本的激活值，以及全部训练数据（每个数 4 字节）")
    return TrainingActivations(layers: layers, logits: Band(0), how: how, basis: [.judgement])
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
