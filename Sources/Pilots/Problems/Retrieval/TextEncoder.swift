import Networks

/// The network of a retriever: one encoder turns questions and passages alike into vectors, and a question's
/// vector points the way to those of the passages that answer it.
struct TextEncoder: Sendable {
  /// Terms read of a text; the rest is cut off.
  let length: Int
  /// Terms share so many vectors by their hash; 0 is padding.
  var buckets = 8_192
  var width = 64
  /// Passages that a question is compared with at once in training, the right one among them.
  var candidates = 16

  /// Long enough for nineteen of twenty texts, from 16 to 160 terms.
  init(_ texts: [[String]]) {
    let lengths = texts.map(\.count).sorted()
    let usual = lengths.isEmpty ? 0 : lengths[(lengths.count - 1) * 19 / 20]
    length = min(160, max(16, (usual + 7) / 8 * 8))
  }

  /// Reads a question and `candidates` passages side by side; the output is one logit a passage.
  var training: NetworkConfiguration {
    network(texts: 1 + candidates, last: FirstAgainstRest(), loss: SoftmaxCrossEntropy())
  }

  /// Reads one text and gives its vector, with the parameters of `training`.
  private var reading: NetworkConfiguration { network(texts: 1, last: nil, loss: MeanSquaredError()) }

  private func network(texts: Int, last layer: (any Layer)?, loss: any Loss) -> NetworkConfiguration {
    var builder = NetworkBuilder()
    let tokens = builder.input("tokens", [texts * length])
    var last = builder.add(Embedding(vocabulary: buckets, width: width, paddingIndex: 0), to: tokens)
    last = builder.add(AveragePooling1D(length), to: last)
    // Padding shrinks the mean; the normalisation brings every text to one length.
    last = builder.add(RMSNormalisation(epsilon: 1e-9), to: last)
    if let layer { last = builder.add(layer, to: last) }
    return builder.network(loss: loss)
  }

  /// The first terms as numbers from 1 to `buckets` − 1, then padding.
  func tokens(_ terms: [String]) -> [Float] {
    let known = terms.prefix(length).map { term in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in term.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
      return Float(1 + hash % UInt64(buckets - 1))
    }
    return known + Array(repeating: 0, count: length - known.count)
  }

  /// One vector a text, side by side, divided so that products of two are the logits of training.
  func vectors(_ trained: TrainedNetwork, _ texts: [[String]]) throws -> [Float] {
    let reader = try TrainedNetwork(configuration: reading, parameters: trained.parameters)
    let scale = 1 / Float(width).squareRoot().squareRoot()
    return try Predictor(reader, batchSize: 64)
      .predict(texts.flatMap(tokens), rows: texts.count).map { $0 * scale }
  }

  /// The logits of one question's vector against those of many passages.
  func scores(_ question: ArraySlice<Float>, _ passages: [Float]) -> [Double] {
    (0..<passages.count / width).map { place in
      zip(question, passages[place * width..<(place + 1) * width]).reduce(0.0) {
        $0 + Double($1.0) * Double($1.1)
      }
    }
  }

  var settings: [String: String] {
    [
      "width": "\(width)", "buckets": "\(buckets)", "context": "\(length)",
      "candidates": "\(candidates)",
    ]
  }
}
