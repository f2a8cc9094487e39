import Foundation
import Kernels
import Networks

/// A small decoder-only Transformer over notes that also knows where in the period each note begins and where
/// the next one will: positions in the bar, as in the Pop Music Transformer (Huang and Yang, 2020).
struct NoteTransformer: Sendable {
  /// Symbols it knows.
  let symbols: Int
  /// Notes it sees at once.
  let length: Int
  /// Quarter notes after which places in the period come back.
  let period: Double
  var width = 64
  var heads = 4
  var blocks = 2
  var dropout = 0.1

  /// Places in a quarter note that are told apart.
  private static let grid = 4.0
  private var places: Int { Int(period * Self.grid) }

  var network: NetworkConfiguration {
    var builder = NetworkBuilder()
    let tokens = builder.input("tokens", [length])
    let begins = builder.input("begins", [length])
    let follows = builder.input("follows", [length])
    let embedded = builder.add(
      Add(), to: builder.add(Embedding(vocabulary: symbols, width: width), to: tokens),
      builder.add(Embedding(vocabulary: places, width: width), to: begins),
      builder.add(Embedding(vocabulary: places, width: width), to: follows))
    return builder.causalLayers(
      over: embedded, symbols: symbols, width: width, heads: heads, blocks: blocks, dropout: dropout)
  }

  /// What the network reads of a window: the start of the melody counts as a symbol before the first.
  private func features(_ sequence: NoteSequence, from first: Int) -> [Float] {
    let seen = [NoteVocabulary.start] + sequence.symbols
    // The start begins with the first note.
    let begins = [0] + sequence.onsets
    let window = first..<first + length
    func place(_ index: Int) -> Float {
      guard begins.indices.contains(index) else { return 0 }
      return Float(Int((begins[index] * Self.grid).rounded()) % places)
    }
    return window.map { Float(seen.indices.contains($0) ? seen[$0] : NoteVocabulary.start) }
      + window.map(place) + window.map { place($0 + 1) }
  }

  /// Windows over melodies, each with the symbols that follow.
  func examples(_ sequences: [NoteSequence], overlap: Bool) -> ExampleSet {
    var features: [Float] = []
    var targets: [Float] = []
    for sequence in sequences {
      for window in SymbolWindows(length: length, overlap: overlap).cut(sequence.symbols) {
        features += self.features(sequence, from: window.first)
        targets += window.targets
      }
    }
    return ExampleSet(
      rows: targets.count / length, columns: 3 * length, features: features, targets: targets)
  }

  /// Σ −log₂ p of each melody's symbols.
  func bits(_ network: TrainedNetwork, _ sequences: [NoteSequence]) throws -> [Double] {
    let predictor = try Predictor(network, batchSize: 64)
    return sequences.map { summedBits(predictor, examples([$0], overlap: true), symbols: symbols) }
  }

  /// Goes on from a melody's beginning, one note drawn after another; `lengths` are those of the symbols, and
  /// symbols of no length are never drawn.
  func continuation(
    _ network: TrainedNetwork, of beginning: NoteSequence, count: Int, lengths: [Double],
    sampling: TokenSampling, using generator: inout SeededGenerator
  ) throws -> NoteSequence {
    let predictor = try Predictor(network, batchSize: 1)
    var sequence = beginning
    for _ in 0..<count {
      let first = max(0, sequence.symbols.count + 1 - length)
      let output = predictor.predict(features(sequence, from: first), rows: 1)
      let place = (sequence.symbols.count - first) * symbols
      let logits = lengths.indices.map { symbol -> Float in
        lengths[symbol] > 0 ? log(max(output[place + symbol], 1e-9)) : -.infinity
      }
      let symbol = sampling.token(logits, using: &generator)
      sequence.append(symbol, length: lengths[symbol])
    }
    return sequence
  }

  /// For the reader.
  var settings: [String: String] {
    [
      "width": "\(width)", "blocks": "\(blocks)", "heads": "\(heads)", "context": "\(length)",
      "dropout": "\(dropout)", "period": "\(period)",
    ]
  }
}
