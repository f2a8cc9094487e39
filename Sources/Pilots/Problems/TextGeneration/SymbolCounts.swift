import Foundation

/// The next symbol from how often it followed the last few ones in training: a unigram or bigram model and so
/// on, mixed with the shorter ones by how often the context was seen (Witten and Bell, 1991).
struct SymbolCounts: Hashable, Codable, Sendable {
  /// Symbols of context: 0 for a unigram model.
  let order: Int
  let symbols: Int
  /// For every length of context, how often each symbol followed it.
  private var followers: [[[Int]: [Int: Int]]]

  /// - Parameter sequences: symbols from 0 to `symbols` − 1; `start` is put before each.
  init(order: Int, symbols: Int, start: Int, _ sequences: [[Int]]) {
    self.order = order
    self.symbols = symbols
    followers = Array(repeating: [:], count: order + 1)
    for sequence in sequences {
      let padded = Array(repeating: start, count: order) + sequence
      for place in order..<padded.count {
        for length in 0...order {
          let context = Array(padded[place - length..<place])
          followers[length][context, default: [:]][padded[place], default: 0] += 1
        }
      }
    }
  }

  /// The probability that `symbol` comes after the context, more than 0; the context's last `order` count.
  func probability(_ symbol: Int, after context: some BidirectionalCollection<Int>) -> Double {
    var probability = 1 / Double(symbols)
    for length in 0...order {
      guard let seen = followers[length][Array(context.suffix(length))] else { break }
      let total = Double(seen.values.reduce(0, +))
      let kinds = Double(seen.count)
      probability = (Double(seen[symbol] ?? 0) + kinds * probability) / (total + kinds)
    }
    return probability
  }

  /// Σ −log₂ p over a sequence.
  func bits(_ sequence: [Int], start: Int) -> Double {
    var context = Array(repeating: start, count: order)
    var bits = 0.0
    for symbol in sequence {
      bits -= log2(probability(symbol, after: context))
      if order > 0 {
        context.removeFirst()
        context.append(symbol)
      }
    }
    return bits
  }

  /// Counts held: what a trained number is to other models.
  var parameterCount: Int { followers.reduce(0) { $0 + $1.values.reduce(0) { $0 + $1.count } } }
}
