import Foundation

/// Looks for the translation with the best score: phrase after phrase from left to right in the target, in any
/// order of the source, keeping the best unfinished ones (Koehn, 2004).
struct PhraseDecoder {
  /// Unfinished translations kept for each number of source tokens translated.
  private static let beam = 20
  /// Source tokens read; the rest is left untranslated.
  private static let longest = 60
  /// ln of the score of a token that is left out since nothing is known of it.
  private static let unknown = -10.0

  private let table: PhraseTable
  /// ln p of target tokens in a row, as far as they were asked for.
  private var logs: [Int: Double] = [:]

  init(_ table: PhraseTable) { self.table = table }

  private struct Partial {
    var covered: UInt64 = 0
    var score = 0.0
    /// With the best that the rest can have.
    var hope = 0.0
    /// Where the source phrase translated last ends.
    var end = 0
    var last = TokenVocabulary.start
    /// The one it goes on from, by its place among those that were gone on from.
    var before = -1
    /// The tokens it adds to that one.
    var added: [Int] = []
    /// How many were made before it, to rank those of equal hope.
    var number = 0
  }

  private struct Span {
    let first: Int
    let end: Int
    let options: [PhraseTable.Option]
    var mask: UInt64 { ((1 << UInt64(end - first)) - 1) << UInt64(first) }
  }

  mutating func translation(_ source: [Int]) -> [Int] {
    let tokens = Array(source.prefix(Self.longest))
    let spans = spans(tokens)
    let best = bestScores(spans, count: tokens.count)
    var stacks = [[Partial]](repeating: [], count: tokens.count + 1)
    stacks[0] = [Partial()]
    var (gone, made): ([Partial], Int) = ([], 0)
    for done in 0..<tokens.count {
      for partial in pruned(stacks[done]) {
        gone.append(partial)
        for span in spans where partial.covered & span.mask == 0 {
          let reached = done + span.end - span.first
          let covered = partial.covered | span.mask
          let rest = rest(covered, best, tokens.count)
          let jump = table.weights.jump * Double(abs(span.first - partial.end))
          for option in span.options {
            made += 1
            var next = Partial(
              covered: covered, score: partial.score + option.score - jump, end: span.end,
              last: partial.last, before: gone.count - 1, added: option.target, number: made)
            for token in option.target {
              next.score += table.weights.language * log(token, after: next.last) + table.weights.length
              next.last = token
            }
            if reached == tokens.count {
              next.score += table.weights.language * log(TokenVocabulary.end, after: next.last)
            }
            next.hope = next.score + rest
            stacks[reached].append(next)
          }
          if stacks[reached].count > 20 * Self.beam { stacks[reached] = pruned(stacks[reached]) }
        }
      }
      stacks[done] = []
    }
    guard var partial = pruned(stacks[tokens.count]).first else { return [] }
    var target = partial.added
    while partial.before >= 0 {
      partial = gone[partial.before]
      target = partial.added + target
    }
    return target
  }

  /// All phrases of the sentence that the table has, and an empty one for a token of which it has none.
  private func spans(_ tokens: [Int]) -> [Span] {
    tokens.indices.flatMap { first in
      (first + 1...min(first + PhraseTable.longestSource, tokens.count)).compactMap { end -> Span? in
        if let options = table.phrases[Array(tokens[first..<end])] {
          return Span(first: first, end: end, options: options)
        }
        guard end == first + 1 else { return nil }
        return Span(first: first, end: end, options: [.init(target: [], score: Self.unknown)])
      }
    }
  }

  /// The best score of every run of source tokens, taken by itself: [first][end].
  private mutating func bestScores(_ spans: [Span], count: Int) -> [[Double]] {
    var best = [[Double]](
      repeating: [Double](repeating: -.infinity, count: count + 1), count: count + 1)
    for span in spans {
      for option in span.options {
        var score = option.score
        for (before, token) in zip(option.target, option.target.dropFirst()) {
          score += table.weights.language * log(token, after: before)
        }
        score += table.weights.length * Double(option.target.count)
        best[span.first][span.end] = max(best[span.first][span.end], score)
      }
    }
    guard count > 1 else { return best }
    for length in 2...count {
      for first in 0...count - length {
        for middle in first + 1..<first + length {
          let parts = best[first][middle] + best[middle][first + length]
          best[first][first + length] = max(best[first][first + length], parts)
        }
      }
    }
    return best
  }

  /// The best scores of the runs not yet covered, added up.
  private func rest(_ covered: UInt64, _ best: [[Double]], _ count: Int) -> Double {
    var sum = 0.0
    var first = 0
    while first < count {
      guard covered >> UInt64(first) & 1 == 0 else {
        first += 1
        continue
      }
      var end = first + 1
      while end < count, covered >> UInt64(end) & 1 == 0 { end += 1 }
      sum += best[first][end]
      first = end
    }
    return sum
  }

  /// The best ones; of those that will go on alike only the better.
  private func pruned(_ stack: [Partial]) -> [Partial] {
    var seen: Set<[UInt64]> = []
    var kept: [Partial] = []
    let ranked = stack.sorted { $0.hope != $1.hope ? $0.hope > $1.hope : $0.number < $1.number }
    for partial in ranked {
      if kept.count == Self.beam { break }
      if seen.insert([partial.covered, UInt64(partial.last), UInt64(partial.end)]).inserted {
        kept.append(partial)
      }
    }
    return kept
  }

  private mutating func log(_ token: Int, after before: Int) -> Double {
    let key = before << 32 | token
    if let known = logs[key] { return known }
    let value = Foundation.log(table.language.probability(token, after: [before]))
    logs[key] = value
    return value
  }
}
