import ModelMetrics

/// Word for word: every source token by the target tokens that most often come with it, in the source's order.
///
/// Where one fixed sentence does better on the validation pairs, that sentence is what it says to everything.
struct WordDictionary: Hashable, Codable, Sendable {
  /// The target tokens, up to `longest`, for every source token that has some.
  private var entries: [Int: [Int]] = [:]
  /// Said to everything.
  private(set) var constant: [Int]?

  private static let longest = 4
  /// Pairs whose Dice coefficient is lower are chance meetings.
  private static let leastDice = 0.1

  /// Takes for each source token s the run of target tokens t with the highest Dice coefficient
  /// 2 n(s, t) / (n(s) + n(t)), n being the sentence pairs they occur in (Smadja and others, 1996); of equals
  /// the longest run.
  init(_ pairs: [(source: [Int], target: [Int])]) {
    var numbers: [[Int]: Int] = [:]
    var runs: [[Int]] = []
    var runCounts: [Int] = []
    var sourceCounts: [Int: Int] = [:]
    var together: [Int: [Int: Int]] = [:]
    for pair in pairs {
      let places = Set(Self.runs(pair.target)).map { run in
        if let number = numbers[run] { return number }
        numbers[run] = runs.count
        runs.append(run)
        runCounts.append(0)
        return runs.count - 1
      }
      for place in places { runCounts[place] += 1 }
      for token in Set(pair.source) where token != TokenVocabulary.unknown {
        sourceCounts[token, default: 0] += 1
        for place in places { together[token, default: [:]][place, default: 0] += 1 }
      }
    }
    for (token, met) in together {
      let dice = { (run: Int, count: Int) in
        2 * Double(count) / Double(sourceCounts[token, default: 0] + runCounts[run])
      }
      let best = met.max { first, second in
        let (a, b) = (dice(first.key, first.value), dice(second.key, second.value))
        if a != b { return a < b }
        let (ours, theirs) = (runs[first.key], runs[second.key])
        if ours.count != theirs.count { return ours.count < theirs.count }
        return theirs.lexicographicallyPrecedes(ours)
      }
      if let best, best.value >= 2, dice(best.key, best.value) >= Self.leastDice {
        entries[token] = runs[best.key]
      }
    }
  }

  private static func runs(_ target: [Int]) -> [[Int]] {
    (1...longest).flatMap { length in
      target.count < length ? [] : (0...target.count - length).map { Array(target[$0..<$0 + length]) }
    }
  }

  /// Says one of the training sentences most like the others to everything, if that does better on the pairs
  /// given.
  ///
  /// - Parameter text: the sentence of target symbols.
  mutating func settle(
    targets: [[Int]], validation: [(source: [Int], target: [Int])], text: ([Int]) -> String
  ) {
    func some(_ limit: Int) -> [[Int]] {
      stride(from: 0, to: targets.count, by: max(1, targets.count / limit)).map { targets[$0] }
    }
    let candidates = some(500)
    let grams = some(100).map { CharacterGrams(text($0)) }
    let scores = candidates.map { candidate in
      let ours = CharacterGrams(text(candidate))
      return chrF(grams.map { ChrFCounts(hypothesis: ours, reference: $0) }) ?? 0
    }
    let ranked = scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
    func score(_ translation: ([Int]) -> [Int]) -> Double {
      let counts = validation.map {
        ChrFCounts(hypothesis: text(translation($0.source)), reference: text($0.target))
      }
      return chrF(counts) ?? 0
    }
    var best = score(translation)
    for place in ranked.prefix(10) {
      let reached = score { _ in candidates[place] }
      if reached > best { (best, constant) = (reached, candidates[place]) }
    }
  }

  func translation(_ source: [Int]) -> [Int] { constant ?? source.flatMap { entries[$0] ?? [] } }

  var parameterCount: Int { constant == nil ? entries.count : 1 }
}
