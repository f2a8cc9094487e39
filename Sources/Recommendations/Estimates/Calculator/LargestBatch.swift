import Knowledge

/// The largest batch that fits: (device − state − runtime) ÷ activations of one example, rounded down.
///
/// TensorFlow 1 runs a graph of separate operations: the published BERT optimiser clips every gradient into a
/// copy (4 bytes a parameter) and computes both averages and the update into new tensors (12 bytes) before it
/// assigns them, so that 20 to 32 bytes a parameter are held; and each element-wise operation keeps its own
/// input, which up to doubles the activations of fused layers.
func largestBatch(_ settings: EstimateSettings) throws(EstimateError) -> Estimate {
  try settings.require("gpu_mem", "seq")
  guard let memory = try settings.bytes("gpu_mem") else { throw .missing(["gpu_mem"]) }
  guard let size = try modelSize(settings) else { throw .missing(["N"]) }
  let shape = try TypicalShape(settings, parameters: size)
  let isGraph = isGraphFramework(settings.text("framework"))
  let state =
    try isGraph
    ? size * Band(20, 26, 32) : TrainingState(settings, parameters: size, shape: shape).total
  let copies = isGraph ? Band(1, 1.5, 2) : Band(1, 1, 1.3)
  let example = try oneExample(settings, shape) * copies
  let runtime = Band(0.3e9, 0.5e9, 1e9)
  func batch(_ end: KeyPath<Band, Double>) -> Double {
    let free = memory - state[keyPath: end] - runtime[keyPath: end]
    return max(0, (free / example[keyPath: end]).rounded(.down))
  }
  let remark = isGraph ? "; separate operations hold 20–32 bytes a parameter and up to twice this" : ""
  let chineseRemark = isGraph ? "；未融合的运算每个参数占 20–32 字节，激活值最多加倍" : ""
  var basis: [Basis] = [.source(EstimateSources.korthikanti2022, place: "sec. 4.1", note: nil)]
  if isGraph {
    basis.append(
      .source(EstimateSources.googleBERT2018, place: "optimization.py", note: "copies of each gradient"))
  }
  return Estimate(
    Band(batch(\.high), batch(\.likely), batch(\.low)), .examples,
    LocalizedText(
      en: "(\(plain(memory)) bytes − \(plain(state.likely.rounded())) of state − runtime) ÷ "
        + "\(plain(example.likely.rounded())) for one example" + remark,
      zh: "（\(plain(memory)) 字节 − 状态 \(plain(state.likely.rounded())) − 运行环境）÷ 每条样本 "
        + "\(plain(example.likely.rounded()))" + chineseRemark),
    basis)
}

/// Activations of one example, with attention's scores kept unless `ckpt` says otherwise.
private func oneExample(
  _ settings: EstimateSettings, _ shape: TypicalShape
) throws(EstimateError) -> Band {
  let sequence = try settings.count("seq")
  let isSingle = try settings.word("precision", among: TrainingState.precisions) == "fp32"
  let again = try settings.flag("ckpt", or: false)
  let kept = again ? 2 : 34 + 5 * sequence / shape.headWidth.likely
  let states = Band(isSingle ? 2 * kept : kept) * shape.states
  return sequence * states
}

private func isGraphFramework(_ name: String?) -> Bool {
  guard let name = name?.lowercased() else { return false }
  return ["tf1", "tensorflow1", "tensorflow 1"].contains { name.hasPrefix($0) }
}
