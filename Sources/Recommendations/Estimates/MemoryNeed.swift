import Knowledge

/// Bytes of memory with the formula in words.
struct MemoryNeed {
  var bytes: Band
  var how: LocalizedText
  var basis: [Basis]
}

extension MemoryNeed {
  /// Memory to train: parameters with their gradients and optimiser state, activations, and the runtime.
  ///
  /// Nil when nothing is trained or the size is not known.
  static func training(_ workload: Workload) -> MemoryNeed? {
    guard workload.method != .none, let parameters = workload.architecture.parameterCount else { return nil }
    let state = stateBytes(workload, parameters: parameters)
    let activations = activationBytes(workload)
    let total = state.bytes + activations.bytes + runtime(workload.architecture)
    return MemoryNeed(
      bytes: total,
      how: LocalizedText(
        en: "\(state.how.en); \(activations.how.en). In GB of 1,000,000,000 bytes.",
        zh: "\(state.how.zh)；\(activations.how.zh)。1 GB 按十亿字节计。"),
      basis: state.basis + activations.basis)
  }

  /// Memory to use the model: weights, keys and values of one sequence, and the runtime.
  ///
  /// Low: the smallest usual precision. Likely: 16 bits and a fifth on top (32 bits for small networks).
  static func inference(_ workload: Workload) -> MemoryNeed? {
    guard let parameters = workload.architecture.parameterCount else { return nil }
    switch workload.architecture {
    case .rules, .hosted: return nil
    case .linear, .dense:
      return MemoryNeed(
        bytes: parameters * Band(4, 4, 8),
        how: LocalizedText(
          en: "4 bytes × \(plain(parameters)) parameters; high: 8 bytes each.",
          zh: "4 字节 × \(plain(parameters)) 个参数；上限按每个 8 字节计。"),
        basis: [.judgement])
    case .encoder, .convolutional:
      return MemoryNeed(
        bytes: parameters * Band(2, 2 * 1.2, 4 * 1.2) + Band(0, 0.5e9, 1e9),
        how: LocalizedText(
          en:
            "2 bytes × \(plain(parameters)) parameters × 1.2, and 0.5 GB for the runtime; high: 4 bytes and 1 GB.",
          zh: "2 字节 × \(plain(parameters)) 个参数 × 1.2，另加运行环境 0.5 GB；上限按 4 字节和 1 GB 计。"),
        basis: [.judgement])
    case .decoder(let sizes):
      let cache = Double(2 * sizes.layers * sizes.keyWidth * workload.sequence) * 2
      return MemoryNeed(
        bytes: parameters * Band(0.62, 2 * 1.2, 2 * 1.2) + Band(cache, cache, 2 * cache)
          + Band(0, 0.5e9, 1e9),
        how: LocalizedText(
          en:
            "2 bytes × \(plain(parameters)) parameters × 1.2, keys and values of one sequence 2 × layers × key "
            + "width × tokens × 2 bytes = \(plain(cache)), and 0.5 GB for the runtime; low: 4-bit weights.",
          zh: "2 字节 × \(plain(parameters)) 个参数 × 1.2，单个序列的键值缓存 2 × 层数 × 键宽 × 词元数 × 2 字节 = "
            + "\(plain(cache))，另加运行环境 0.5 GB；下限按 4 位权重计。"),
        basis: [
          .source(EstimateSources.kwon2023, place: "sec. 3", note: "keys and values of a sequence"),
          .judgement,
        ])
    }
  }

  /// What the framework itself takes, apart from the model; our own small engine takes next to nothing.
  private static func runtime(_ architecture: Architecture) -> Band {
    switch architecture {
    case .encoder, .decoder, .convolutional: Band(0, 0.5e9, 1.5e9)
    default: Band(0)
    }
  }

  private static func stateBytes(_ workload: Workload, parameters: Double) -> MemoryNeed {
    if workload.effectiveMethod == .lora, let trained = workload.trainedParameters {
      return MemoryNeed(
        bytes: parameters * Band(2) + trained * Band(16, 16, 18),
        how: LocalizedText(
          en:
            "2 bytes × \(plain(parameters)) frozen parameters and 16 bytes × \(plain(trained)) adapter parameters",
          zh: "冻结参数 \(plain(parameters)) 个 × 2 字节，加适配器参数 \(plain(trained)) 个 × 16 字节"),
        basis: [.source(EstimateSources.hu2022, place: "sec. 4.2", note: "state for the adapters only")])
    }
    let each = workload.mixedPrecision ? Band(16, 18, 18) : Band(16)
    return MemoryNeed(
      bytes: parameters * each,
      how: LocalizedText(
        en:
          "\(plain(each.likely)) bytes × \(plain(parameters)) parameters (weights, gradients, Adam's two averages)",
        zh: "\(plain(each.likely)) 字节 × \(plain(parameters)) 个参数（权重、梯度和 Adam 的两个滑动平均）"),
      basis: [
        .source(
          EstimateSources.rajbhandari2020, place: "sec. 3.1", note: "2 + 2 + 12 bytes; 4 + 4 + 8 in 32 bits")
      ])
  }

  /// Values kept between forward and backward for one batch.
  private static func activationBytes(_ workload: Workload) -> MemoryNeed {
    let precision: Double = workload.mixedPrecision ? 1 : 2
    let batch = Double(workload.batch)
    let sequence = Double(workload.sequence)
    switch workload.architecture {
    case .encoder(let sizes):
      return attentionActivations(
        layers: sizes.layers, width: sizes.width, heads: sizes.heads, batch: batch, sequence: sequence,
        precision: precision, logits: Band(0))
    case .decoder(let sizes):
      // The scores over the vocabulary, as 32-bit numbers, and in practice half a copy more.
      let logits = (batch * sequence * Double(sizes.vocabulary)) * Band(4, 6, 8)
      return attentionActivations(
        layers: sizes.layers, width: sizes.width, heads: sizes.heads, batch: batch, sequence: sequence,
        precision: precision, logits: logits)
    case .convolutional(_, let forward):
      // Kept values per forward operation in published networks: residual nets 0.0014, mobile ones 0.011.
      return MemoryNeed(
        bytes: (batch * forward * 4 * precision) * Band(0.0014, 0.004, 0.011),
        how: LocalizedText(
          en:
            "activations of \(plain(batch)) examples, 0.0014 to 0.011 kept values for each forward operation",
          zh: "\(plain(batch)) 条样本的激活值，每次前向运算约保留 0.0014 至 0.011 个数"),
        basis: [.judgement])
    case .dense(let inputs, let widths, let outputs):
      let values = Double(inputs + 2 * widths.reduce(0, +) + 2 * outputs) * batch * 4
      let data =
        Band(workload.lowExamples, workload.examples, workload.highExamples) * Band(Double(inputs) * 4)
      return MemoryNeed(
        bytes: Band(values) + data,
        how: LocalizedText(
          en: "activations of \(plain(batch)) examples and all training data as 4-byte numbers",
          zh: "\(plain(batch)) 条样本的激活值，以及全部训练数据（每个数 4 字节）"),
        basis: [.judgement])
    case .linear(let inputs, _):
      return MemoryNeed(
        bytes: Band(workload.lowExamples, workload.examples, workload.highExamples)
          * Band(Double(inputs) * 4),
        how: LocalizedText(
          en: "all training data as 4-byte numbers", zh: "全部训练数据（每个数 4 字节）"),
        basis: [.judgement])
    case .rules, .hosted:
      return MemoryNeed(bytes: Band(0), how: LocalizedText(en: "no activations", zh: "无激活值"), basis: [])
    }
  }

  /// Per layer s·b·h·(34 + 5·a·s/h) bytes in 16 bits; low: everything recomputed, 2·s·b·h.
  private static func attentionActivations(
    layers: Int, width: Int, heads: Int, batch: Double, sequence: Double, precision: Double, logits: Band
  ) -> MemoryNeed {
    let hidden = sequence * batch * Double(width) * Double(layers) * precision
    let kept = 34 + 5 * Double(heads) * sequence / Double(width)
    return MemoryNeed(
      bytes: hidden * Band(2, kept, kept * 1.3) + logits,
      how: LocalizedText(
        en:
          "activations of \(plain(batch)) × \(plain(sequence)) tokens: layers × tokens × width × (34 + 5 × heads × "
          + "sequence ÷ width) bytes\(precision == 2 ? ", twice that in 32 bits" : "")"
          + (logits.likely > 0 ? ", and 6 bytes for each token and vocabulary entry" : "")
          + "; low: all of them computed again",
        zh: "\(plain(batch)) × \(plain(sequence)) 个词元的激活值：层数 × 词元数 × 宽度 × (34 + 5 × 头数 × 序列长 ÷ 宽度) 字节"
          + (precision == 2 ? "（32 位时加倍）" : "")
          + (logits.likely > 0 ? "，另加每个词元、每个词表项 6 字节" : "") + "；下限为全部重算"),
      basis: [.source(EstimateSources.korthikanti2022, place: "sec. 4.1", note: nil)])
  }
}
