/// How often each run of 1 to 6 characters occurs in a text, white space left out.
public struct CharacterGrams: Sendable {
  public static let longest = 6

  /// Entry i for runs of i + 1 characters.
  let counts: [[[Character]: Int]]
  let totals: [Int]

  public init(_ text: String) {
    let characters = text.filter { !$0.isWhitespace }.map { $0 }
    counts = (1...Self.longest).map { length in
      guard characters.count >= length else { return [:] }
      return (0...characters.count - length).reduce(into: [:]) {
        $0[Array(characters[$1..<$1 + length]), default: 0] += 1
      }
    }
    totals = (1...Self.longest).map { max(0, characters.count - $0 + 1) }
  }
}

/// The counts of one sentence from which chrF follows: runs of characters in the translation, in the
/// reference, and in both.
public struct ChrFCounts: Hashable, Sendable {
  /// Entry i for runs of i + 1 characters.
  public let hypothesis: [Int]
  public let reference: [Int]
  public let matched: [Int]

  public init(hypothesis: CharacterGrams, reference: CharacterGrams) {
    self.hypothesis = hypothesis.totals
    self.reference = reference.totals
    matched = zip(hypothesis.counts, reference.counts).map { ours, theirs in
      ours.reduce(0) { $0 + min($1.value, theirs[$1.key] ?? 0) }
    }
  }

  public init(hypothesis: String, reference: String) {
    self.init(hypothesis: CharacterGrams(hypothesis), reference: CharacterGrams(reference))
  }
}

/// The chrF score of a corpus (Popović, 2015), 0 to 1.
///
/// F = (1 + β²) P R / (β² P + R) with β = 2, where P and R are the means over the run lengths 1 to 6 of the
/// share of runs in the translations and in the references that are matched; runs are counted over all
/// sentences, and lengths that occur on no side are left out.
/// - Parameter counts: how often each sentence counts; nil counts each once.
/// - Returns: nil where there are no characters at all.
public func chrF(_ sentences: [ChrFCounts], counts: [Int32]? = nil) -> Double? {
  precondition(counts.map { $0.count == sentences.count } ?? true, "one count a sentence")
  var hypothesis = [Int](repeating: 0, count: CharacterGrams.longest)
  var (reference, matched) = (hypothesis, hypothesis)
  for (row, sentence) in sentences.enumerated() {
    let times = counts.map { Int($0[row]) } ?? 1
    if times == 0 { continue }
    for place in 0..<CharacterGrams.longest {
      hypothesis[place] += times * sentence.hypothesis[place]
      reference[place] += times * sentence.reference[place]
      matched[place] += times * sentence.matched[place]
    }
  }
  let lengths = hypothesis.indices.filter { hypothesis[$0] > 0 && reference[$0] > 0 }
  guard !lengths.isEmpty else {
    return reference.contains { $0 > 0 } || hypothesis.contains { $0 > 0 } ? 0 : nil
  }
  let precision = lengths.reduce(0.0) { $0 + Double(matched[$1]) / Double(hypothesis[$1]) }
  let recall = lengths.reduce(0.0) { $0 + Double(matched[$1]) / Double(reference[$1]) }
  let (p, r) = (precision / Double(lengths.count), recall / Double(lengths.count))
  return p + r == 0 ? 0 : 5 * p * r / (4 * p + r)
}

extension MetricEvaluator {
  /// chrF of translations.
  public init(chrFOf sentences: [ChrFCounts]) {
    self.init(.chrF, rows: sentences.count) { chrF(sentences, counts: $0) }
  }
}
