import Knowledge

/// Memory of one device to train, or a part of it that `what` names.
func trainingMemoryFigure(_ settings: EstimateSettings) throws(EstimateError) -> Estimate {
  let parts = [
    "total", "peak", "states", "hidden_states", "activations", "checkpoints", "logits", "logits_fp32",
    "max_batch",
  ]
  switch try settings.word("what", among: parts) ?? "total" {
  case "hidden_states": return try hiddenStates(settings)
  case "checkpoints": return try layerInputs(settings)
  case "activations": return try keptActivations(settings)
  case "logits": return try scores(settings, bytes: Band(4, 6, 6))
  case "logits_fp32": return try scores(settings, bytes: Band(4))
  case "max_batch": return try largestBatch(settings)
  case "states": return try states(settings)
  default: return try wholeTraining(settings)
  }
}

/// What the framework takes on a device apart from the model: nothing counted, or its context and workspaces.
let runtimeBytes = Band(0, 0.5e9, 1.5e9)

private func wholeTraining(_ settings: EstimateSettings) throws(EstimateError) -> Estimate {
  guard let size = try modelSize(settings) else { throw .missing(["N"]) }
  let shape = try TypicalShape(settings, parameters: size)
  let state = try TrainingState(settings, parameters: size, shape: shape)
  let activations = try TrainingActivations.of(settings, shape: shape)
  // Scores need a language head, so the low end goes without them.
  var logits = activations.logits
  if !settings.has("vocab") { logits.low = 0 }
  let isOurs = settings.text("arch")?.lowercased() == "dense"
  let scores = logits.likely > 0 ? (en: "; scores over the vocabulary", zh: "；词表得分") : (en: "", zh: "")
  let runtime =
    isOurs ? (en: "", zh: "") : (en: "; 0.5 GB for the runtime (0–1.5)", zh: "；运行环境 0.5 GB（0–1.5）")
  return Estimate(
    state.total + activations.layers + logits + (isOurs ? Band(0) : runtimeBytes), .bytes,
    LocalizedText(
      en: state.how.en + "; " + activations.how.en + scores.en + runtime.en,
      zh: state.how.zh + "；" + activations.how.zh + scores.zh + runtime.zh),
    state.basis + activations.basis)
}

private func states(_ settings: EstimateSettings) throws(EstimateError) -> Estimate {
  guard let size = try modelSize(settings) else { throw .missing(["N"]) }
  let shape = try TypicalShape(settings, parameters: size)
  let state = try TrainingState(settings, parameters: size, shape: shape)
  return Estimate(state.total, .bytes, state.how, state.basis)
}

/// One tensor of states: batch × sequence × width.
private func hiddenStates(_ settings: EstimateSettings) throws(EstimateError) -> Estimate {
  try settings.require("d", "seq")
  let each = try numberBytes(settings)
  let numbers = try settings.count("batch", or: 1) * settings.count("seq") * settings.count("d")
  return Estimate(
    Band(each * numbers), .bytes,
    LocalizedText(
      en: "batch × sequence × width × \(plain(each)) bytes", zh: "批大小 × 序列长 × 宽度 × \(plain(each)) 字节"),
    activationBasis)
}

/// The inputs of all layers, which is what recomputation keeps.
private func layerInputs(_ settings: EstimateSettings) throws(EstimateError) -> Estimate {
  try settings.require("L", "d", "seq")
  let each = try numberBytes(settings)
  let tokens = try settings.count("batch", or: 1) * settings.count("seq")
  let numbers = try tokens * settings.count("L") * settings.count("d")
  return Estimate(
    Band(each * numbers), .bytes,
    LocalizedText(
      en: "layers × batch × sequence × width × \(plain(each)) bytes",
      zh: "层数 × 批大小 × 序列长 × 宽度 × \(plain(each)) 字节"), activationBasis)
}

private func keptActivations(_ settings: EstimateSettings) throws(EstimateError) -> Estimate {
  try settings.require("L", "d", "seq")
  let shape = try TypicalShape(settings, parameters: nil)
  let activations = try TrainingActivations.of(settings, shape: shape)
  return Estimate(activations.layers, .bytes, activations.how, activations.basis)
}

/// Scores over the vocabulary: 4 bytes each in 32 bits, 6 with the copy in 16 bits that they are made from.
private func scores(_ settings: EstimateSettings, bytes: Band) throws(EstimateError) -> Estimate {
  try settings.require("vocab", "seq")
  let numbers = try settings.count("batch", or: 1) * settings.count("seq") * settings.count("vocab")
  return Estimate(
    numbers * bytes, .bytes,
    LocalizedText(
      en: "batch × sequence × vocabulary × \(plain(bytes.likely)) bytes",
      zh: "批大小 × 序列长 × 词表大小 × \(plain(bytes.likely)) 字节"),
    [.source(EstimateSources.bekman2024, place: "training/performance", note: "scores in 32 bits")])
}

private let activationBasis: [Basis] = [
  .source(EstimateSources.korthikanti2022, place: "sec. 5", note: "inputs of the layers")
]
