import Networks

/// A small encoder–decoder Transformer (Vaswani and others, 2017) from sentences to sentences.
struct SentenceTransformer: Sendable {
  /// Symbols it knows of either language; rarer ones are unknown to it.
  let sourceSymbols: Int
  let targetSymbols: Int
  /// Tokens read and written at most.
  let sourceLength: Int
  let targetLength: Int
  var width = 64
  var heads = 4
  /// Blocks of the encoder and as many of the decoder.
  var blocks = 1
  var dropout = 0.1

  /// What the decoder's output is computed for.
  private enum Output {
    /// Every position, to train; or the one that a mask picks, to write the next token.
    case all, picked
  }

  private func network(_ output: Output, length: Int) -> NetworkConfiguration {
    var builder = NetworkBuilder()
    let source = builder.input("source", [sourceLength])
    let mask = builder.input("source mask", [sourceLength])
    let target = builder.input("target", [length])
    let block = TransformerBlock(
      heads: heads, feedForward: 2 * width, dropout: dropout, normalisation: .before)
    var memory = builder.add(
      Embedding(vocabulary: sourceSymbols, width: width, paddingIndex: TokenVocabulary.padding),
      to: source)
    memory = builder.add(LearnedPositions(), to: memory)
    for _ in 0..<blocks {
      memory = builder.transformerEncoder(block, to: memory, width: width, mask: mask)
    }
    memory = builder.add(LayerNormalisation(), to: memory)
    var last = builder.add(
      Embedding(vocabulary: targetSymbols, width: width, paddingIndex: TokenVocabulary.padding),
      to: target)
    // Waves need no parameters, so a shorter network can write the first tokens.
    last = builder.add(SinusoidalPositions(), to: last)
    for _ in 0..<blocks {
      last = builder.transformerDecoder(
        block, to: last, width: width, memory: memory, memoryMask: mask)
    }
    last = builder.add(LayerNormalisation(), to: last)
    if output == .picked {
      last = builder.add(
        MeanOverPositions(hasMask: true), to: last, builder.input("place", [length]))
    }
    _ = builder.add(Dense(targetSymbols), to: last)
    return builder.network(loss: SoftmaxCrossEntropy(ignoredTarget: output == .all ? -1 : nil))
  }

  var training: NetworkConfiguration { network(.all, length: targetLength) }

  private func sourceFeatures(_ source: [Int]) -> [Float] {
    let known = source.prefix(sourceLength)
      .map { Float($0 < sourceSymbols ? $0 : TokenVocabulary.unknown) }
    let rest = sourceLength - known.count
    let padding = [Float](repeating: Float(TokenVocabulary.padding), count: rest)
    return known + padding + [Float](repeating: 1, count: known.count) + [Float](repeating: 0, count: rest)
  }

  /// Each source with the target's tokens so far, and the token that follows at every place.
  func examples(_ pairs: [(source: [Int], target: [Int])]) -> ExampleSet {
    var features: [Float] = []
    var targets: [Float] = []
    for pair in pairs {
      let symbols = pair.target.prefix(targetLength - 1)
        .map { $0 < targetSymbols ? $0 : TokenVocabulary.unknown }
      let seen = [TokenVocabulary.start] + symbols
      let next = symbols + [TokenVocabulary.end]
      let rest = targetLength - seen.count
      features += sourceFeatures(pair.source) + seen.map { Float($0) }
      features += [Float](repeating: Float(TokenVocabulary.padding), count: rest)
      targets += next.map { Float($0) } + [Float](repeating: -1, count: rest)
    }
    return ExampleSet(
      rows: pairs.count, columns: 2 * sourceLength + targetLength, features: features, targets: targets)
  }

  /// Writes a translation of each source token by token, always the likeliest one.
  func translations(_ trained: TrainedNetwork, _ sources: [[Int]]) throws -> [[Int]] {
    let fixed = sources.map(sourceFeatures)
    var written = sources.map { _ in [TokenVocabulary.start] }
    var open = Array(sources.indices)
    var length = 0
    var predictor: Predictor?
    for place in 0..<targetLength where !open.isEmpty {
      if place >= length || predictor == nil {
        length = min(targetLength, (place / 8 + 1) * 8)
        predictor = try Predictor(
          TrainedNetwork(configuration: network(.picked, length: length), parameters: trained.parameters),
          batchSize: 32)
      }
      let features = open.flatMap { row in
        let tail = [Float](repeating: 0, count: length - place - 1)
        return fixed[row] + written[row].map { Float($0) } + tail
          + [Float](repeating: 0, count: place) + [1] + tail
      }
      let output = predictor?.predict(features, rows: open.count) ?? []
      for (number, row) in open.enumerated() {
        let start = number * targetSymbols
        // Padding, the start and unknown tokens are nothing to say.
        let best = (TokenVocabulary.unknown + 1..<targetSymbols).reduce(TokenVocabulary.end) {
          output[start + $1] > output[start + $0] ? $1 : $0
        }
        written[row].append(best)
      }
      open.removeAll { written[$0].last == TokenVocabulary.end }
    }
    return written.map { $0.dropFirst().filter { $0 != TokenVocabulary.end } }
  }

  var settings: [String: String] {
    [
      "width": "\(width)", "blocks": "\(blocks)", "heads": "\(heads)", "dropout": "\(dropout)",
      "source-length": "\(sourceLength)", "target-length": "\(targetLength)",
    ]
  }
}
