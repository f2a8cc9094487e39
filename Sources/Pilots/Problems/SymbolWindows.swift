import Foundation
import Networks

/// How a sequence of symbols is cut into windows of equal length for a network that predicts the next one.
struct SymbolWindows {
  /// Symbols in a window.
  var length: Int
  /// Whether a window begins half a window after the one before, otherwise where that one ends.
  ///
  /// What an overlapping window predicts has half a window in front; only what the one before did not predict
  /// counts.
  var overlap: Bool

  /// Where each window over `symbols` begins, with what follows at each of its places: −1 where it does not
  /// count.
  func cut(_ symbols: [Int]) -> [(first: Int, targets: [Float])] {
    var windows: [(first: Int, targets: [Float])] = []
    var (first, predicted) = (0, 0)
    while predicted < symbols.count {
      let targets = (first..<first + length).map { place in
        place >= predicted && place < symbols.count ? Float(symbols[place]) : -1
      }
      windows.append((first, targets))
      predicted = min(first + length, symbols.count)
      first += overlap ? length / 2 : length
    }
    return windows
  }
}

/// Σ −log₂ p of the targets of some windows, those of −1 left out; 0 without windows.
func summedBits(_ predictor: Predictor, _ windows: ExampleSet, symbols: Int) -> Double {
  guard windows.rows > 0 else { return 0 }
  let probabilities = predictor.predict(windows.features, rows: windows.rows)
  return windows.targets.enumerated().reduce(0.0) { sum, target in
    guard target.element >= 0 else { return sum }
    return sum - log2(max(Double(probabilities[target.offset * symbols + Int(target.element)]), 1e-9))
  }
}

extension NetworkBuilder {
  /// Learned positions, blocks that see only what came before and normalise before each part, one normalisation
  /// more, and a map to the logits of the next symbol at every position.
  mutating func causalLayers(
    over embedded: String, symbols: Int, width: Int, heads: Int, blocks: Int, dropout: Double
  ) -> NetworkConfiguration {
    var last = add(LearnedPositions(), to: embedded)
    let block = TransformerBlock(
      heads: heads, feedForward: 4 * width, dropout: dropout, normalisation: .before)
    for _ in 0..<blocks { last = transformerDecoder(block, to: last, width: width) }
    last = add(LayerNormalisation(), to: last)
    _ = add(Dense(symbols), to: last)
    return network(loss: SoftmaxCrossEntropy(ignoredTarget: -1))
  }
}
