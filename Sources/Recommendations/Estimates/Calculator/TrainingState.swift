import Knowledge

/// Bytes on one device that stay through a training: weights, gradients and the optimiser's numbers.
struct TrainingState {
  var weights: Band
  var gradients: Band
  var optimiser: Band
  var how: LocalizedText
  var basis: [Basis]

  var total: Band { weights + gradients + optimiser }

  static let methods = ["full", "lora", "qlora", "freeze"]
  static let precisions = ["mixed16", "fp16", "bf16", "pure_fp16", "pure_bf16", "fp32"]
  static let optimisers = [
    "adam", "adamw", "adam8bit", "adamw8bit", "sgd", "momentum", "lion", "muon", "adafactor",
  ]

  init(_ settings: EstimateSettings, parameters: Double, shape: TypicalShape) throws(EstimateError) {
    switch try settings.word("method", among: Self.methods) ?? "full" {
    case "lora": try self.init(adapters: settings, parameters: parameters, shape: shape)
    case "qlora": try self.init(quantised: settings, parameters: parameters, shape: shape)
    case "freeze": try self.init(partly: settings, parameters: parameters, shape: shape)
    default: try self.init(full: settings, parameters: parameters)
    }
    try shard(settings)
    try offload(settings)
  }

  /// Every parameter trained; mixed precision keeps gradients in 16 or 32 bits.
  private init(full settings: EstimateSettings, parameters: Double) throws(EstimateError) {
    let precision = try settings.word("precision", among: Self.precisions) ?? "mixed16"
    let isSingle = precision == "fp32"
    let isMixed = precision == "mixed16"
    let moments = try Self.moments(settings)
    let kept: Double = isSingle ? 4 : 2
    let held = isSingle ? Band(4) : isMixed ? Band(2, 4, 4) : Band(2)
    // In mixed precision the copy of the weights in 32 bits belongs to the optimiser.
    let state = moments.count * (moments.bytes ?? (isSingle || isMixed ? 4 : 2)) + (isMixed ? 4 : 0)
    weights = Band(kept * parameters)
    gradients = parameters * held
    optimiser = Band(state * parameters)
    let each = plain(kept + held.likely + state)
    how = LocalizedText(
      en: "\(each) bytes × \(plain(parameters)) parameters (weights \(plain(kept)), gradients "
        + "\(plain(held.likely)), optimiser \(plain(state)))",
      zh: "\(each) 字节 × \(plain(parameters)) 个参数（权重 \(plain(kept))，梯度 \(plain(held.likely))，"
        + "优化器 \(plain(state))）")
    basis = [
      .source(
        EstimateSources.rajbhandari2020, place: "sec. 3.1", note: "2 + 2 + 12 bytes; 4 + 4 + 8 in 32 bits")
    ]
  }

  /// Numbers the optimiser keeps for each parameter, and their bytes where they do not follow the precision.
  private static func moments(
    _ settings: EstimateSettings
  ) throws(EstimateError) -> (count: Double, bytes: Double?) {
    switch try settings.word("opt", among: optimisers) ?? "adamw" {
    case "adam8bit", "adamw8bit": (2, 1)
    case "sgd": (0, nil)
    case "momentum", "lion", "muon": (1, nil)
    // Row and column sums of squares, a few numbers a product.
    case "adafactor": (0.01, nil)
    default: (2, nil)
    }
  }

  /// Frozen weights in 16 bits, or in 32 where a loader leaves them as stored, and the adapters' own state.
  private init(
    adapters settings: EstimateSettings, parameters: Double, shape: TypicalShape
  ) throws(EstimateError) {
    let stated = try settings.word("bits", among: ["32", "16", "8", "4"]).flatMap(typeBytes)
    let each = stated.map { Band($0) } ?? Band(2, 2, 4)
    let adapters = try Self.adapters(settings, shape, usualRank: Band(8), everywhere: false)
    weights = parameters * each + 2 * adapters
    gradients = adapters * Band(2, 2, 4)
    optimiser = adapters * Band(8, 12, 12)
    how = LocalizedText(
      en: "\(plain(each.likely)) bytes × \(plain(parameters)) frozen parameters, and 16 × "
        + "\(plain(adapters.likely.rounded())) of adapters"
        + (stated == nil ? "; high: frozen ones left in 32 bits" : ""),
      zh: "冻结参数 \(plain(parameters)) 个 × \(plain(each.likely)) 字节，适配器 "
        + "\(plain(adapters.likely.rounded())) 个 × 16" + (stated == nil ? "；上限按冻结参数仍为 32 位计" : ""))
    basis = [.source(EstimateSources.hu2022, place: "sec. 4.2", note: "state for the adapters only")]
  }

  /// Frozen weights in few bits, with adapters.
  ///
  /// Their scales take 0.127 to 0.5 bits, token tables stay in 16 bits, and the adapters have rank 64 on
  /// every product with Adam in 32 bits.
  private init(
    quantised settings: EstimateSettings, parameters: Double, shape: TypicalShape
  ) throws(EstimateError) {
    let bits = try settings.word("bits", among: ["2", "3", "4", "8"]) ?? "4"
    let packed = typeBytes(bits) ?? 0.5
    let scales = Band(0.127 / 8, 0.127 / 8, 0.5 / 8)
    let tables = Band(
      min(shape.tables.low, parameters / 3), min(shape.tables.likely, parameters / 3),
      min(shape.tables.high, parameters / 3))
    let adapters = try Self.adapters(settings, shape, usualRank: Band(8, 64, 64), everywhere: true)
    weights = parameters * (Band(packed) + scales) + (2 - packed) * tables + 2 * adapters
    gradients = 2 * adapters
    optimiser = adapters * Band(2, 8, 12)
    how = LocalizedText(
      en: "(\(bits) + 0.127 bits) × \(plain(parameters)) frozen parameters, "
        + "\(plain(tables.likely.rounded())) of token tables in 16 bits, and 12 bytes × "
        + "\(plain(adapters.likely.rounded())) of adapters (rank 64 on every product where none is given)",
      zh: "冻结参数 \(plain(parameters)) 个 ×（\(bits) + 0.127 位），词元表 \(plain(tables.likely.rounded())) 个为 16 位，"
        + "适配器 \(plain(adapters.likely.rounded())) 个 × 12 字节（未给出时按所有矩阵、秩 64 计）")
    basis = [
      .source(
        EstimateSources.dettmers2023, place: "sec. 3", note: "scales of 0.127 bits; rank 64 everywhere"),
      .source(EstimateSources.hu2022, place: "sec. 4.2", note: "state for the adapters only"),
    ]
  }

  /// A few layers trained, the rest frozen in 16 bits: 1 to 6 layers of 32, as a rule 2.
  private init(
    partly settings: EstimateSettings, parameters: Double, shape: TypicalShape
  ) throws(EstimateError) {
    let trained = parameters * Band(1 / 32, 2 / 32, 6 / 32)
    weights = Band(2 * parameters) + 4 * trained
    gradients = trained * Band(2, 4, 4)
    optimiser = 8 * trained
    how = LocalizedText(
      en: "2 bytes × \(plain(parameters)) parameters, and 16 more for the sixteenth of them that is trained",
      zh: "参数 \(plain(parameters)) 个 × 2 字节，其中训练的十六分之一另加 16 字节")
    basis = [.judgement]
  }

  /// Adapter parameters from the settings' own shape and targets, or those usual with the method.
  private static func adapters(
    _ settings: EstimateSettings, _ shape: TypicalShape, usualRank: Band, everywhere: Bool
  ) throws(EstimateError) -> Band {
    let rank = try settings.has("r") ? Band(settings.count("r")) : usualRank
    if shape.isKnown {
      let usual = everywhere ? AdapterCount.all : ["q", "v"]
      let most = try AdapterCount(settings, rank: rank.likely, targets: usual).parameters
      return Band(rank.low / rank.likely * most, most, rank.high / rank.likely * most)
    }
    let named = try AdapterCount.named(settings)
    let isEverywhere = named.map { !AdapterCount.forward.isDisjoint(with: $0) } ?? everywhere
    let narrow = 4 * rank * shape.states
    let wide = 19 * rank * shape.states
    return isEverywhere ? Band(named == nil ? narrow.low : wide.low, wide.likely, wide.high) : narrow
  }
}

extension TrainingState {
  /// Parts spread over the devices: the optimiser (stage 1), gradients too (2), weights too (3).
  private mutating func shard(_ settings: EstimateSettings) throws(EstimateError) {
    let stage = try settings.count("zero", or: 0, least: 0)
    let share = Band(1 / (try settings.count("gpus", or: 1)))
    guard stage <= 3 else { throw .outOfRange(key: "zero", found: plain(stage), range: "0–3") }
    guard stage > 0 else { return }
    optimiser = share * optimiser
    if stage > 1 { gradients = share * gradients }
    if stage > 2 { weights = share * weights }
    how.en += ", spread over the devices (stage \(plain(stage)))"
    how.zh += "，分摊到各设备（第 \(plain(stage)) 阶段）"
  }

  /// What stays on the device when the processor's memory takes the rest: 16-bit weights, or at the least
  /// those of the layers at work.
  private mutating func offload(_ settings: EstimateSettings) throws(EstimateError) {
    guard try settings.word("offload", among: ["cpu", "none"]) == "cpu" else { return }
    optimiser = Band(0)
    gradients = Band(0, 0, gradients.likely)
    weights = Band(0.1 * weights.low, weights.low, weights.likely)
    how.en += "; the optimiser and gradients off the device, low: weights too"
    how.zh += "；优化器与梯度移出设备，下限为权重也移出"
  }
}
