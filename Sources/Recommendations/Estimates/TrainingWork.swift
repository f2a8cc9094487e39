import Knowledge

/// Floating-point operations to train, with the formula in words.
struct TrainingWork {
  var flops: Band
  var how: LocalizedText
  var basis: [Basis]

  /// Nil when nothing is trained or the size is not known.
  init?(_ workload: Workload) {
    guard workload.method != .none, let parameters = workload.architecture.parameterCount else { return nil }
    switch workload.architecture {
    case .rules, .hosted: return nil
    case .linear, .dense: self.init(dense: workload, parameters: parameters)
    case .convolutional(_, let forward): self.init(convolutional: workload, forward: forward)
    case .residual(let sizes): self.init(convolutional: workload, forward: sizes.forwardFLOPs)
    case .encoder, .decoder, .vision, .textToText, .speechToText, .speechEncoder:
      self.init(
        transformer: workload,
        parameters: workload.architecture.forwardOperations.map { $0 / 2 } ?? parameters,
        attention: workload.architecture.attentionStates)
    }
  }

  private init(dense workload: Workload, parameters: Double) {
    flops = (6 * parameters) * workload.seen
    let facts = "6 × \(plain(parameters)) × \(plain(workload.examples)) × \(plain(workload.epochs))"
    how = LocalizedText(
      en: "\(facts): six operations for each parameter, example and pass over the data.",
      zh: "\(facts)：每个参数、每条样本、每轮训练六次运算。")
    basis = [.source(EstimateSources.brown2020, place: "appendix D", note: "6 N D")]
  }

  private init(convolutional workload: Workload, forward: Double) {
    flops = (3 * forward) * workload.seen
    let facts = "3 × \(plain(forward)) × \(plain(workload.examples)) × \(plain(workload.epochs))"
    how = LocalizedText(
      en: "\(facts): the published work of one forward pass, three times for forward and backward, "
        + "for each example and pass over the data.",
      zh: "\(facts)：已公布的单次前向运算量乘以三（前向加反向），再乘以样本数和训练轮数。")
    basis = [.source(EstimateSources.brown2020, place: "appendix D", note: "backward = 2 × forward")]
  }

  /// Each token passes the parameters of every layer and is compared with its sequence.
  ///
  /// `parameters` are those a token passes: of a mixture of experts the ones in use, of an encoder–decoder one
  /// half. `attention` is layers × width: each token is compared with the others of its sequence in every
  /// layer.
  private init(transformer workload: Workload, parameters: Double, attention: Double) {
    let tokens = workload.tokens
    let comparing = 12 * attention * Double(workload.sequence)
    let frozen = workload.effectiveMethod != .full
    // Frozen weights have no gradient of their own: 2 forward and 2 to pass the error back.
    let perParameter: Double = frozen ? 4 : 6
    let working = parameters - workload.architecture.lookedUpParameters
    let perToken = Band(
      perParameter * working + comparing, perParameter * parameters + comparing,
      (perParameter + 2) * parameters + comparing * 4 / 3)
    flops = perToken * tokens
    let facts =
      "(\(plain(perParameter)) × \(plain(parameters)) + 12 × \(plain(attention)) × \(workload.sequence)) × "
      + "\(plain(workload.examples)) × \(workload.sequence) × \(plain(workload.epochs))"
    how = LocalizedText(
      en: "\(facts): operations for each parameter and token, and for comparing tokens with each other "
        + "(12 × layers × width × sequence), times examples × sequence × epochs. Low: without the looked-up "
        + "tables. High: with activations computed a second time to save memory.",
      zh: "\(facts)：每个参数、每个词元的运算量，加上词元两两比较（12 × 层数 × 宽度 × 序列长），"
        + "再乘以样本数 × 序列长 × 轮数。下限不计查表参数，上限按为省显存而重算激活值计。")
    basis = [
      .source(EstimateSources.brown2020, place: "appendix D", note: "6 N D"),
      .source(EstimateSources.hoffmann2022, place: "appendix F", note: "12 L d s per token for attention"),
    ]
    if frozen {
      basis.append(
        .source(EstimateSources.hu2022, place: "sec. 4.2", note: "frozen weights need no gradient"))
    }
  }
}
