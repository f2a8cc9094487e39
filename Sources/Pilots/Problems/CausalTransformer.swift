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

  /// An embedding and causal layers.
  var network: NetworkConfiguration {
    var builder = NetworkBuilder()
    let tokens = builder.input("tokens", [length])
    let embedded = builder.add(Embedding(vocabulary: symbols, width: width), to: tokens)
    return builder.causalLayers(
      over: embedded, symbols: symbols, width: width, heads: heads, blocks: blocks, dropout: dropout)
  }

  /// Windows over the sequences, each starting anew with `start`: symbols seen and the symbols that follow.
  func examples(_ sequences: [[Int]], start: Int, overlap: Bool) -> ExampleSet {
    var features: [Float] = []
    var targets: [Float] = []
    for sequence in sequences {
      let padded = [start] + sequence
      for window in SymbolWindows(length: length, overlap: overlap).cut(sequence) {
        features += (window.first..<window.first + length).map {
          Float($0 < padded.count ? padded[$0] : start)
        }
        targets += window.targets
      }
    }
    return ExampleSet(
      rows: features.count / length, columns: length, features: features, targets: targets)
  }

  /// Σ −log₂ p of each sequence's symbols.
  func bits(_ network: TrainedNetwork, _ sequences: [[Int]], start: Int) throws -> [Double] {
    let predictor = try Predictor(network, batchSize: 64)
    return sequences.map {
      summedBits(predictor, examples([$0], start: start, overlap: true), symbols: symbols)
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
