import Foundation

/// Runs of tokens with their translations, and how common pairs of target tokens are: a phrase-based
/// translation model (Koehn and others, 2003).
struct PhraseTable: Hashable, Codable, Sendable {
  struct Option: Hashable, Codable, Sendable {
    let target: [Int]
    /// ln p(target | source) + ½ ln p(source | target).
    let score: Double
  }

  /// What counts how much when translations are compared.
  struct Weights: Hashable, Codable, Sendable {
    /// Of ln p of the target tokens in a row.
    var language = 0.7
    /// For each target token, since every token more costs probability.
    var length = 0.6
    /// Against each token jumped over in the source.
    var jump = 0.15
  }

  static let longestSource = 4
  private static let longestTarget = 7
  /// Translations kept of one source phrase.
  private static let kept = 8

  private(set) var phrases: [[Int]: [Option]]
  let language: SymbolCounts
  var weights = Weights()

  /// - Parameter symbols: of the target language.
  init(_ pairs: [(source: [Int], target: [Int])], symbols: Int) {
    let alignments = WordAlignment.symmetric(pairs)
    var together: [[Int]: [[Int]: Double]] = [:]
    var targets: [[Int]: Double] = [:]
    for (pair, links) in zip(pairs, alignments) {
      for (source, target) in Self.extracted(pair, links) {
        together[source, default: [:]][target, default: 0] += 1
        targets[target, default: 0] += 1
      }
    }
    phrases = together.mapValues { options in
      let total = options.values.reduce(0, +)
      let scored = options.map { target, count in
        Option(target: target, score: log(count / total) + log(count / targets[target, default: 1]) / 2)
      }
      let ranked = scored.sorted {
        $0.score != $1.score ? $0.score > $1.score : $0.target.lexicographicallyPrecedes($1.target)
      }
      return Array(ranked.prefix(Self.kept))
    }
    language = SymbolCounts(
      order: 1, symbols: symbols, start: TokenVocabulary.start,
      pairs.map { $0.target + [TokenVocabulary.end] })
  }

  /// Runs of both sides that are linked with each other and with nothing outside.
  private static func extracted(
    _ pair: (source: [Int], target: [Int]), _ links: Set<WordAlignment.Link>
  ) -> [([Int], [Int])] {
    var found: [([Int], [Int])] = []
    let linked = Set(links.map(\.target))
    for first in pair.source.indices {
      for last in first..<min(first + longestSource, pair.source.count) {
        let inside = links.filter { $0.source >= first && $0.source <= last }
        guard let low = inside.map(\.target).min(), let high = inside.map(\.target).max(),
          high - low < longestTarget,
          !links.contains(where: {
            $0.target >= low && $0.target <= high && ($0.source < first || $0.source > last)
          })
        else { continue }
        // Target tokens without a link may go with either neighbour.
        var start = low
        repeat {
          var end = high
          repeat {
            if end - start < longestTarget {
              found.append((Array(pair.source[first...last]), Array(pair.target[start...end])))
            }
            end += 1
          } while end < pair.target.count && !linked.contains(end)
          start -= 1
        } while start >= 0 && !linked.contains(start)
      }
    }
    return found
  }

  var parameterCount: Int {
    language.parameterCount + phrases.values.reduce(0) { $0 + $1.count }
  }
}
