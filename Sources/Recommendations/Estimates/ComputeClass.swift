import Knowledge

/// The computers an answer to `compute.available` stands for, with their peak speed.
struct ComputeClass {
  var name: LocalizedText
  /// Peak operations a second: low, likely and high for the class.
  var peak: Band
  var mixedPrecision: Bool
  var basis: [Basis]

  /// Nil for `api-only`, where there is nothing to compute on, and for unknown options.
  init?(option: OptionID) {
    switch option.name {
    case "laptop":
      name = LocalizedText(en: "an office laptop (0.2–1 TFLOP/s)", zh: "办公笔记本（0.2–1 TFLOP/s）")
      peak = Band(0.2e12, 0.5e12, 1e12)
      mixedPrecision = false
      basis = [.judgement]
    case "workstation-gpu":
      name = LocalizedText(
        en: "one workstation card (up to an L40S, 362 TFLOP/s)", zh: "单块工作站显卡（最高按 L40S，362 TFLOP/s）")
      peak = Band(50e12, 150e12, 362e12)
      mixedPrecision = true
      basis = [Self.published("L40S 362 TFLOP/s, 16-bit dense; smaller cards are our judgement"), .judgement]
    case "server-gpus":
      name = LocalizedText(
        en: "a server with 2 to 8 cards (4 × A100, 312 TFLOP/s each)",
        zh: "2 至 8 块卡的服务器（按 4 块 A100，每块 312 TFLOP/s）")
      peak = Band(2 * 312e12, 4 * 312e12, 8 * 989e12)
      mixedPrecision = true
      basis = [Self.published("A100 312, H100 989 TFLOP/s, 16-bit dense")]
    case "cluster":
      name = LocalizedText(
        en: "a cluster with 32 to 256 cards (64 × H100, 989 TFLOP/s each)",
        zh: "32 至 256 块卡的集群（按 64 块 H100，每块 989 TFLOP/s）")
      peak = Band(32 * 312e12, 64 * 989e12, 256 * 989e12)
      mixedPrecision = true
      basis = [Self.published("A100 312, H100 989 TFLOP/s, 16-bit dense"), .judgement]
    default: return nil
    }
  }

  private static func published(_ note: String) -> Basis {
    .source(EstimateSources.bekman2024, place: "compute/accelerator", note: note)
  }
}
