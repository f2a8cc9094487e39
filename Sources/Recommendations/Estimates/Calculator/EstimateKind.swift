import Knowledge

/// What can be estimated; the names are promises, and stand in tables of facts too.
public enum EstimateKind: String, Codable, CaseIterable, Hashable, Sendable {
  case parameters = "params"
  case trainingFLOPs = "train_flops"
  case trainingTime = "train_time"
  case trainingMemory = "train_memory"
  case inferenceMemory = "infer_memory"
  case cache = "kv_cache"
  case cost
  case energy
  case answerTime = "answer_time"

  /// What it is, for help texts.
  public var title: LocalizedText {
    switch self {
    case .parameters: LocalizedText(en: "parameters, counted exactly", zh: "参数量（精确计数）")
    case .trainingFLOPs: LocalizedText(en: "operations to train", zh: "训练运算量")
    case .trainingTime: LocalizedText(en: "time to train", zh: "训练时间")
    case .trainingMemory: LocalizedText(en: "memory to train", zh: "训练所需显存")
    case .inferenceMemory: LocalizedText(en: "memory to use", zh: "使用所需显存")
    case .cache: LocalizedText(en: "keys and values of a sequence", zh: "序列的键值缓存")
    case .cost: LocalizedText(en: "money to train", zh: "训练费用")
    case .energy: LocalizedText(en: "electricity to train", zh: "训练耗电")
    case .answerTime: LocalizedText(en: "time of one answer", zh: "单次回答时间")
    }
  }

  /// Keys its settings may have, the essential ones first; `remarks` are taken everywhere and change nothing.
  public var keys: [String] {
    switch self {
    case .parameters: Self.shape + ["method", "r", "targets"]
    case .trainingFLOPs: ["N", "D", "tokens", "forward", "method", "ckpt", "seq", "what"] + Self.shape
    case .trainingTime:
      [
        "N", "D", "peak", "gpus", "mfu", "tokens", "tok_per_s_per_gpu", "train_flops", "method", "ckpt",
        "seq", "forward",
      ]
        + Self.shape
    case .trainingMemory:
      ["N", "method", "precision", "opt", "batch", "seq", "what", "bits", "r", "targets", "offload", "ckpt"]
        + ["copies", "gpu_mem", "zero", "gpus", "dtype", "forward", "rows"] + Self.shape
    case .inferenceMemory:
      ["N", "dtype", "what", "bits", "batch", "tokens", "seq", "window", "full_layers", "method", "r"]
        + ["targets", "kv_rank", "rope_dim"] + Self.shape
    case .cache:
      ["L", "kv_heads", "head_dim", "tokens", "dtype", "batch", "heads", "d", "seq", "window", "full_layers"]
        + ["kv_rank", "rope_dim"]
    case .cost:
      ["gpu_hours", "price", "train_flops", "N", "D", "peak", "mfu", "gpus", "hours", "days", "tokens"]
        + ["method", "ckpt", "forward", "seq", "power", "electricity"] + Self.shape
    case .energy:
      ["power", "gpu_hours", "overhead", "train_flops", "N", "D", "peak", "mfu", "gpus", "hours", "days"]
        + ["tokens", "method", "ckpt", "forward", "seq"] + Self.shape
    case .answerTime:
      ["N", "tokens", "generated", "peak", "bandwidth", "dtype", "bits", "mfu", "batch", "forward", "window"]
        + ["full_layers", "kv_rank", "rope_dim"] + Self.shape
    }
  }

  /// Keys that say where a figure comes from.
  static let remarks = ["model", "base", "gpu", "framework", "also", "dtype"]

  /// Sizes of a model.
  static let shape = [
    "arch", "L", "d", "ffn", "heads", "kv_heads", "head_dim", "vocab", "pos", "types", "pooler", "tied",
    "glu", "bias", "qkv_bias", "qk_norm", "experts", "topk", "active", "patch", "img", "channels", "classes",
    "enc_L", "dec_L", "d_kv", "relpos", "mels", "enc_ctx", "dec_ctx", "depths", "bottleneck", "width",
    "sizes",
  ]
}
