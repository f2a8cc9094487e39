import Knowledge
import Recommendations

/// Sizes of published models, from their configuration files.
enum Published {
  static let bertBaseCased = Architecture.encoder(bert(layers: 12, width: 768, heads: 12, vocabulary: 28_996))
  static let bertLargeUncased = Architecture.encoder(
    bert(layers: 24, width: 1_024, heads: 16, vocabulary: 30_522))
  static let miniLM = Architecture.encoder(bert(layers: 6, width: 384, heads: 12, vocabulary: 30_522))
  static let gpt2Small = gpt2(layers: 12, width: 768, heads: 12)
  static let gpt2XL = gpt2(layers: 48, width: 1_600, heads: 25)
  static let llama31of8B = llama(
    layers: 32, width: 4_096, feedForward: 14_336, heads: 32, kvHeads: 8, vocabulary: 128_256)
  static let llama7B = llama(
    layers: 32, width: 4_096, feedForward: 11_008, heads: 32, kvHeads: 32, vocabulary: 32_000)
  static let llama13B = llama(
    layers: 40, width: 5_120, feedForward: 13_824, heads: 40, kvHeads: 40, vocabulary: 32_000)
  static let llama65B = llama(
    layers: 80, width: 8_192, feedForward: 22_016, heads: 64, kvHeads: 64, vocabulary: 32_000)

  private static func bert(layers: Int, width: Int, heads: Int, vocabulary: Int) -> EncoderSizes {
    EncoderSizes(
      layers: layers, width: width, feedForward: 4 * width, heads: heads, vocabulary: vocabulary,
      positions: 512, tokenTypes: 2, pooler: true)
  }

  private static func gpt2(layers: Int, width: Int, heads: Int) -> Architecture {
    .decoder(
      DecoderSizes(
        layers: layers, width: width, feedForward: 4 * width, heads: heads, kvHeads: heads,
        vocabulary: 50_257, positions: 1_024, tied: true, gated: false))
  }

  private static func llama(
    layers: Int, width: Int, feedForward: Int, heads: Int, kvHeads: Int, vocabulary: Int
  ) -> Architecture {
    .decoder(
      DecoderSizes(
        layers: layers, width: width, feedForward: feedForward, heads: heads, kvHeads: kvHeads,
        vocabulary: vocabulary, positions: 0, tied: false, gated: true))
  }
}

/// A workload with so many examples, all three ends alike.
func workload(
  _ architecture: Architecture, method: Workload.Method = .full, examples: Double = 1_000,
  sequence: Int = 1, batch: Int = 32, epochs: Double = 10, mixedPrecision: Bool = true
) -> Workload {
  Workload(
    architecture: architecture, method: method, lowExamples: examples, examples: examples,
    highExamples: examples, sequence: sequence, batch: batch, epochs: epochs,
    mixedPrecision: mixedPrecision)
}

extension [ResourceEstimate] {
  func first(_ kind: ResourceEstimate.Kind) -> ResourceEstimate? { first { $0.kind == kind } }
}
