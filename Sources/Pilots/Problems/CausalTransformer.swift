import Foundation
import Kernels
import Networks

/// A small decoder-only Transformer over symbols: text by the character, melodies by the note.
struct CausalTransformer: Sendable {
  /// Symbols it knows.
  var symbols: Int
  /// Symbols it sees at once.
  var length = 64
  var width = 64
  var heads = 4
  var blocks = 2
  var dropout = 0.1

  /// Embedding, learned positions, blocks that normalise before each part, one normalisation more, and a map
  /// to the logits of the next symbol at every position.
  var network: NetworkConfiguration {
    var builder = NetworkBuilder()
    let tokens = builder.input("tokens", [length])
    var last = builder.add(Embedding(vocabulary: symbols, width: width), to: tokens)
    last = builder.add(LearnedPositions(), to: last)
    let block = TransformerBlock(
      heads: heads, feedForward: 4 * width, dropout: dropout, normalisation: .before)
    for _ in 0..<blocks { last = builder.transformerDecoder(block, to: last, width: width) }
    last = builder.add(LayerNormalisation(), to: last)
    _ = builder.add(Dense(symbols), to: last)
    return builder.network(loss: SoftmaxCrossEntropy(ignoredTarget: -1))
  }

  /// Windows over the sequences, each starting anew with `start`: symbols seen and the symbols that follow.
  ///
  /// - Parameter overlap: whether a window begins half a window after the one before, so that what it predicts
  ///   has half a window in front; only what the one before did not predict counts. Otherwise it begins where
  ///   that one ends.
  func examples(_ sequences: [[Int]], start: Int, overlap: Bool) -> ExampleSet {
    var features: [Float] = []
    var targets: [Float] = []
    for sequence in sequences {
      let padded = [start] + sequence
      var first = 0
      var predicted = 0
      while predicted < sequence.count {
        for place in first..<first + length {
          features.append(Float(place < padded.count ? padded[place] : start))
          let counts = place >= predicted && place < sequence.count
          targets.append(counts ? Float(sequence[place]) : -1)
        }
        predicted = min(first + length, sequence.count)
        first += overlap ? length / 2 : length
      }
    }
    return ExampleSet(
      rows: features.count / length, columns: length, features: features, targets: targets)
  }

  /// Σ −log₂ p of each sequence's symbols.
  func bits(_ network: TrainedNetwork, _ sequences: [[Int]], start: Int) throws -> [Double] {
    let predictor = try Predictor(network, batchSize: 64)
    return sequences.map { sequence in
      let windows = examples([sequence], start: start, overlap: true)
      guard windows.rows > 0 else { return 0 }
      let probabilities = predictor.predict(windows.features, rows: windows.rows)
      return windows.targets.enumerated().reduce(0.0) { sum, target in
        guard target.element >= 0 else { return sum }
        return sum - log2(max(Double(probabilities[target.offset * symbols + Int(target.element)]), 1e-9))
      }
    }
  }

  /// Goes on from some symbols, one drawn after another.
  func continuation(
    _ network: TrainedNetwork, of beginning: [Int], start: Int, count: Int, sampling: TokenSampling,
    excluding: Set<Int> = [], using generator: inout SeededGenerator
  ) throws -> [Int] {
    let predictor = try Predictor(network, batchSize: 1)
    var symbols = [start] + beginning
    for _ in 0..<count {
      let window = Array(symbols.suffix(length))
      let features = window.map(Float.init) + Array(repeating: Float(start), count: length - window.count)
      let output = predictor.predict(features, rows: 1)
      let place = (window.count - 1) * self.symbols
      let logits = output[place..<place + self.symbols].enumerated().map {
        excluding.contains($0.offset) ? -Float.infinity : log(max($0.element, 1e-9))
      }
      symbols.append(sampling.token(logits, using: &generator))
    }
    return Array(symbols.dropFirst())
  }
}
