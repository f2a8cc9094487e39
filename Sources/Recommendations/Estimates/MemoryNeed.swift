import Knowledge

extension Workload {
  /// The settings of `estimate train_memory` for it; empty when nothing is trained or the size is not known.
  public var trainingMemorySettings: [String] {
    guard method != .none, !architecture.settings.isEmpty else { return [] }
    var pairs = architecture.settings
    switch effectiveMethod {
    case .lora: pairs += ["method=lora", "r=\(Self.adapterRank)", "targets=q,v"]
    case .qlora: pairs += ["method=qlora", "bits=4", "r=\(Self.adapterRank)", "targets=q,v"]
    case .full, .none: pairs.append("method=full")
    }
    if effectiveMethod == .full { pairs.append("precision=\(mixedPrecision ? "mixed16" : "fp32")") }
    pairs.append("batch=\(batch)")
    switch architecture {
    case .linear, .dense:
      pairs.append("rows=\(spanText(Band(lowExamples, examples, highExamples)))")
    case .residual(let sizes): pairs.append("forward=\(exactText(sizes.forwardFLOPs))")
    case .convolutional: break
    default: pairs.append("seq=\(sequence)")
    }
    return pairs
  }

  /// The settings of `estimate infer_memory` for it.
  public var inferenceMemorySettings: [String] {
    switch architecture {
    case .rules, .hosted: []
    case .linear, .dense: architecture.settings + ["what=weights", "dtype=fp32"]
    case .convolutional(let parameters, _): ["N=\(exactText(parameters))", "dtype=bf16"]
    case .decoder(let sizes):
      architecture.settings + ["dtype=bf16", "tokens=\(sequence)"]
        + (sizes.window.map { ["window=\($0)"] } ?? [])
    default: architecture.settings + ["dtype=bf16"]
    }
  }
}

/// A number as the calculator reads it, to the last digit.
func exactText(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
}

/// One number, or `low:likely:high`.
func spanText(_ band: Band) -> String {
  band.low == band.high
    ? exactText(band.likely) : [band.low, band.likely, band.high].map(exactText).joined(separator: ":")
}
