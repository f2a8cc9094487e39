import Knowledge

extension Architecture {
  /// The number of trained numbers in the model, computed exactly from its sizes; nil for rules and hosted
  /// services, which have none or keep it to themselves.
  ///
  /// The counts equal those published with BERT, GPT-2 and Llama 3.1 to the last digit.
  public var parameterCount: Double? {
    switch self {
    case .rules, .hosted: nil
    case .convolutional(let parameters, _): parameters
    default:
      (try? EstimateSettings(pairs: settings)).flatMap { try? architectureCount($0) }.map(\.parameters)
    }
  }

  /// Parameters that are only looked up by row and so cost no multiplications.
  ///
  /// A tied token table is also the output product, so it counts as work there.
  var lookedUpParameters: Double {
    switch self {
    case .encoder(let sizes):
      Double((sizes.vocabulary + sizes.positions + sizes.tokenTypes + 2) * sizes.width)
    case .decoder(let sizes):
      Double((sizes.tied ? 0 : sizes.vocabulary * sizes.width) + sizes.positions * sizes.width)
    default: 0
    }
  }

  /// Parameters that low-rank adapters of `rank` on the query and value products would train; nil where
  /// there is no attention to adapt.
  ///
  /// rank × (inputs + outputs) for every adapted product (Hu et al., 2022).
  func adapterParameters(rank: Int) -> Double? {
    guard hasAttention, let pairs = try? EstimateSettings(pairs: settings) else { return nil }
    return (try? AdapterCount(pairs, rank: Double(rank), targets: ["q", "v"]))?.parameters
  }

  /// Whether it has layers that compare the parts of its input with each other.
  var hasAttention: Bool {
    switch self {
    case .encoder, .decoder, .vision, .textToText, .speechToText, .speechEncoder: true
    case .rules, .hosted, .linear, .dense, .residual, .convolutional: false
    }
  }

  /// Layers × width over all of its stacks; 0 without attention.
  var attentionStates: Double {
    switch self {
    case .encoder(let sizes): Double(sizes.layers * sizes.width)
    case .decoder(let sizes): Double(sizes.layers * sizes.width)
    case .vision(let sizes): Double(sizes.layers * sizes.width)
    case .speechEncoder(let sizes): Double(sizes.layers * sizes.width)
    case .textToText(let sizes): Double((sizes.encoderLayers + sizes.decoderLayers) * sizes.width)
    case .speechToText(let sizes): Double((sizes.encoderLayers + sizes.decoderLayers) * sizes.width)
    case .rules, .hosted, .linear, .dense, .residual, .convolutional: 0
    }
  }
}
