import Knowledge

/// Fully connected layers: (inputs + 1) × outputs for each pair of neighbouring `sizes`.
///
/// `sizes=30,1` is a linear model of 30 features, `sizes=30,128,64,1` a network with two hidden layers.
func denseCount(_ settings: EstimateSettings) throws(EstimateError) -> ArchitectureCount {
  let sizes = try layerSizes(settings)
  let parameters = zip(sizes, sizes.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
  let text = sizes.map(plain).joined(separator: " – ")
  return ArchitectureCount(
    parameters: parameters,
    how: LocalizedText(
      en: "weights and biases between layers of \(text)", zh: "各层（\(text)）之间的权重与偏置"),
    basis: [.judgement])
}

/// Numbers kept for one example between forward and backward: inputs, both sides of each activation, and the
/// outputs twice.
func denseActivations(_ settings: EstimateSettings) throws(EstimateError) -> Double {
  let sizes = try layerSizes(settings)
  return 2 * sizes.reduce(0, +) - (sizes.first ?? 0)
}

func layerSizes(_ settings: EstimateSettings) throws(EstimateError) -> [Double] {
  guard settings.has("sizes") else { throw .missing(["sizes"]) }
  let sizes = try settings.counts("sizes")
  guard sizes.count > 1 else { throw .notANumber(key: "sizes", found: settings.text("sizes") ?? "") }
  return sizes
}
