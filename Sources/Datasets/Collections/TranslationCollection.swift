/// Sentence pairs of two languages.
public struct TranslationCollection: Sendable {
  public struct Pair: Hashable, Sendable {
    public let source: String
    public let target: String

    public init(source: String, target: String) {
      self.source = source
      self.target = target
    }
  }

  public let facts: CollectionFacts
  /// All different.
  public let pairs: [Pair]

  public init(facts: CollectionFacts, pairs: [Pair]) {
    self.facts = facts
    self.pairs = pairs
  }

  public static let samples: [CollectionSample<TranslationCollection>] = [.englishChinese]

  /// The most rows that are read; more are thinned by a seeded draw.
  static let rowLimit = 4_000

  /// Reads a table with the columns `source` and `target`; a pair that comes again is read once.
  ///
  /// - Throws: what `readTable` refuses, a missing column, fewer than 30 rows or different sources.
  public static func load(_ request: DatasetRequest) throws(DatasetError) -> TranslationCollection {
    let read = try TextPairs(request, first: "source", second: "target", limit: rowLimit)
    var seen: Set<Pair> = []
    let pairs = read.pairs.map { Pair(source: $0.first, target: $0.second) }
      .filter { seen.insert($0).inserted }
    let distinct = Set(pairs.map(\.source)).count
    guard distinct >= 30 else { throw .tooFewDifferent(column: "source", distinct: distinct, least: 30) }
    return TranslationCollection(
      facts: CollectionFacts(
        name: request.location.lastPathComponent, origin: .user, modality: .text, notes: read.notes,
        fingerprint: fingerprint(read.pairs)),
      pairs: pairs)
  }
}
