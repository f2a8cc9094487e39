import Knowledge

/// What a workload takes, each figure as a band with its formula and ground.
///
/// Rules and hosted services yield no figures: there is nothing to count, or nobody publishes it.
/// - Parameters:
///   - machine: the machine at hand, if its speed is known.
///   - computeOption: the answer to `compute.available`, if there is one.
public func resourceEstimates(
  for workload: Workload, machine: MachineSpeed?, computeOption: OptionID?
) -> [ResourceEstimate] {
  guard let parameters = workload.architecture.parameterCount else { return [] }
  var estimates = [parameterEstimate(workload, parameters: parameters)]
  if let work = TrainingWork(workload) {
    estimates.append(.init(.trainingFLOPs, .flops, work.flops, work.how, work.basis))
    estimates += memory(.trainingMemory, workload.trainingMemorySettings)
    estimates += memory(.inferenceMemory, workload.inferenceMemorySettings)
    if let machine { estimates.append(timeEstimate(work, machine: machine)) }
    if let computeOption, let available = ComputeClass(option: computeOption) {
      estimates.append(timeEstimate(work, on: available))
    }
  } else {
    estimates += memory(.inferenceMemory, workload.inferenceMemorySettings)
  }
  return estimates
}

/// What the calculator says of the settings, in bytes; nothing where there are none.
private func memory(_ kind: ResourceEstimate.Kind, _ pairs: [String]) -> [ResourceEstimate] {
  guard !pairs.isEmpty, let settings = try? EstimateSettings(pairs: pairs),
    let figure = try? estimate(
      kind == .trainingMemory ? .trainingMemory : .inferenceMemory, settings, in: .bytes)
  else { return [] }
  return [
    ResourceEstimate(
      kind, .bytes, Band(figure.low, figure.likely, figure.high),
      LocalizedText(en: figure.how.en + ".", zh: figure.how.zh + "。"), figure.basis)
  ]
}

extension ResourceEstimate {
  init(_ kind: Kind, _ unit: Unit, _ band: Band, _ how: LocalizedText, _ basis: [Basis]) {
    self.init(
      kind: kind, unit: unit, low: band.low, likely: band.likely, high: band.high, how: how, basis: basis)
  }
}

private func parameterEstimate(_ workload: Workload, parameters: Double) -> ResourceEstimate {
  let trained = workload.effectiveMethod == .full ? nil : workload.trainedParameters
  let part = trained.map { plain($0) }
  let published = if case .convolutional = workload.architecture { true } else { false }
  let source = published ? ("as published", "按公开数据") : ("counted from the layer sizes", "按各层尺寸精确计算")
  return ResourceEstimate(
    .parameters, .count, Band(parameters),
    LocalizedText(
      en: source.0 + (part.map { "; adapters of rank \(Workload.adapterRank) train \($0) of them" } ?? ""),
      zh: source.1 + (part.map { "；秩为 \(Workload.adapterRank) 的适配器另训练 \($0) 个" } ?? "")),
    published ? [.judgement] : [.source(EstimateSources.devlin2019, place: "sec. 3", note: "layer sizes")])
}

/// The share of a peak that training reaches: 15–50 %.
///
/// Published trainings lie between 14 % (Llama 3.1 8B) and 57 % (Megatron 1T).
let trainingUtilisation = Band(0.15, 0.3, 0.5)

private func timeEstimate(_ work: TrainingWork, machine: MachineSpeed) -> ResourceEstimate {
  let speed = machine.singlePrecisionFLOPsPerSecond
  return ResourceEstimate(
    .trainingSecondsHere, .seconds, work.flops / (speed * trainingUtilisation),
    LocalizedText(
      en: "On this machine: work ÷ (\(plain((speed / 1e9).rounded())) GFLOP/s, measured, × 15–50 % used).",
      zh: "在本机上：运算量 ÷（实测 \(plain((speed / 1e9).rounded())) GFLOP/s × 15–50 % 利用率）。"),
    [.source(EstimateSources.bekman2024, place: "training/performance", note: "share of the peak reached")])
}

private func timeEstimate(_ work: TrainingWork, on available: ComputeClass) -> ResourceEstimate {
  ResourceEstimate(
    .trainingSeconds, .seconds, work.flops / (available.peak * trainingUtilisation),
    LocalizedText(
      en: "On \(available.name.en): work ÷ (peak × 15–50 % used).",
      zh: "在\(available.name.zh)上：运算量 ÷（峰值 × 15–50 % 利用率）。"),
    available.basis + [
      .source(EstimateSources.bekman2024, place: "training/performance", note: "share of the peak reached")
    ])
}
