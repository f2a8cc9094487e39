/// The tokens of one language, the commonest first.
struct TokenVocabulary: Hashable, Codable, Sendable {
  static let padding = 0
  static let start = 1
  static let end = 2
  /// Every token that is not known.
  static let unknown = 3
  private static let reserved = 4

  let tokens: [String]
  private let indices: [String: Int]

  init(_ sentences: [[String]]) {
    var counts: [String: Int] = [:]
    for sentence in sentences { for token in sentence { counts[token, default: 0] += 1 } }
    tokens = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map(\.key)
    indices = Dictionary(uniqueKeysWithValues: tokens.enumerated().map { ($1, $0 + Self.reserved) })
  }

  var count: Int { tokens.count + Self.reserved }

  func symbols(_ sentence: [String]) -> [Int] { sentence.map { indices[$0] ?? Self.unknown } }

  /// The tokens of symbols; those that are no token are left out.
  func tokens(_ symbols: some Sequence<Int>) -> [String] {
    symbols.compactMap { $0 >= Self.reserved && $0 < count ? tokens[$0 - Self.reserved] : nil }
  }
}
