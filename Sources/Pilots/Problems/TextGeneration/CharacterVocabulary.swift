/// The characters a text model knows; all others are one symbol, and documents begin with another.
struct CharacterVocabulary: Hashable, Codable, Sendable {
  /// Symbol 0 begins a document, 1 stands for every character that is not known, then come the known ones.
  static let start = 0
  static let unknown = 1

  let characters: [String]
  private var indices: [Character: Int] {
    Dictionary(uniqueKeysWithValues: characters.enumerated().map { (Character($1), $0 + 2) })
  }

  /// The characters that occur at least twice, at most `limit` of them, the commonest ones.
  init(_ documents: [String], limit: Int) {
    var counts: [Character: Int] = [:]
    for document in documents { for character in document { counts[character, default: 0] += 1 } }
    let kept = counts.filter { $0.value >= 2 }.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
    }
    characters = kept.prefix(limit).map { String($0.key) }
  }

  var count: Int { characters.count + 2 }

  /// The symbols of each document, the beginning left out.
  func symbols(_ documents: [String]) -> [[Int]] {
    let indices = indices
    return documents.map { $0.map { indices[$0] ?? Self.unknown } }
  }

  func text(_ symbols: some Sequence<Int>) -> String {
    symbols.map { $0 == Self.unknown ? "�" : $0 == Self.start ? "" : characters[$0 - 2] }.joined()
  }
}
