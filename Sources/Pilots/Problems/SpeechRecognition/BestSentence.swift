import ModelMetrics

extension SpokenText {
  /// The one answer for all recordings that needs the fewest corrections: the best guess without listening.
  ///
  /// It begins with the best of the texts themselves, the empty one among them, and puts in or replaces common
  /// words as long as that helps. Long texts are judged by some of them only.
  package static func bestConstant(for texts: [SpokenText]) -> SpokenText {
    let longest = texts.map(\.words.count).max() ?? 0
    let judged = texts.prefix(longest > 8 ? 60 : 500).map(\.words)
    func errors(_ guess: [String]) -> Int { judged.reduce(0) { $0 + editDistance($1, guess) } }
    let common = commonest(texts, most: 200).map(\.words)
    var best: [String] = []
    var least = errors(best)
    func consider(_ guess: [String]) -> Bool {
      let count = errors(guess)
      guard count < least else { return false }
      (best, least) = (guess, count)
      return true
    }
    for guess in common { _ = consider(guess) }
    let words = commonest(texts.flatMap(\.words), most: 20)
    for _ in 0..<6 {
      var improved = false
      let start = best
      for place in 0...start.count {
        for word in words {
          improved = consider(start[..<place] + [word] + start[place...]) || improved
          if place < start.count {
            improved = consider(start[..<place] + [word] + start[(place + 1)...]) || improved
          }
        }
      }
      if !improved { break }
    }
    return SpokenText(words: best)
  }
}

/// The different items, the commonest first; of equally common ones the earliest.
private func commonest<Item: Hashable>(_ items: [Item], most: Int) -> [Item] {
  var counts: [Item: (count: Int, first: Int)] = [:]
  for (place, item) in items.enumerated() { counts[item, default: (0, place)].count += 1 }
  return counts.sorted { ($1.value.count, $0.value.first) < ($0.value.count, $1.value.first) }
    .prefix(most).map(\.key)
}
